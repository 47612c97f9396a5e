"""site.toml: whose archive it is, on every page; and what is wrong in one is said with its key."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from tests.site.client import BASE, Client, read, words
from tests.site.fake import FakeArchive
from tests.site.fake import archive as made_up_archive
from tests.site.saved import FERRY, archive_with_pictures

from backfile.archive import Archive
from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
from backfile.errors import BackfileError
from backfile.model.story import Furniture
from backfile.site.settings import Robots, SiteSettings, read_settings

WHOLE = """
name = "The Courier’s back file"
words = "Stories of the Alder Ferry Courier from 1998 on."
rights = "© The Alder Ferry Courier"
contact = "mailto:archive@courier.example"
base = "https://archive.courier.example/old/"
logo = "logo.svg"
comments = true

[colours]
accent = "#00507a"
accent-dark = "#9cc8ee"

[robots]
index = false
ai = true
license = "https://courier.example/terms"

[leave-out]
picture-credits = ["Getty", "AP Photo"]
"""


def settings_from(folder, text):
    path = folder / "site.toml"
    path.write_text(text)
    return read_settings(path)


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return settings_from(tmp_path, WHOLE)


def test_every_setting_is_read(settings):
    assert settings.name == "The Courier’s back file"
    assert settings.base == "https://archive.courier.example/old"
    assert settings.robots == Robots(index=False, ai=True, license="https://courier.example/terms")
    assert settings.leave_out.picture_credits == ("Getty", "AP Photo")
    assert settings.logo.media_type == "image/svg+xml"


def test_an_empty_file_is_the_sites_own_words(tmp_path):
    assert settings_from(tmp_path, "") == SiteSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = 3", 'name: must be words in quotes, "..."'),
        ("nmae = 'x'", "nmae: is no setting; those here are base, colours,"),
        ("[colours]\naccent = 'red'", "colours.accent: must be six hex digits"),
        ("[colours]\naccent = '#ffff00'", "colours.accent: has a contrast of 1.0"),
        ("[colours]\nground = '#ffff00'", "colours.ground: is no setting"),
        ("colours = 1", r"colours: must be a table: \[colours\]"),
        ("base = 'archive.example'", "base: must be an address that begins with http: or https:"),
        ("base = 'https://a.example/?x'", "base: must be the address of the site alone"),
        ("contact = 'javascript:alert(1)'", "contact: must be an address that begins with http: or https: or mailto:"),
        ("logo = 'gone.png'", "logo: .*gone.png cannot be read"),
        ("logo = 'site.toml'", "logo: must be a file that ends in .svg"),
        ("[robots]\nai = 'no'", "ai: must be true or false"),
        ("[leave-out]\npicture-credits = 'Getty'", "picture-credits: must be a list of words"),
        ("name = ", "it is no TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path, text, said):
    with pytest.raises(BackfileError, match=said) as error:
        settings_from(tmp_path, text)
    assert error.value.place == str(tmp_path / "site.toml")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BackfileError, match="No such file"):
        read_settings(tmp_path / "none.toml")


def test_the_pages_are_the_owners(settings):
    site = Client(made_up_archive(), settings=settings)
    for path in ("/", "/about", "/story/ferry2017", "/nowhere"):
        page = read(site, path, status=404 if path == "/nowhere" else 200)
        assert page.css_first(".nameplate img").attributes["alt"] == "The Courier’s back file"
        assert "© The Alder Ferry Courier" in words(page, ".colophon")[0]
        assert page.css_first('.colophon a[href^="mailto:"]').attributes["href"] == "mailto:archive@courier.example"
        assert "Backfile" not in page.css_first("title").text()
    front = read(site, "/")
    assert "Stories of the Alder Ferry Courier from 1998 on." in words(front, ".page-words")
    assert site.get(front.css_first(".nameplate img").attributes["src"]).headers["content-type"] == "image/svg+xml"
    style = site.get(front.css_first('link[rel="stylesheet"]').attributes["href"])
    assert "(prefers-color-scheme: dark) { .when" in style.text
    story = read(site, "/story/ferry2017?version=aaa111")
    assert (
        story.css_first('link[rel="canonical"]').attributes["href"]
        == "https://archive.courier.example/old/story/ferry2017"
    )
    assert (
        story.css_first('meta[property="og:url"]')
        .attributes["content"]
        .startswith("https://archive.courier.example/old/")
    )


def test_robots_and_terms(settings):
    own = Client(made_up_archive(), settings=settings)
    assert (
        own.get("/robots.txt").text
        == "User-agent: *\nDisallow: /\n\nLicense: https://archive.courier.example/old/license.xml\n"
    )
    other = Client(made_up_archive())
    name = "{https://rslstandard.org/rsl}"
    for site, permitted, prohibited in ((own, "all", None), (other, "search", "ai-all")):
        terms = ET.fromstring(site.get("/license.xml").content)
        assert terms.tag == f"{name}rsl"
        assert terms.findtext(f".//{name}permits") == permitted
        assert terms.findtext(f".//{name}prohibits") == prohibited
    assert ET.fromstring(own.get("/license.xml").content).findtext(f".//{name}terms") == "https://courier.example/terms"
    assert BASE in other.get("/robots.txt").text


def test_pictures_of_a_credit_are_left_out_everywhere(tmp_path):
    with Archive(archive_with_pictures(tmp_path)) as archive:
        story = archive.full_id(FERRY)
        version = archive.story(story).versions[0].id
        raw = f"/raw/{story}/{archive.captures_of(story)[0].payload_digest[7:23]}"
        shown, hidden = (
            Client(archive),
            Client(archive, settings=SiteSettings(leave_out=LeaveOutRules(picture_credits=("jo ash",)))),
        )
        token = read(shown, f"{raw}/page").css_first("img").attributes["src"]
        for path in (f"/picture/{story}/{version}/0", f"{raw}/{token}"):
            assert shown.get(path).status_code == 200
            assert hidden.get(path).status_code == 404
        page = read(hidden, f"/story/{story}?version={version}")
        assert page.css("figure img") == []
        assert words(page, ".picture-day") == ["This picture is not shown here."]
        assert all("src" not in image.attributes for image in read(hidden, f"{raw}/page").css("img"))
        other = Client(archive, settings=SiteSettings(leave_out=LeaveOutRules(picture_credits=("Jo",))))
        assert other.get(f"/picture/{story}/{version}/0").status_code == 404
        assert (
            Client(archive, settings=SiteSettings(leave_out=LeaveOutRules(picture_credits=("Jo As",))))
            .get(f"/picture/{story}/{version}/0")
            .status_code
            == 200
        )


def test_a_saved_page_loads_its_files_by_the_address_that_it_is_asked_at(tmp_path):
    with Archive(archive_with_pictures(tmp_path)) as archive:
        site = Client(archive, settings=SiteSettings(base="https://archive.courier.example"))
        raw = f"/raw/{archive.full_id(FERRY)}"
        policy = site.get(raw).headers["content-security-policy"]
        assert f"frame-src {BASE}/raw/ https://archive.courier.example/raw/;" in policy


def test_comments_are_shown_where_the_owner_asks():
    story = made_up_archive().story("ferry2017")
    comment = Furniture("comments", "First!", "comment-box")
    archive = FakeArchive([replace(story, furniture=(*story.furniture, comment))])
    for settings, shown in ((None, False), (SiteSettings(comments=True), True)):
        assert ("First!" in Client(archive, settings=settings).get("/story/ferry2017").text) == shown
    assert "First!" in Client(archive).get("/story/ferry2017.json").text, "the record has all of the page"
