"""What the names of boxes say: every way of saying it, behind the quick look that comes first."""

import pytest

from backfile.page.box_fields import says

SAID = {
    "author": "author authors post-author storyauthor author-name written-by postedby vcard auteur",
    "pull-quote": "pullquote pull-quote pull_quote",
    "stamp-alone": "date post-date entry-meta submitted timestamp published news-single-timedata article_info",
    "others": "related-posts comment-list teaser most-read upnext bio",
    "thread": "phpbb postbody answercell topic-title forumposts viewtopic",
    "sidebar": "sidebar side-bar text-widget",
    "site": "footer breadcrumbs nav main-menu masthead topbar current-date weather",
    "byline": "byline by-line author authors author-name authors-list author-s autor autores autoren signature firma contributor writer "
    "writers reporter verfasser",
    "caption": "caption bildunterschrift cutline image-text imagetext legende photo-desc img_desc picture-desc pie-de-foto piedefoto "
    "pic-box photobox media-info image-credit picture-source bild-copyright media-author img-byline photographer credit bildrechte fotocredit",
    "dek": "dek subhead sub-headline subheading standfirst stand-first subtitle summary lead deck teaser-text teasertext intro excerpt chapo "
    "entradilla sommario untertitel vorspann article-intro articlelead article-desc subtitulo synopsis description ingress preamble bajada "
    "sub-titre strapline abstract",
    "embedded": "twitter-tweet instagram-media tiktok-embed fb-post bluesky-embed telegram-post reddit-embed mastodon-embed",
    "headline": "headline head-line title titre titulo titel überschrift",
    "kicker": "kicker eyebrow overline over-line dachzeile rubric spitzmarke topline roofline super-head pretitle antetitulo section-name "
    "section-label supra-title surtitre volanta occhiello roof",
    "stamp": "timestamp time-stamp date dates pub-date pubdate publish posted datum fecha dateline time last-updated modified entry-date "
    "post-date datetime uhrzeit data-pub updated",
    "story": "article-body story_content entry-text postmain newscopy content-inhalt artikel-text articulo-cuerpo noticia-texto nota-texto "
    "articlebody storytext post-entry maincontent post-content field-name-body body-copy bodytext cuerpo richtext rich-text",
}


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in SAID.items() for name in names.split()])
def test_a_name_says_its_field(field: str, name: str) -> None:
    assert says(f"c-1 {name}", field)


@pytest.mark.parametrize("field", SAID)
def test_names_of_layout_say_nothing(field: str) -> None:
    assert not says("col-md-8 wrapper js-sticky grid__row", field)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("author", "comment-author"),
        ("author", "authority"),
        ("author", "photo-author"),
        ("stamp-alone", "update-list"),
        ("stamp-alone", "candidate"),
        ("others", "footer-row"),
        ("site", "entry-footer"),
        ("thread", "question-of-the-day"),
        ("thread", "blogpost-body"),
        ("site", "canavan"),
    ],
)
def test_names_that_merely_look_so(field: str, name: str) -> None:
    assert not says(f"c-1 {name}", field)
