"""The age notice for a live site, in a real browser: made-up pages of six layouts, days that are not sure, an editor's word."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from tests.cli.ended import runner
from tests.site.chromium import CHROMIUM, Chromium

LD = '<script type="application/ld+json">%s</script>'
TODAY = date.today()  # noqa: DTZ011 - the browser's day
RECENT = (TODAY - timedelta(days=100)).isoformat()
TEN = TODAY.replace(year=TODAY.year - 10, day=min(TODAY.day, 28))
OLD = TEN.isoformat()

LAYOUTS = {
    "json-ld": (LD % f'{{"@type":"NewsArticle","datePublished":"{OLD}T09:00:00Z"}}', "<article><h1>Ferry</h1></article>"),
    "graph": (LD % f'{{"@graph":[{{"@type":"WebPage"}},{{"@type":["Article"],"datePublished":"{OLD}"}}]}}', "<main><h1>Ferry</h1></main>"),
    "list": (LD % f'[{{"@type":"Organization"}},{{"@type":"ReportageNewsArticle","datePublished":"{OLD}"}}]', "<h1>Ferry</h1>"),
    "meta": (f'<meta property="article:published_time" content="{OLD}T23:00:00-05:00">', "<div><h1>Ferry</h1></div>"),
    "microdata": ("", f'<article><h1>Ferry</h1><time itemprop="datePublished" datetime="{OLD}">then</time></article>'),
    "time": ("", f'<article><header><h1>Ferry</h1><time datetime="{OLD}T08:00">then</time></header></article>'),
}  # fmt: skip
NOT_SURE = {
    "no day": ("", "<article><h1>Ferry</h1></article>"),
    "two days": (LD % f'{{"@type":"NewsArticle","datePublished":"{OLD}"}}' + f'<meta property="article:published_time" content="{RECENT}">', "<h1>Ferry</h1>"),
    "two times": ("", f'<article><h1>Ferry</h1><time datetime="{OLD}">a</time><time datetime="{RECENT}">b</time></article>'),
    "broken": (LD % '{"@type":"NewsArticle","datePub', "<h1>Ferry</h1>"),
    "no date": (LD % '{"@type":"NewsArticle","datePublished":"soon"}', "<h1>Ferry</h1>"),
    "recent": (LD % f'{{"@type":"NewsArticle","datePublished":"{RECENT}"}}', "<h1>Ferry</h1>"),
    "future": (LD % '{"@type":"NewsArticle","datePublished":"2999-01-01"}', "<h1>Ferry</h1>"),
    "off": ('<meta name="age-notice" content="off">' + LD % f'{{"@type":"NewsArticle","datePublished":"{OLD}"}}', "<h1>Ferry</h1>"),
}  # fmt: skip


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> str:
    ended = runner(capsys)("age-notice")
    assert ended.code == 0
    return ended.out


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: apt-get install chromium")
    with Chromium() as opened:
        yield opened


def _said(browser: Chromium, script: str, head: str, body: str, lang: str = "en") -> str | None:
    page = f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}<script>{script}</script></body></html>'
    browser.open(f"data:text/html;charset=utf-8,{quote(page)}")
    found = "(() => { const p = document.querySelector('.age-notice'); return p && p.nextElementSibling.tagName === 'H1' ? p.innerText : null })()"
    return browser.call("Runtime.evaluate", expression=found)["result"].get("value")


def test_the_script_is_small(script: str) -> None:
    assert len(script.encode()) < 2048


def test_each_layout_says_day_and_age(browser: Chromium, script: str) -> None:
    day = f"{TEN:%B} {TEN.day}, {TEN.year}"
    for layout, (head, body) in LAYOUTS.items():
        assert _said(browser, script, head, body) == f"{day} · 10 years ago", layout
    german = _said(browser, script, *LAYOUTS["json-ld"], lang="de")
    assert german
    assert german.endswith(" · vor 10 Jahren")


def test_nothing_is_said_where_the_day_is_not_sure(browser: Chromium, script: str) -> None:
    for page, (head, body) in NOT_SURE.items():
        assert _said(browser, script, head, body) is None, page


def test_an_editors_day_goes_first(browser: Chromium, script: str) -> None:
    head = f'<meta name="age-notice" content="2001-03-06">{LAYOUTS["json-ld"][0]}'
    said = _said(browser, script, head, "<h1>Ferry</h1>")
    assert said
    assert said.startswith("March 6, 2001 · ")


def test_days_and_wordpress(capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(capsys)
    assert "dataset.days || 90" in run("age-notice", "--days", "90").out
    php = run("age-notice", "--for", "wordpress", "--days", "90").out
    assert php.startswith("<?php")
    assert "< 90 * DAY_IN_SECONDS" in php
    assert len(php.encode()) < 2048
    assert run("age-notice", "--days", "0").code == 2
