from datetime import UTC, datetime

import pytest

from backfile.capture.saved_from import Origin, origin_of_page, origin_of_url

URL = "https://valley.example/2017/mill"
WHEN = datetime(2017, 2, 23, 16, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<!DOCTYPE html>\n<!-- saved from url=(0032){URL} -->\n<html>", Origin(URL)),
        ("<!-- saved from url=(0014)about:internet -->", Origin()),
        (
            (
                f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {URL} \n"
                " saved date: Thu Feb 23 2017 11:47:00 GMT-0500 (Eastern Standard Time)\n--><meta>"
            ),
            Origin(URL, WHEN),
        ),
        (
            (
                "<!-- Mirrored from valley.example/mill.html by HTTrack Website Copier/3.x [XR&CO'2014], "
                "Thu, 23 Feb 2017 16:47:00 GMT -->"
            ),
            Origin("http://valley.example/mill.html", WHEN),
        ),
        (
            (
                "<html><p>words</p></html>\n<!--\n     FILE ARCHIVED ON 16:47:00 Feb 23, 2017 AND RETRIEVED FROM THE\n"
                "     INTERNET ARCHIVE ON 09:12:01 Mar 03, 2020.\n-->"
            ),
            Origin(None, WHEN),
        ),
        (
            "<!-- FILE ARCHIVED ON 20170223164700 AND RETRIEVED FROM THE\nINTERNET ARCHIVE ON 2020 -->",
            Origin(None, WHEN),
        ),
        (
            f'<script>__wm.wombat("{URL}","20170223164700","https://web.archive.org/","web");</script>',
            Origin(URL, WHEN),
        ),
        (
            (
                f"<html><!--\n Page saved with SingleFile \n url: https://web.archive.org/web/20170223164700/{URL} \n"
                " saved date: Tue Mar 03 2020 09:12:01 GMT+0000 (UTC)\n-->"
            ),
            Origin(URL, WHEN),
        ),
        ("<!-- FILE ARCHIVED ON 99:99:99 Foo 99, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE -->", Origin()),
        ("<p>A story about a mirror. saved from url</p>", Origin()),
    ],
)
def test_what_a_saved_page_says(page: str, expected: Origin) -> None:
    assert origin_of_page(page.encode()) == expected
    filled = page.encode() + b" " * 100
    assert origin_of_page(filled) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, Origin()),
        (URL, Origin(URL)),
        (f"https://web.archive.org/web/20170223164700/{URL}", Origin(URL, WHEN)),
        (
            "https://web.archive.org/web/20170223164700/http://valley.example:80/a",
            Origin("http://valley.example/a", WHEN),
        ),
        (
            "https://web.archive.org/web/20170223164700/http://valley.example:8080/",
            Origin("http://valley.example:8080/", WHEN),
        ),
        (f"https://web.archive.org/web/20170223164700id_/{URL}?a=b/c", Origin(f"{URL}?a=b/c", WHEN)),
        ("https://web.archive.org/web/20170223164700/http:/valley.example/a", Origin("http://valley.example/a", WHEN)),
        (
            "https://web.archive.org/web/20170223164700/www.valley.example/a",
            Origin("http://www.valley.example/a", WHEN),
        ),
        (f"http://localhost:8080/my-web/20170223164700mp_/{URL}", Origin(URL, WHEN)),
        (f"https://conifer.rhizome.org/user/coll/20170223164700/{URL}", Origin(URL, WHEN)),
        (f"https://web.archive.org/web/2017/{URL}", Origin(URL)),
        (
            f"https://web.archive.org/web/20179923164700/{URL}",
            Origin(f"https://web.archive.org/web/20179923164700/{URL}"),
        ),
        ("https://valley.example/20170223164700/story", Origin("https://valley.example/20170223164700/story")),
        (f"https://valley.example/share?u={URL}", Origin(f"https://valley.example/share?u={URL}")),
    ],
)
def test_the_address_of_a_replayed_capture(url: str | None, expected: Origin) -> None:
    assert origin_of_url(url) == expected
