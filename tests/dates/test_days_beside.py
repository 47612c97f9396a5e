"""A story's day weighed with what feeds, sitemaps and fronts say of its address."""

from datetime import UTC, datetime

import pytest

from backfile.dates.days_beside import with_mentions
from backfile.model.mentions import HeldMention, Mention, MentionKind
from backfile.model.story import Evidence, Stamp, Story

URL = "https://ledger.example/ferry"
FEED, NEWS, MAP, FRONT = MentionKind.FEED, MentionKind.NEWS_SITEMAP, MentionKind.SITEMAP, MentionKind.FRONT


def page(rule: str = "", value: str = "") -> Story:
    """A story whose page dates it by a rule."""
    if not rule:
        return Story(id="x", url=URL, captured_at=datetime(2020, 1, 1, tzinfo=UTC))
    basis = rule.split("-")[0]
    return Story(
        id="x",
        url=URL,
        captured_at=datetime(2020, 1, 1, tzinfo=UTC),
        published=Stamp(value, "day", "unknown", basis, value),
        evidence=(Evidence("published", value, value, basis, rule, used=True),),
    )


def said(
    kind: MentionKind, published: str | None = None, updated: str | None = None, seen: str | None = None
) -> HeldMention:
    return HeldMention(Mention(URL, kind, published, updated), "https://ledger.example/feed", seen)


@pytest.mark.parametrize(
    ("story", "mentions", "value", "basis", "conflict"),
    [
        (page(), [said(FEED, "Tue, 06 May 2008 08:30:00 GMT")], "2008-05-06T08:30:00+00:00", "feed", False),
        (page(), [said(NEWS, "2008-05-06")], "2008-05-06", "sitemap", False),
        (page(), [said(FRONT, "May 6, 2008 | By Ann Roe")], "2008-05-06", "front", False),
        (page(), [said(FRONT, "Updated May 6, 2008")], None, None, None),
        (page(), [said(FRONT, "May 6, 2008 to May 9, 2008")], None, None, None),
        (page(), [said(MAP, updated="2008-05-06")], None, None, None),
        (page(), [said(FEED, "2021-05-06")], None, None, None),  # after the page was saved
        (page(), [said(FEED, "2019-05-06", seen="2018-01-01T00:00:00Z")], None, None, None),  # after the feed was
        (page(), [said(FEED, "06/05/2008"), said(FEED, "yesterday")], None, None, None),
        (page(), [said(FEED, "2008-05-09"), said(FEED, "2008-05-06"), said(NEWS, "2008-05-01")], "2008-05-06", "feed", True),
        (page("visible-bare", "2008-05-06"), [said(FEED, "2008-05-09")], "2008-05-06", "visible", True),
        (page("visible-bare", "2008-05-06"), [said(FEED, "2008-05-07")], "2008-05-06", "visible", False),
        (page("visible-bare", "2008-05-06"), [said(FEED, "2008-05-06T09:10:00+02:00")], "2008-05-06T09:10:00+02:00", "visible", False),
        (page("visible-published", "2016-06-01"), [said(FEED, "2008-05-06")], "2016-06-01", "visible", True),
        (page("meta-date", "2016-06-01"), [said(FEED, "2008-05-06")], "2008-05-06", "feed", True),
        (page("json-ld-story-published", "2016-06-01"), [said(FEED, "2008-05-06")], "2008-05-06", "feed", True),
        (page("export-published", "2016-06-01"), [said(NEWS, "2008-05-06")], "2008-05-06", "sitemap", True),
        (page("export-published", "2016-06-01"), [said(FRONT, "2008-05-06")], "2016-06-01", "export", True),
        (page("json-ld-story-published", "2008-05-06"), [said(FEED, "2016-06-01")], "2008-05-06", "json", True),
        (page("export-published", "2016-06-01"), [said(FEED, "2008-05-06", seen="2009-01-01T00:00:00Z")], "2008-05-06", "feed", False),
        (page("export-published", "2016-06-01"), [said(MAP, seen="2009-01-01T00:00:00Z")], "2016-06-01", "export", True),
        (page("url", "2008-05"), [said(FEED, "2008-05-06")], "2008-05-06", "feed", False),
        (page("url", "2008-05"), [said(FEED, "2008-06-06")], "2008-05", "url", False),
    ],
)  # fmt: skip
def test_which_day_is_taken(story, mentions, value, basis, conflict):
    for order in (mentions, mentions[::-1]):
        found = with_mentions(story, order).published
        assert (found and found.value, found and found.basis, found and found.conflict) == (value, basis, conflict)


def test_the_evidence_says_what_decided():
    found = with_mentions(
        page("export-published", "2016-06-01"), [said(FEED, "2008-05-06", seen="2009-01-01T00:00:00Z")]
    )
    assert [(clue.rule, clue.used, str(clue.why_not or "")) for clue in found.evidence] == [
        ("export-published", False, "what was saved on 2009-01-01 names the story already"),
        ("feed-published", True, ""),
    ]
    assert found.evidence[1].where == "feed:https://ledger.example/feed"


def test_a_last_change_is_taken_where_the_page_states_none_and_is_never_before_the_story():
    story = page("visible-bare", "2008-05-06")
    assert with_mentions(story, [said(MAP, updated="2008-05-09")]).updated == Stamp(
        "2008-05-09", "day", "unknown", "sitemap", "2008-05-09"
    )
    assert with_mentions(story, [said(MAP, updated="2008-05-01")]).updated is None
    both = with_mentions(story, [said(MAP, updated="2008-05-20"), said(FEED, updated="2008-05-09")])
    assert both.updated
    assert both.updated.basis == "feed"
