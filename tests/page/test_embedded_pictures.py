"""Pictures in data: addresses: named by what they are, found again by their names, bounded in size and in number."""

import base64
import hashlib
import random

import pytest

from backfile import read
from backfile.page.embedded_pictures import embedded_name, embedded_picture, without_pictures

PHOTO = b"\xff\xd8\xff" + random.Random(1).randbytes(6000)
ENCODED = base64.b64encode(PHOTO).decode()
ADDRESS = f"data:image/jpeg;base64,{ENCODED}"
NAME = "ni:///sha-256;" + base64.urlsafe_b64encode(hashlib.sha256(PHOTO).digest()).decode().rstrip("=")


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        f"  data:image/JPEG;charset=utf-8;base64,{ENCODED}\n",
        f"data:image/png;base64,{ENCODED[:80]}\n  {ENCODED[80:]}",
        "data:image/jpeg;base64," + ENCODED.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
    ],
    ids=["plain", "in capitals", "on two lines", "escaped"],
)
def test_a_picture_has_one_name_however_it_is_written(address):
    assert embedded_name(address) == NAME
    assert embedded_picture(f'<p><img src="{address}" alt="">', NAME) == PHOTO


@pytest.mark.parametrize(
    "address",
    [
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
        "data:image/svg+xml;base64," + ENCODED,
        "data:text/html;base64," + ENCODED,
        "data:image/jpeg," + ENCODED,
        ADDRESS[:-3],
        ADDRESS.replace("A", "é"),
        "https://courier.example/" + "a" * 5000,
    ],
    ids=["a dot", "drawn", "a page", "not in base64", "cut off", "not base64", "an address"],
)
def test_what_is_no_picture_has_no_name(address):
    assert embedded_name(address) is None


def test_pictures_are_taken_out_of_a_page_by_name():
    other = ADDRESS.replace("jpeg", "png").replace(ENCODED[:8], "AAAAAAAA")
    page = f'<img src="{ADDRESS}"><img src="{other}"><img src="{ADDRESS}">'
    assert without_pictures(page, {NAME}) == f'<img src="data:,"><img src="{other}"><img src="data:,">'


def test_as_many_are_looked_at_as_are_shown():
    def figure(number):
        payload = base64.b64encode(PHOTO + bytes([number])).decode()
        return f'<figure><img src="data:image/jpeg;base64,{payload}"><figcaption>Ferry number {number} at its landing.</figcaption></figure>'

    words = (
        "<p>The ferry crossed the river again on Monday, the harbour board said after a long meeting at the town hall.</p>"
        * 4
    )
    story = read(f"<article><h1>Ferries</h1>{words}{''.join(map(figure, range(70)))}</article>")
    assert len([image for image in story.images if image.url]) == 60
    assert len({image.url for image in story.images if image.url}) == 60
    assert len(story.images) == 70, "the captions of the others are kept"
