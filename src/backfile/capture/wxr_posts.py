"""A WordPress post as a capture: what is a story, its export fields, and a page made of its content.

Rules: WordPress's `wp-admin/includes/export.php` (elements), `wpautop` (a blank line makes a paragraph), and its own
shortcodes `caption`, `embed`, `gallery`, `audio`, `video` and `playlist`.
"""

import html
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from backfile.capture.page_responses import payload_digest
from backfile.capture.wxr import Channel, Item
from backfile.model.capture import Capture, ExportFields, Place, Skipped, SkipReason

_STORY_TYPES = frozenset({"post", "article", "articles", "news", "story", "stories"})
"""post is WordPress's own; the others are what newsrooms' themes add for stories."""
_NO_TIME = "0000-00-00"
_QUARTER = timedelta(minutes=15)
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=-12), timedelta(hours=14)
"""The offsets that clocks on walls have, and what all of them are made of (the tz database): a difference that is none is a slip."""
_BLOCK_TAG = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|iframe|li|main|nav|object|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video)[\s/>]",
    re.IGNORECASE,
)
"""<div class=a>, </ul>; not <em>."""
_CAPTION = re.compile(r"\[caption[^\[\]]*\]\s*((?:<a\s[^<>]*>\s*)?<img[^<>]*>(?:\s*</a>)?)(.*?)\[/caption\]", re.DOTALL)
"""[caption id="a"]<img src="a.jpg" /> The mill in 1911[/caption]."""
_EMBED = re.compile(r"\[embed[^\[\]]*\](.*?)\[/embed\]", re.DOTALL)
_MEDIA_SHORTCODE = re.compile(
    r"\[(?:gallery|audio|video|playlist)(?:\s[^\[\]]*)?\](?:\s*+\[/(?:audio|video|playlist)\])?"
)
"""[gallery ids="1,2"]; not [sic]."""
_PREFORMATTED_END = re.compile(r"</(?:pre|script|style)>", re.IGNORECASE)
_PREFORMATTED = re.compile(r"(<(?:pre|script|style)[\s>].*?</(?:pre|script|style)>)", re.DOTALL | re.IGNORECASE)


def post_capture(
    channel: Channel, item: Item, place: Place, import_days: frozenset[str] = frozenset()
) -> Capture | Skipped:
    """A published post as a page; Skipped, with why, of what is not published or no story. `import_days` as in wxr_days.py."""
    texts = item.texts
    url = texts.get("link", "").strip() or None
    captured_at = None  # the channel's date is the export's: when its posts were seen, no export says
    kind, status = texts.get("wp:post_type", "").strip(), texts.get("wp:status", "").strip()
    if kind not in _STORY_TYPES:
        message = f"The export holds it as {kind or 'something without a type'}, not as a post."
        return Skipped(place, SkipReason.NOT_PUBLISHED, message, url, captured_at)
    if status != "publish":
        message = f"The export holds it as {status or 'a post without a status'}, not as published."
        return Skipped(place, SkipReason.NOT_PUBLISHED, message, url, captured_at)
    if texts.get("wp:post_password", "").strip():
        return Skipped(place, SkipReason.NOT_PUBLISHED, "The export holds it behind a password.", url, captured_at)
    if not texts.get("content:encoded", "").strip() and not texts.get("title", "").strip():
        return Skipped(place, SkipReason.EMPTY, "A post without a headline and without text.", url, captured_at)
    payload = _page(channel, item)
    return Capture(
        payload=payload,
        payload_digest=payload_digest(payload),
        place=place,
        url=url,
        captured_at=captured_at,
        media_type="text/html",
        charset="utf-8",
        export=replace(
            export_fields(channel, item),
            is_import_day=texts.get("wp:post_date", "").strip()[:10] in import_days,
        ),
    )


def export_fields(channel: Channel, item: Item) -> ExportFields:
    """What the export says of a post beside its text, as it prints it."""
    texts = item.texts
    sections = [category.name for category in item.categories if category.domain == "category" and category.name]
    return ExportFields(
        headline=_text(texts, "title"),
        authors=_authors(channel, item),
        dek=_text(texts, "excerpt:encoded"),
        published_raw=_time(texts, "wp:post_date"),
        published_local_raw=_real_time(texts, "wp:post_date"),
        updated_raw=_time(texts, "wp:post_modified"),
        section=next((name for name in sections if name.lower() != "uncategorized"), None),
        tags=tuple(category.name for category in item.categories if category.domain == "post_tag" and category.name),
        outlet=channel.title,
        language=channel.language,
    )


def _text(texts: dict[str, str], name: str) -> str | None:
    return _sound(html.unescape(texts.get(name, ""))).strip() or None


def _sound(text: str) -> str:
    """A text whose stray bytes are shown as what they are: characters that were lost."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _real_time(texts: dict[str, str], name: str) -> str | None:
    """A time as printed; WordPress writes zeros for one that it does not know."""
    raw = texts.get(name, "").strip()
    return None if not raw or raw.startswith(_NO_TIME) else raw


def _time(texts: dict[str, str], name: str) -> str | None:
    """The instant on the newsroom's clock, else in UTC, marked "Z", else the wall clock alone.

    WordPress writes both clocks of a post: what lies between them is the site's offset on that day.
    """
    in_utc, on_wall = _real_time(texts, f"{name}_gmt"), _real_time(texts, name)
    if in_utc is None:
        return on_wall
    try:
        ahead = datetime.fromisoformat(on_wall or in_utc) - datetime.fromisoformat(in_utc)
    except (TypeError, ValueError):
        ahead = timedelta()
    if not ahead or ahead % _QUARTER or not _FARTHEST_WEST <= ahead <= _FARTHEST_EAST:
        return f"{in_utc}Z"
    return f"{on_wall}{datetime(1, 1, 2, tzinfo=timezone(ahead)):%z}"


def _authors(channel: Channel, item: Item) -> tuple[str, ...]:
    """Co-Authors Plus's authors where the export has them, else the post's author by display name."""
    several = tuple(category.name for category in item.categories if category.domain == "author" and category.name)
    if several:
        return several
    login = item.texts.get("dc:creator", "").strip()
    return (channel.authors.get(login, login),) if login else ()


def _page(channel: Channel, item: Item) -> bytes:
    """The post as a small HTML page: always the same bytes for the same post."""
    title = html.escape(html.unescape(item.texts.get("title", "").strip()), quote=False)
    language = f' lang="{html.escape(channel.language)}"' if channel.language else ""
    body = page_body(item.texts.get("content:encoded", ""))
    page = (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article>\n<h1>{title}</h1>\n{body}\n</article></body></html>\n"
    )
    return page.encode("utf-8", "surrogateescape")


def page_body(content: str) -> str:
    """A post's content as a browser would get it: WordPress's shortcodes undone, paragraphs made of blank lines."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    content = _up_to_last("[/caption]", content, _CAPTION, r"\n\n<figure>\1<figcaption>\2</figcaption></figure>\n\n")
    content = _up_to_last("[/embed]", content, _EMBED, r'\n\n<p><a href="\1">\1</a></p>\n\n')
    content = _MEDIA_SHORTCODE.sub("", content)
    if "[" in content:
        content = _without_shortcodes(content)
    if "<!-- wp:" in content:
        return content.strip()
    end = max((closing.end() for closing in _PREFORMATTED_END.finditer(content)), default=0)
    pieces = _PREFORMATTED.split(content[:end])
    pieces[-1] += content[end:]
    return "\n".join(piece if at % 2 else _paragraphs(piece) for at, piece in enumerate(pieces)).strip()


def _up_to_last(closing: str, content: str, pattern: re.Pattern[str], into: str) -> str:
    """The content with each match replaced; nothing is looked for after the last `closing`, where each opening would read to the end."""
    end = content.rfind(closing) + len(closing)
    return pattern.sub(into, content[:end]) + content[end:] if closing in content else content


def _without_shortcodes(content: str) -> str:
    """A post's text without the shortcodes of page builders and plugins: what stands between them is kept. A word in brackets is
    one if its name is made of parts, if it has attributes, or if a closing one follows: "[sic]" is none."""
    content = _BUILDERS.sub("\n\n", content)
    content = _WITH_PARTS.sub("", content)
    content = _WITH_ATTRIBUTES.sub("", content)
    paired = set(_CLOSING.findall(content))
    return _NAMED.sub(lambda found: "" if found[1] in paired else found[0], content) if paired else content


_BUILDERS = re.compile(
    r"\[/?(?:vc|et_pb|fusion|av|cs|mk|ux|tatsu|kc|thrive|fl|elementor|nectar|ult|rev|wpb|x)_[\w-]*(?:\s[^\[\]]*)?\]|\[/?(?:row|column|section|one_half|one_third|two_thirds|col)(?:\s[^\[\]]*)?\]"
)
"""[vc_row full_width="yes"], [/et_pb_text], [row]: the boxes of a page, so that paragraphs end there."""
_WITH_PARTS = re.compile(r"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)++(?:\s[^\[\]]*)?\]")
_WITH_ATTRIBUTES = re.compile(r"\[[a-z][\w-]*+(?:\s++[\w-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\[\]]++))++\s*+/?\]")
_CLOSING = re.compile(r"\[/([a-z][\w-]*)\]")
_NAMED = re.compile(r"\[/?([a-z][\w-]*)\]")


def _paragraphs(content: str) -> str:
    """Runs of text between blank lines as <p>; a line end inside one as <br>; blocks as they are."""
    paragraphs = []
    for run in re.split(r"\n[ \t]*(?:\n[ \t]*)+", content.strip()):
        if not run.strip():
            continue
        is_block = _BLOCK_TAG.match(run) is not None
        paragraphs.append(run if is_block else f"<p>{run.strip().replace(chr(10), '<br>' + chr(10))}</p>")
    return "\n".join(paragraphs)
