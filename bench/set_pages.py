"""Pages of sets, in turn from each, as they were saved."""

import gzip
from collections.abc import Iterator
from itertools import chain, zip_longest

from bench.pack_warc import pages


def pages_of(sets: list[str]) -> Iterator[tuple[str, str | None, bytes]]:
    """Name, address and bytes of each page, one of each set in turn."""
    for one in chain.from_iterable(zip_longest(*(pages([name]) for name in sets))):
        if one is None:
            continue
        folder, truth = one
        path = folder / "html" / f"{truth['id']}.html.gz"
        if path.exists():
            yield f"{folder.name}/{truth['id']}", truth.get("url"), gzip.decompress(path.read_bytes())
