"""Pages of every kind before two judges: axe-core (accessibility) in the browser, html-validate (HTML) beside it. `make check-pages` runs it.

    python -m tests.site.check_pages NODE_FOLDER      with axe-core and html-validate installed there by npm

Each page is looked at on a phone and on a desk, light and dark, with every fold open. It says what is wrong, and ends with 1.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.site.chromium import Chromium
from tests.site.client import IN_2026, Client
from tests.site.fake import archive
from tests.site.served import served
from tests.site.walking import walk

from backfile.site import make_app

_OF_A_KIND = 3
"""Pages of one kind that are looked at: the first of them by their addresses."""
_MORE = ("/search?q=ferry&from=2010&sort=date", "/search?q=%22", "/nowhere", "/story/undated1", "/story/hebrew")
_RULES = {"extends": ["html-validate:recommended"], "rules": {"long-title": "off", "no-trailing-whitespace": "off"}}
"""A title holds a headline, whatever its length; white space at a line's end is a text's own, in a <pre>."""
_AXE = """axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
  one => `${one.id} (${one.impact}), ${one.nodes.length} times: ${one.nodes[0].html.slice(0, 200)}`))"""


def main(node: Path) -> int:
    """Check all; how many faults there are."""
    paths = _paths()
    faults = [*_by_axe(node, paths), *_by_html_validate(node, paths)]
    for fault in faults:
        print(fault)
    print(f"{len(paths)} pages, {len(faults)} faults")
    return len(faults)


def _paths() -> list[str]:
    kinds: dict[str, list[str]] = {}
    for path, answer in sorted(walk(Client(archive(), now=IN_2026)).items()):
        if answer.headers.get("content-type", "").startswith("text/html"):
            kinds.setdefault(path.partition("?")[0].split("/")[1], []).append(path)
    return [*(path for paths in kinds.values() for path in paths[:_OF_A_KIND]), *_MORE]


def _by_axe(node: Path, paths: list[str]):
    script = (node / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    with served(make_app(archive(), now=lambda: IN_2026)) as base, Chromium() as browser:
        for path in paths:
            for width, dark in ((390, False), (390, True), (1280, False), (1280, True)):
                browser.open(base + path, width=width, height=844, dark=dark)
                browser.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
                browser.run(f"{script};0")
                for fault in browser.run(_AXE):
                    yield f"{path} at {width}{', dark' if dark else ''}: {fault}"


def _by_html_validate(node: Path, paths: list[str]):
    site = Client(archive(), now=IN_2026)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rules.json").write_text(json.dumps(_RULES))
        for number, path in enumerate(paths):
            (folder / f"{number}.html").write_bytes(site.get(path).content)
        command = [node / "node_modules/.bin/html-validate", "--config", folder / "rules.json", "--formatter", "json"]
        files = [folder / f"{number}.html" for number in range(len(paths))]
        said = subprocess.run([*command, *files], capture_output=True, check=False, text=True)
        assert said.stdout, said.stderr
        for page in json.loads(said.stdout):
            path = paths[int(Path(page["filePath"]).stem)]
            for fault in page["messages"]:
                yield f"{path}, line {fault['line']}: {fault['message']} ({fault['ruleId']})"


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
