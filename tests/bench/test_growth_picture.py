"""The picture of growth: sound SVG, every point within it, the figures told in words."""

from xml.etree import ElementTree

import pytest
from bench.scale.fill import Mark
from bench.scale.growth_picture import draw

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("slowest", [0.4, 4.0, 700.0])
def test_the_picture_holds_its_lines(slowest: float) -> None:
    marks = [Mark(size, slowest * size / 5000, 0.3, 1.0, 100, 30.0) for size in (1000, 2000, 5000)]
    root = ElementTree.fromstring(draw(marks))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    lines = root.findall(f"{_SVG}polyline")
    assert len(lines) == 2
    for line in lines:
        points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        assert len(points) == len(marks)
        assert all(0 < x < width and 0 < y < height for x, y in points)
        assert points == sorted(points)
    title = root.find(f"{_SVG}title")
    assert title is not None
    assert f"5,000 stories {slowest:.1f} and 0.3" in (title.text or "")
