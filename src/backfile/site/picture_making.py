"""Pictures made to be shown: what a capture holds, decoded within bounds, turned upright, made smaller, and written anew.

Written anew, a picture has none of what its file said beside it: the place and time where it was taken, a camera's number, a preview
of what was cut off. Formats: JPEG, PNG, GIF (its first frame) and WebP; nothing that is drawn or that holds others.
"""

import io
import struct
from typing import NamedTuple

from PIL import Image, ImageFile, ImageOps

from backfile.limits import MOST_PIXELS

SHOWN, LARGE = 800, 1600
"""Widths in pixels: the column of a story on a screen of double density, and what a link leads to."""
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_QUALITY = 82
"""Of a JPEG: at 75 flat skies begin to show steps, at 90 it is twice the size."""
_LEAST_SIDE = 2
"""Pixels: what is smaller counts readers, and shows nothing."""
_ORIENTATION, _UPRIGHT = 0x0112, 4
"""The EXIF tag that says how a camera was held; above 4 it was held on its side (EXIF 2.32, 4.6.4)."""
_FAILS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    MemoryError,
    Image.DecompressionBombError,
)
"""What Pillow raises for bytes that are no picture, or a broken one."""


class Picture(NamedTuple):
    """A picture as it is sent."""

    payload: bytes
    media_type: str


def shown_picture(payload: bytes, width: int) -> Picture | None:
    """The picture no wider than so many pixels; None for what is none, or too large to be decoded."""
    try:
        with Image.open(io.BytesIO(payload), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS or min(opened.size) < _LEAST_SIDE:
                return None
            return _written(_made_smaller(opened, width))
    except _FAILS:
        return None


def _made_smaller(opened: ImageFile.ImageFile, width: int) -> Image.Image:
    tall = width * 2  # a picture that is very long is made as narrow as its height asks for
    lies = opened.getexif().get(_ORIENTATION, 1) > _UPRIGHT
    share = min(1.0, width / opened.size[lies], tall / opened.size[not lies])
    opened.draft(
        "RGB", (int(opened.width * share), int(opened.height * share))
    )  # a JPEG is decoded no larger than it is shown
    upright = ImageOps.exif_transpose(opened)
    has_gaps = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    picture = upright.convert("RGBA" if has_gaps else "RGB")
    picture.thumbnail((width, tall), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return picture


def _written(picture: Image.Image) -> Picture:
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    out = io.BytesIO()
    if clean.mode == "RGBA":
        clean.save(out, "PNG", optimize=False)
        return Picture(out.getvalue(), "image/png")
    clean.save(out, "JPEG", quality=_QUALITY, progressive=True)
    return Picture(out.getvalue(), "image/jpeg")
