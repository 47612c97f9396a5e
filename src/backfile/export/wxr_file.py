"""Stories as an export that WordPress imports (WXR 1.2, as wp-admin/includes/export.php writes it).

What nothing dates to the day becomes a draft that says so: an importer would give it the day of the import.
"""

import html
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from backfile.archive.reader import Archive
from backfile.export.body_html import body_html
from backfile.export.exported import Exported
from backfile.export.stories import Stories
from backfile.export.story_folder import slug
from backfile.export.whole_output import whole_output
from backfile.model.story import Image, Stamp, Story
from backfile.wording.age import say_value

_NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NO_TIME = "0000-00-00 00:00:00"
DRAFTS = "stories that nothing dates to the day: drafts, whose first line says what is known"
NO_CLOCK = "stories with a day and no time: WordPress has them at 00:00 of that day"
NO_ZONE = "stories whose time has no zone: WordPress takes it for the site's own"
OUTLETS = "stories of other outlets than the first: an export is of one site, and has its name"


def write_wxr(_: Archive, stories: Stories, out: Path) -> Exported:
    """Writes the new file `out`: a post a story, its pictures' addresses as attachments, its old address as its link."""
    site = _Site(Exported("stories"))
    with whole_output(out, is_folder=False) as path, tempfile.TemporaryFile("w+", encoding="utf-8") as items:
        for story in stories:
            site.add(story, items)
        items.seek(0)
        with path.open("w", encoding="utf-8") as file:
            file.write(site.head())
            shutil.copyfileobj(items, file)
            file.write("</channel>\n</rss>\n")
    return site.done


@dataclass
class _Site:
    """What the posts of an export have in common, and their numbers."""

    done: Exported
    title: str = ""
    address: str = ""
    language: str = ""
    logins: dict[str, str] = field(default_factory=dict)
    """Logins of authors by their names."""
    number: int = 0

    def add(self, story: Story, items: IO[str]) -> None:
        """The items of a story: its post, and an attachment a picture."""
        outlet = story.outlet.name or story.outlet.domain or ""
        self.title = self.title or outlet
        self.address = self.address or _origin(story.url)
        self.language = self.language or story.language or ""
        if outlet and outlet != self.title:
            self.done.lost[OUTLETS] += 1
        self.number += 1
        post = self.number
        items.write(self._post(story, post))
        for image in story.images:
            if image.url and image.url.startswith(("http://", "https://")):
                self.number += 1
                items.write(_attachment(image, self.number, post))
        self.done.count += 1

    def head(self) -> str:
        """What stands before the items: the site, and its authors, whom the importer asks about."""
        spaces = "".join(f'\n xmlns:{name}="{address}"' for name, address in _NAMESPACES.items())
        authors = "".join(
            f"<wp:author><wp:author_login>{_cdata(login)}</wp:author_login>"
            f"<wp:author_display_name>{_cdata(name)}</wp:author_display_name></wp:author>\n"
            for name, login in self.logins.items()
        )
        site = f"<wp:base_site_url>{_text(self.address)}</wp:base_site_url>\n<wp:base_blog_url>{_text(self.address)}</wp:base_blog_url>\n"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{spaces}>\n<channel>\n'
            f"<title>{_text(self.title)}</title>\n<link>{_text(self.address)}</link>\n<description></description>\n"
            f"<language>{_text(self.language)}</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n{site}{authors}"
        )

    def _post(self, story: Story, number: int) -> str:
        day = story.published if story.published and story.published.date else None
        if day is None:
            self.done.lost[DRAFTS] += 1
        names = [author.name for author in story.authors]
        content = (
            body_html(story) if day else f"<p><em>{html.escape(_undated_line(story))}</em></p>\n{body_html(story)}"
        )
        meta = {
            "_backfile_id": story.id,
            "_backfile_old_address": story.url or "",
            "_backfile_byline": story.byline or "",
        }
        if story.published:
            meta |= {"_backfile_published": story.published.value, "_backfile_basis": story.published.basis}
        return _item(
            ("title", _cdata(story.headline or "")),
            ("link", _text(story.url or "")),
            ("dc:creator", _cdata(self._login(names[0]) if names else "")),
            ("content:encoded", _cdata(content)),
            ("excerpt:encoded", _cdata(story.dek or "")),
            ("wp:post_id", str(number)),
            *self._times("wp:post_date", day),
            *self._times(
                "wp:post_modified", story.updated if story.updated and story.updated.date else None, is_said=False
            ),
            ("wp:post_name", _cdata(_old_name(story.url) or slug(story.headline or story.id))),
            ("wp:status", "publish" if day else "draft"),
            ("wp:post_parent", "0"),
            ("wp:post_type", "post"),
            ("wp:post_password", ""),
            after="".join((*_terms(story), *_co_authors(names), *_meta(meta))),
        )

    def _login(self, name: str) -> str:
        return self.logins.setdefault(name, slug(name) or f"author-{len(self.logins) + 1}")

    def _times(self, name: str, stamp: Stamp | None, *, is_said: bool = True) -> Iterator[tuple[str, str]]:
        """The wall clock of the newsroom and, where its zone is known, the time in UTC; WordPress writes zeros for an unknown one."""
        if stamp is None and is_said:
            yield from ((name, _NO_TIME), (f"{name}_gmt", _NO_TIME))
        if stamp is None:
            return
        clock = stamp.value[11:19]
        if is_said and not clock:
            self.done.lost[NO_CLOCK] += 1
        elif is_said and stamp.datetime is None:
            self.done.lost[NO_ZONE] += 1
        clock = f"{clock[:5] or '00:00'}:{clock[6:8] if clock[5:6] == ':' else '00'}"
        moment = stamp.datetime
        yield name, f"{stamp.value[:10]} {clock}"
        yield f"{name}_gmt", f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if moment else _NO_TIME


def _attachment(image: Image, number: int, post: int) -> str:
    name = Path(urlsplit(image.url or "").path).stem
    return _item(
        ("title", _cdata(name)),
        ("link", _text(image.url or "")),
        ("content:encoded", _cdata("")),
        ("excerpt:encoded", _cdata(image.caption or "")),
        ("wp:post_id", str(number)),
        ("wp:post_date", _NO_TIME),
        ("wp:post_date_gmt", _NO_TIME),
        ("wp:post_name", _cdata(slug(name))),
        ("wp:status", "inherit"),
        ("wp:post_parent", str(post)),
        ("wp:post_type", "attachment"),
        ("wp:attachment_url", _text(image.url or "")),
        after="".join(_meta({"_backfile_credit": image.credit or ""})),
    )


def _undated_line(story: Story) -> str:
    """ "The day of this story is not known. It was published in February 2017." """
    if story.published:
        return f"The day of this story is not known. It was published in {say_value(story.published.value)}."
    window = story.window
    if window.earliest and window.latest:
        return f"This story is undated. It was published between {say_value(window.earliest)} and {say_value(window.latest)}."
    if window.latest:
        return f"This story is undated. It was published by {say_value(window.latest)}."
    return "This story is undated."


def _terms(story: Story) -> Iterator[str]:
    for domain, names in (("category", (story.section,)), ("post_tag", story.tags)):
        for name in filter(None, names):
            yield f'<category domain="{domain}" nicename="{slug(name)}">{_cdata(name)}</category>\n'


def _co_authors(names: list[str]) -> Iterator[str]:
    """Several authors as the plugin Co-Authors Plus exports them: WordPress itself knows one."""
    if len(names) > 1:
        for name in names:
            yield f'<category domain="author" nicename="{slug(name)}">{_cdata(name)}</category>\n'


def _meta(fields: dict[str, str]) -> Iterator[str]:
    for key, value in fields.items():
        if value:
            yield f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{_cdata(value)}</wp:meta_value></wp:postmeta>\n"


def _item(*elements: tuple[str, str], after: str) -> str:
    return "<item>\n" + "".join(f"<{name}>{value}</{name}>\n" for name, value in elements) + after + "</item>\n"


def _origin(url: str | None) -> str:
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _old_name(url: str | None) -> str:
    """ "mill-roof" of https://paper.example/2009/06/12/mill-roof/: the name that the story had."""
    stem = Path(urlsplit(url or "").path).stem
    return slug(stem) if stem and not stem.startswith("index") else ""


def _text(text: str) -> str:
    return html.escape(_NOT_IN_XML.sub(" ", text), quote=False)


def _cdata(text: str) -> str:
    """A text that no "]]>" in it ends (XML 1.0, section 2.7)."""
    return "<![CDATA[" + _NOT_IN_XML.sub(" ", text).replace("]]>", "]]]]><![CDATA[>") + "]]>"
