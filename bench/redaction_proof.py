"""Proof that redacted words are nowhere: python -m bench.redaction_proof [SOURCES ...] [--count 50] [--seed 1] [--show]

An archive is made of the sources (samples/saved if none are given), names and passages are drawn from it and redacted everywhere, and then each is
looked for in all that the archive holds and gives out (bench/all_outputs.py): as it stands, in other case, without accents, URL-encoded, as entities,
as JSON escapes, in slugs, as one word, in base64. Then the sources are added again and it is looked for once more. Prints where each stood before and
after; ends with 1 where one is found. Words that are looked for are found before, or the proof has shown nothing: that ends with 1 too.
"""

import argparse
import base64
import hashlib
import html
import json
import random
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote

from bench.all_outputs import PARTS, Output, all_outputs, asked_for

import backfile
from backfile.archive import Archive
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.taking_down import Word

WORD = Word("a proof of redaction", "bench")
_BASE64 = re.compile(rb"[A-Za-z0-9_-]{24,}")
_UNSEEN, _BETWEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d]+"), re.compile(r"[\W_]+")
_RUN = 6
_PASSAGE = 14
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){1,3}")


def plain(text: str) -> str:
    """Words without case, accents and what stands between them, a space before and after each."""
    folded = text.lower() if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKD", text).casefold())
    return f" {_BETWEEN.sub(' ', folded).strip()} "


def readings(payload: bytes) -> Iterable[str]:
    """What the bytes may say: as they are, and with each kind of escape undone."""
    text = payload.decode("utf-8", "replace")
    escaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text) if "\\u" in text else text
    unquoted = unquote(unquote(text.replace("+", " "))) if "%" in text else text
    hidden = " ".join(
        base64.urlsafe_b64decode(run[: len(run) // 4 * 4]).decode("utf-8", "replace")
        for run in _BASE64.findall(payload[:2_000_000])
    )
    return dict.fromkeys((text, html.unescape(text), escaped, unquoted, hidden))


class Needles:
    """What is looked for: names whole and as one word; of passages every run of six words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._runs: dict[str, str] = {}
        for text in texts:
            words = plain(text).split()
            if len(words) > _RUN:
                self._runs |= {f" {' '.join(words[at : at + _RUN])} ": text for at in range(len(words) - _RUN + 1)}
            else:
                self._runs |= {f" {' '.join(words)} ": text, "".join(words): text}
        self._pattern = re.compile("|".join(map(re.escape, sorted(self._runs, key=len, reverse=True))))

    def found(self, payload: bytes) -> set[str]:
        """Those that stand in the bytes."""
        return {self._runs[one] for text in readings(payload) for one in self._pattern.findall(plain(text))}


def drawn(archive: Archive, count: int, seed: int) -> list[str]:
    """Names and passages of the archive, three names to a passage."""
    chance = random.Random(seed)
    names: dict[str, None] = {}
    passages = []
    for entry in archive.entries():
        story = archive.story(entry.id)
        said = [person.name for person in story.people] + [author.name for author in story.authors]
        names |= dict.fromkeys(name for name in said if _NAME.fullmatch(name))
        words = story.body.split()
        if len(words) > 3 * _PASSAGE:
            at = chance.randrange(len(words) - _PASSAGE)
            passages.append(" ".join(words[at : at + _PASSAGE]))
    every = sorted(names)
    chance.shuffle(every)
    chance.shuffle(passages)
    left = min(count // 4, len(passages))
    return [*every[: count - left], *passages[:left]]


def looked_for(outputs: Iterable[Output], needles: Needles) -> dict[str, list[str]]:
    """Where each is found: the names of outputs."""
    found: dict[str, list[str]] = {}
    known: dict[bytes, set[str]] = {}
    for name, payload in outputs:
        sign = hashlib.blake2b(payload, digest_size=16).digest()
        if sign not in known:
            known[sign] = needles.found(payload)
        for text in known[sign]:
            found.setdefault(text, []).append(name)
    return found


def kinds(found: dict[str, list[str]]) -> str:
    """In how many outputs of each kind something is found."""
    counted = Counter(
        name.split()[0] if not name.startswith("export") else " ".join(name.split()[:2])
        for names in found.values()
        for name in names
    )
    return ", ".join(f"{kind} {count:,}" for kind, count in counted.most_common()) or "nowhere"


def main() -> int:
    """Draw, look, redact, look again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=["samples/saved"])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=[*PARTS], help="where to look")
    parser.add_argument("--show", action="store_true", help="print each place")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backfile-proof-") as name:
        return _proved(Path(name), given)


def _proved(scratch: Path, given: argparse.Namespace) -> int:
    folder = scratch / "archive"
    with backfile.open(folder) as archive:
        archive.add(*given.sources)
        texts = drawn(archive, given.count, given.seed)
    needles = Needles(texts)
    more = [address for text in texts for address in asked_for(text)]
    (scratch / "before").mkdir()
    before = looked_for(all_outputs(folder, scratch / "before", given.parts, more=more), needles)
    print(f"{len(texts)} names and passages, {len(before)} of them found before, in: {kinds(before)}")
    with backfile.open(folder) as archive:
        started = time.process_time()
        done = archive.redact(texts, (EVERYWHERE,), WORD)
        print(
            f"redacted in {len(done.stories)} of {len(archive)} stories, {done.places} places, {time.process_time() - started:.1f} s of CPU"
        )
    worst = 0
    for moment in ("after", "after adding again"):
        if moment != "after":
            with backfile.open(folder) as archive:
                added = archive.add(*given.sources)
            print(f"added again: {added.captures} captures, {added.held} held, {added.stories} new stories")
        (scratch / moment).mkdir()
        after = looked_for(all_outputs(folder, scratch / moment, given.parts, more=more), needles)
        print(f"{moment}: {len(after)} of {len(texts)} found, in: {kinds(after)}")
        if given.show:
            print(json.dumps({text: names[:5] for text, names in after.items()}, indent=1, ensure_ascii=False))
        worst = max(worst, len(after))
    return int(worst > 0 or len(before) < len(texts))


if __name__ == "__main__":
    sys.exit(main())
