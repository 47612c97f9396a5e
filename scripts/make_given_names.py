"""Writes src/backfile/lexicon/european_name_lists.py: given names by language and gender, from Faker's lists (MIT licence).

    python scripts/make_given_names.py FAKER_WHEEL_OR_FOLDER

Faker (https://github.com/joke2k/faker) gathers the commonest given names of each country, with their sources. The lists are read
from its source files; nothing of Faker is run, and it is needed for this script alone.
"""

import ast
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from pathlib import Path

LOCALES = {
    "de": ("de_DE", "de_AT", "de_CH"),
    "fr": ("fr_FR", "fr_CH", "fr_QC", "fr_BE"),
    "es": ("es_ES", "es_MX", "es_CL", "es_CO", "es_AR"),
    "pt": ("pt_PT", "pt_BR"),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "": ("cs_CZ", "da_DK", "fi_FI", "hr_HR", "hu_HU", "no_NO", "pl_PL", "ro_RO", "sk_SK", "sl_SI", "sv_SE", "tr_TR"),
}  # fmt: skip
"""Language to Faker's locales; the empty one is other languages of Latin letters; English names are in `given_names`."""
OUT = Path(__file__).parents[1] / "src" / "backfile" / "lexicon" / "european_name_lists.py"
HEAD = '''"""Given names of Europe and Latin America by language and gender: data, written by scripts/make_given_names.py from Faker (MIT)."""

'''


def main() -> None:
    """Writes the module from the lists of the wheel or folder that is given."""
    source = Path(sys.argv[1])
    lines = []
    for language, locales in LOCALES.items():
        male, female = set(), set()
        for locale in locales:
            for name, words in lists_in(text_of(source, locale)):
                if name.startswith("first_names") and "female" in name:
                    female.update(words)
                elif name.startswith("first_names") and "male" in name:
                    male.update(words)
        lines.append(f"    {language!r}: (\n{block(male)},\n{block(female)},\n    ),")
    table = "NAMES: dict[str, tuple[str, str]] = {\n" + "\n".join(lines).replace("'", '"') + "\n}  # fmt: skip\n"
    OUT.write_text(HEAD + table + '"""Language to its men\'s and its women\'s given names."""\n', encoding="utf-8")


def text_of(source: Path, locale: str) -> str:
    """The source of one locale's provider."""
    name = f"faker/providers/person/{locale}/__init__.py"
    if source.suffix == ".whl":
        with zipfile.ZipFile(source) as wheel:
            return wheel.read(name).decode()
    return (source / name).read_text(encoding="utf-8")


def lists_in(text: str) -> Iterator[tuple[str, set[str]]]:
    """Each list of a provider by its name, its words in small letters: single words of more than two letters."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            words = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield node.targets[0].id, {w.lower() for w in words if len(w) > 2 and w.isalpha()}


def block(words: set[str]) -> str:
    """Names as the lines of a string in the module."""
    filled = textwrap.fill(" ".join(sorted(words)), 132, break_long_words=False, break_on_hyphens=False)
    return '        """\n' + textwrap.indent(filled, "        ") + '\n        """'


main()
