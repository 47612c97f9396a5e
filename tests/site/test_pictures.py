"""Pictures of stories: shown where the archive's captures hold them, made smaller and rid of what their files said beside them."""

import base64
import io

import pytest
from PIL import Image
from tests.capture.making import gz, http, record
from tests.site.client import Client, read, words
from tests.site.saved import AT, FERRY, FERRY_PAGE, archive_with_pictures, article, png

from backfile.archive import Archive
from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
from backfile.limits import MOST_PIXELS
from backfile.open_archive import OpenArchive
from backfile.site.picture_making import shown_picture
from backfile.site.settings import SiteSettings


def photo(size=(1200, 900), mode="RGB", form="JPEG", **more) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "teal" if mode == "RGB" else 0).save(out, form, **more)
    return out.getvalue()


def opened(payload):
    return Image.open(io.BytesIO(payload))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(archive_with_pictures(tmp_path_factory.mktemp("pictures"))) as found:
        yield found


def test_a_storys_picture_stands_above_its_text_with_its_own_day(archive):
    site, story = Client(archive), archive.full_id(FERRY)
    version = archive.story(story).versions[0].id
    page = read(site, f"/story/{story}?version={version}")
    figure = page.css_first("figure")
    assert words(page, "figcaption")[0].startswith("The ferry at its landing. ")
    assert words(page, "figcaption .credit") == ["Photo: Jo Ash"]
    assert words(page, "figcaption .picture-day") == ["Picture saved on 20 May 2019."]
    assert figure.html.find("<img") > 0
    path = page.css_first("figure img").attributes["src"]
    shown = site.get(path)
    assert shown.headers["content-type"] == "image/jpeg"
    assert opened(shown.content).size == (40, 30)
    assert shown.headers["cache-control"] == "public, max-age=86400"
    assert site.get(path, headers={"if-none-match": shown.headers["etag"]}).status_code == 304
    assert site.get(page.css_first("figure a").attributes["href"]).status_code == 200
    for wrong in (f"/picture/{story}/{version}/9", f"/picture/{story}/nothing/0", f"/picture/nothing/{version}/0"):
        assert site.get(wrong).status_code == 404


def test_a_picture_that_is_not_held_leaves_its_caption(tmp_path):
    warc = tmp_path / "crawl.warc.gz"
    warc.write_bytes(gz([record(http(FERRY_PAGE), FERRY, WARC_Date=AT)]))
    with OpenArchive(tmp_path / "archive") as archive:
        archive.add(warc)
        page = read(Client(archive), f"/story/{archive.full_id(FERRY)}")
    assert page.css("figure img") == []
    assert words(page, "figcaption .picture-day") == ["The archive does not hold this picture."]
    assert words(page, "figcaption")[0].startswith("The ferry at its landing.")


def test_pictures_beside_a_saved_page(tmp_path):
    pages = tmp_path / "pages"
    (pages / "ferry_files").mkdir(parents=True)
    saved_from = b"<!-- saved from url=(0041)https://courier.example/2017/02/ferry.html -->\n"
    (pages / "ferry.html").write_bytes(saved_from + article(_figure("./ferry_files/a%20ferry.png")))
    (pages / "ferry_files" / "a ferry.png").write_bytes(png(1, 2, 3))
    (tmp_path / "secret.png").write_bytes(png(9, 9, 9))
    with OpenArchive(tmp_path / "archive") as archive:
        archive.add(pages)
        site, story = Client(archive), archive.newest()[0].id
        page = read(site, f"/story/{story}")
        assert site.get(page.css_first("figure img").attributes["src"]).status_code == 200
        digest = archive.captures_of(story)[0].payload_digest[7:23]
        assert site.get(f"/raw/{story}/{digest}/file/Li4vc2VjcmV0LnBuZw").status_code == 404, (
            "../secret.png was not added"
        )


def _figure(src):
    return f'<figure><img src="{src}"><figcaption>The ferry at its landing. (Photo: Jo Ash)</figcaption></figure>'


def test_what_a_file_says_beside_its_picture_is_left_out():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x013B] = "A photographer's name"
    payload = photo((1200, 900), exif=exif)
    assert b"photographer" in payload
    shown = opened(shown_picture(payload, 800).payload)
    assert shown.size == (800, 1067), "upright, and no wider than asked"
    assert not shown.getexif()
    assert b"photographer" not in shown_picture(payload, 800).payload


@pytest.mark.parametrize(
    ("payload", "size", "media_type"),
    [
        (photo(), (800, 600), "image/jpeg"),
        (photo((300, 200)), (300, 200), "image/jpeg"),
        (photo((100, 50_000), form="PNG"), (3, 1600), "image/jpeg"),
        (photo(mode="RGBA", form="PNG"), (800, 600), "image/png"),
        (photo(mode="P", form="GIF"), (800, 600), "image/jpeg"),
        (photo(form="WEBP"), (800, 600), "image/jpeg"),
        (photo(mode="CMYK"), (800, 600), "image/jpeg"),
        (photo(mode="I;16", form="PNG"), (800, 600), "image/jpeg"),
    ],
    ids=["large", "small", "tall", "clear", "gif", "webp", "cmyk", "deep"],
)
def test_every_kind_of_picture(payload, size, media_type):
    shown = shown_picture(payload, 800)
    assert (opened(shown.payload).size, shown.media_type) == (size, media_type)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"<svg onload='alert(1)'/>",
        photo()[:200],
        png(1, 2, 3)[:-20],
        png(1, 2, 3, width=1, height=1),
        png(0, 0, 0, width=4, height=3).replace(b"\0\0\0\4\0\0\0\3", b"\0\0\xff\xff\0\0\xff\xff"),
        b"GIF89a" + b"\xff" * 400,
        photo(form="TIFF"),
    ],
    ids=["empty", "svg", "cut", "short", "dot", "bomb", "broken", "tiff"],
)
def test_what_is_no_picture_or_too_large(payload):
    assert shown_picture(payload, 800) is None
    assert MOST_PIXELS < 0xFFFF**2


def test_a_gallery_has_its_captions_once(tmp_path):
    captions = [f"The parade passes house number {number} of Cooper Street on Sunday." for number in (1, 2, 3)]
    slides = "".join(
        f'<figure class="slide"><img src="https://static.courier.example/{n}.png" width="1200" height="800"><figcaption>{words}</figcaption></figure>'
        for n, words in enumerate(captions)
    )
    url = "https://courier.example/photos/parade-gallery"
    page = f'<!DOCTYPE html><html><head><title>Parade</title></head><body><article class="gallery"><h1>Photos: Parade on Sunday</h1>{slides}</article></body></html>'
    records = [record(http(page.encode()), url, WARC_Date=AT)]
    records += [
        record(http(png(n, 0, 0), "image/png"), f"https://static.courier.example/{n}.png", WARC_Date=AT) for n in (0, 1)
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(gz(records))
    with OpenArchive(tmp_path / "archive") as archive:
        archive.add(tmp_path / "crawl.warc.gz")
        shown = read(Client(archive), f"/story/{archive.full_id(url)}")
    text = shown.css_first(".column").text(deep=True)
    assert [text.count(one) for one in captions] == [1, 1, 1]
    assert len(shown.css("figure img")) == 2
    assert words(shown, ".picture-day")[2] == "The archive does not hold this picture."


def test_a_picture_that_the_page_has_in_itself(tmp_path):
    (tmp_path / "pages").mkdir()
    payload = photo((64, 48), form="PNG", compress_level=0)
    address = f"data:image/png;base64,{base64.b64encode(payload).decode()}"
    (tmp_path / "pages" / "ferry.html").write_bytes(article(_figure(address)))
    with OpenArchive(tmp_path / "archive") as archive:
        archive.add(tmp_path / "pages")
        site, story = Client(archive), archive.newest()[0].id
        page = read(site, f"/story/{story}")
        assert words(page, "figcaption .credit") == ["Photo: Jo Ash"]
        shown = site.get(page.css_first("figure img").attributes["src"])
        assert opened(shown.content).size == (64, 48)
        digest = archive.captures_of(story)[0].payload_digest[7:23]
        saved = f"/raw/{story}/{digest}/page"
        assert address in site.get(saved).text
        hides = Client(archive, settings=SiteSettings(leave_out=LeaveOutRules(picture_credits=("Jo Ash",))))
        assert read(hides, f"/story/{story}").css("figure img") == []
        assert "data:image/png" not in hides.get(saved).text
        (tmp_path / "pages" / "ferry.html").unlink()
        assert site.get(page.css_first("figure img").attributes["src"]).status_code == 404
