"""Names of kinds as a reader meets them: of furniture, notes, doubts, stories, fields, and why a capture was skipped.

They are the codes of records with spaces for their hyphens; other languages have words of their own for them.
"""

from backfile.wording.site_languages import gettext, say_weekday, to_translate


def told(code: str) -> str:
    """ "live-blog" as "live blog"."""
    return say_weekday(code) or gettext(_NAMES.get(code) or code.replace("-", " ").replace("_", " "))


def headed(words: str) -> str:
    """The words with a capital at their head."""
    return words[:1].upper() + words[1:]


_NAMES = {
    name.replace(" ", "-"): name
    for name in (
        to_translate("live blog"), to_translate("video"), to_translate("gallery"), to_translate("listing"), to_translate("other"),
        to_translate("call out"), to_translate("archive notice"), to_translate("browser notice"), to_translate("cookie notice"),
        to_translate("newsletter"), to_translate("related"), to_translate("share"), to_translate("advert"), to_translate("comments"),
        to_translate("navigation"), to_translate("paywall"), to_translate("author bio"), to_translate("tags"), to_translate("promo"),
        to_translate("footer"), to_translate("byline box"), to_translate("media"), to_translate("replay banner"),
        to_translate("second story"), to_translate("widget"),
        to_translate("correction"), to_translate("update"), to_translate("clarification"), to_translate("reprint"),
        to_translate("body readings disagree"), to_translate("opening may be missing"), to_translate("prose left out"),
        to_translate("body scattered"), to_translate("several stories"), to_translate("hidden text"), to_translate("cut off"),
        to_translate("double encoded"), to_translate("kind near even"), to_translate("dates conflict"),
        to_translate("not a page"), to_translate("not a response"), to_translate("http status"), to_translate("empty"),
        to_translate("revisit unresolved"), to_translate("error page"), to_translate("login wall"), to_translate("no story"),
        to_translate("not published"), to_translate("feed"), to_translate("sitemap"), to_translate("address list"),
        to_translate("withheld"), to_translate("missing file"), to_translate("no permission"), to_translate("truncated"),
        to_translate("damaged"), to_translate("not readable kind"), to_translate("unreadable"),
        to_translate("headline"), to_translate("summary"), to_translate("dek"), to_translate("kicker"), to_translate("byline"),
        to_translate("body"), to_translate("notes"), to_translate("credits"), to_translate("published"), to_translate("updated"),
        to_translate("images"), to_translate("kind"), to_translate("section"), to_translate("window"), to_translate("date"),
        to_translate("captured at"),
        to_translate("names"), to_translate("numbers"), to_translate("days"), to_translate("quotations"),
    )
}  # fmt: skip
