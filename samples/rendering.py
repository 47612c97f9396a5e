"""A page's bytes from its story and template (templates/*.j2)."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup
from samples.outlets import FURNITURE, MARK, OUTLETS
from samples.pages import Page

Story = dict[str, Any]


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)


def long_day(value: str) -> str:
    """Tuesday, March 6, 2001."""
    return f"{_time(value):%A, %B} {_time(value).day}, {_time(value).year}"


def month_day(value: str) -> str:
    """March 6, 2001."""
    return f"{_time(value):%B} {_time(value).day}, {_time(value).year}"


def short_stamp(value: str) -> str:
    """Thu., May 12, 2022, 9:30 a.m."""
    at = _time(value)
    half = "a.m." if at.hour < 12 else "p.m."
    return f"{at:%a}., {at:%B} {at.day}, {at.year}, {at.hour % 12 or 12}:{at:%M} {half}"


def capital_stamp(value: str) -> str:
    """4:47 PM, FEBRUARY 23, 2017."""
    at = _time(value)
    return f"{at.hour % 12 or 12}:{at:%M %p}, {at:%B} {at.day}, {at.year}".upper()


def stamp_line(page: Page, story: Story) -> str:
    """The station's line of stamp and byline."""
    if page.stamp == "relative":
        return f"3 HOURS AGO, {story['byline']}"
    if page.stamp == "updated":
        return f"UPDATED {capital_stamp(story['updated'])}, {story['byline']}"
    updated = f", UPDATED AT {capital_stamp(story['updated'])}" if story["updated"] else ""
    return f"POSTED {capital_stamp(story['published'])}, {story['byline']}{updated}"


class _PageOptions:
    """A page as a template sees it: its fields, then its options, unknown ones undefined."""

    def __init__(self, page: Page, **more: Any) -> None:
        self.__dict__ |= page.__dict__ | {"path": page.path} | page.options | more

    def __getattr__(self, name: str) -> Undefined:
        return Undefined(name=name)


ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=True,
)
ENVIRONMENT.globals |= {"mark": Markup(MARK), "long_day": long_day, "month_day": month_day, "short_stamp": short_stamp}


def render(page: Page, stories: dict[str, Story]) -> bytes:
    """The page as a server sent it."""
    story = stories[page.story] if page.story else None
    if page.template == "text":
        return plain_text(page, story).encode("utf-8")
    more: dict[str, Any] = {}
    if page.options.get("second"):
        second = page.options["second"]
        more["second"] = second | {"story": stories[second["story"]]}
    if page.template == "broadcaster":
        more |= {"stamp_line": stamp_line(page, story) if page.stamp else None, "archived": True}
    if page.template == "listing":
        more |= {"title": "Schools", "cards": _cards(stories)}
    text = ENVIRONMENT.get_template(f"{page.template}.html.j2").render(
        s=_Defined(story or {}),
        outlet=OUTLETS[page.outlet],
        page=_PageOptions(page, **more),
        f=furniture(page),
        lead=dateline_of(story) if story else "",
        linked_data=_script(linked_data(page, story)) if story else "",
        state=_script(STATES[page.template](page, story)) if page.template in STATES else "",
    )
    if page.saved_from:
        text = f"<!-- saved from url=({len(page.url):04d}){page.url} -->\n{text}"
    return text.encode(page.charset, "xmlcharrefreplace")


class _Defined(dict[str, Any]):
    """A story whose missing fields are None."""

    def __missing__(self, key: str) -> None:
        return None


def furniture(page: Page) -> dict[str, str]:
    """What the template prints around this page's story."""
    texts = FURNITURE.get("broadcaster" if page.template == "text" else page.template, {})
    return {label: text.replace("{year}", year_saved(page)) for label, text in texts.items()}


def year_saved(page: Page) -> str:
    """The footer's year: that of the capture, as a server's clock fills it in."""
    return page.captured_at[:4] if page.captured_at else "2026"


def dateline_of(story: Story) -> str:
    """The dateline as printed before the first paragraph."""
    if not story["dateline"]:
        return ""
    dash = story.get("dateline_dash", " --" if story["dateline"].isupper() else " —")
    return f"{story['dateline']}{story.get('dateline_tail', '')}{dash} "


def plain_text(page: Page, story: Story) -> str:
    """A story as somebody copied it out of a browser: call-out and notices with it, no stamp."""
    f = furniture(page)
    parts = [story["call_out"], story["headline"], f["archive-notice"]]
    texts = [block["text"] for block in story["blocks"]]
    parts += [
        dateline_of(story) + texts[0],
        *texts[1:],
        *story["credit_lines"],
        f["browser-notice"],
        f"{f['footer']} {MARK}.",
    ]
    return "\n\n".join(parts) + "\n"


def _cards(stories: dict[str, Story]) -> list[dict[str, Any]]:
    names = ("school-phones", "ridge-trail", "vaccine-line", "ferry-returns", "courthouse-records", "storm-damage")
    return [
        {
            "headline": stories[name]["headline"],
            "excerpt": stories[name]["blocks"][0]["text"][:120] + "…",
            "published": stories[name]["published"],
            "path": f"/{name}",
        }
        for name in names
    ]


def _script(value: Any) -> str:
    """JSON that can stand in a <script>."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def linked_data(page: Page, story: Story) -> dict[str, Any]:
    """schema.org's NewsArticle in a @graph, among nodes that have dates of their own."""
    home = f"https://{OUTLETS[page.outlet].domain}/"
    article: dict[str, Any] = {
        "@type": "LiveBlogPosting" if page.kind == "live-blog" else "NewsArticle",
        "@id": f"{page.url}#article",
        "headline": story["headline"],
        "articleSection": story["section"],
        "author": [{"@type": "Person", "name": name} for name in story["authors"]],
        "publisher": {"@type": "NewsMediaOrganization", "name": OUTLETS[page.outlet].name, "url": home},
        "keywords": story["tags"],
        "isAccessibleForFree": not page.options.get("paywall", False),
    }
    if page.stamp and story["published"]:
        article["datePublished"] = story["published"]
        article |= {"dateModified": story["updated"]} if story["updated"] else {}
    if page.kind == "live-blog":
        article["liveBlogUpdate"] = [
            {
                "@type": "BlogPosting",
                "headline": e["title"],
                "datePublished": e["time"],
                "articleBody": " ".join(e["paragraphs"]),
            }
            for e in story["entries"]
        ]
    image = {"@type": "ImageObject", "url": f"{home}share.jpg", "uploadDate": "2018-02-01T10:00:00-05:00"}
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": 1, "name": story["section"]}],
    }
    site = {"@type": "WebSite", "name": OUTLETS[page.outlet].name, "url": home}
    return {"@context": "https://schema.org", "@graph": [site, crumbs, image, article]}


def next_state(page: Page, story: Story) -> dict[str, Any]:
    """What Next.js leaves in __NEXT_DATA__: the story, and others that are not it."""
    body = [
        {"type": block["kind"], "html": f"<p>{block['text'].replace('&', '&amp;')}</p>"} for block in story["blocks"]
    ]
    article = {
        "id": page.number,
        "headline": story["headline"],
        "section": {"name": story["section"]},
        "authors": [{"name": name} for name in story["authors"]],
        "publishedAt": story["published"],
        "body": body,
    }
    other = {
        "id": 7,
        "headline": "The otter has a name",
        "publishedAt": "2020-01-15T14:00:00.000Z",
        "teaser": "It is Kevin.",
    }
    props = {"article": article, "recommended": [other], "site": {"name": OUTLETS[page.outlet].name}}
    return {"props": {"pageProps": props}, "page": "/[section]/[slug]", "query": {}, "buildId": "a1b2c3"}


def fusion_state(page: Page, story: Story) -> dict[str, Any]:
    """Arc's content model (ANS 0.10): headlines, credits, content_elements."""
    elements: list[dict[str, Any]] = [{"type": "text", "content": block["text"]} for block in story["blocks"]]
    elements.insert(2, {"type": "interstitial_link", "url": "/otter", "content": "The otter has a name"})
    elements.insert(
        3, {"type": "raw_html", "content": '<div class="newsletter">Get The First Tide, our newsletter</div>'}
    )
    return {
        "_id": f"STORY{page.number}",
        "type": "story",
        "version": "0.10.9",
        "canonical_url": page.path,
        "headlines": {"basic": story["headline"], "web": ""},
        "subheadlines": {"basic": story["dek"] or ""},
        "credits": {"by": [{"type": "author", "name": name} for name in story["authors"]]},
        "first_publish_date": story["published"],
        "display_date": story["published"],
        "publish_date": story["published"],
        "content_elements": elements,
        "taxonomy": {"primary_section": {"name": story["section"]}},
        "promo_items": {"basic": {"type": "image", "url": "/share.jpg", "created_date": "2019-05-05T10:00:00Z"}},
        "website": "courier",
    }


STATES = {"next": next_state, "fusion": fusion_state}
