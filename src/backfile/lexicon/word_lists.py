"""Word lists by language: looked up in the module that is compiled from languages/*.toml, or read from these where it is out of date.

In a clone that was never installed, or whose files were edited since, the files themselves are read, which takes 50 ms a start.
"""

from importlib import import_module
from pathlib import Path

from backfile.lexicon.compile_lists import Lists, compile_folder, stamp_of


def load_lists(module: str, folder: Path) -> Lists:
    """The lists of a compiled module where it is there and no file of the folder was changed since, else of the folder."""
    try:
        compiled = import_module(module)
    except ImportError:
        return compile_folder(folder)
    is_current = compiled.STAMP is None or stamp_of(folder) == compiled.STAMP
    lists: Lists = compiled.LISTS if is_current else compile_folder(folder)
    return lists


_LISTS = load_lists("backfile.lexicon._compiled_lists", Path(__file__).with_name("languages"))


def by_language(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of a list by language, languages in the order of their codes."""
    return {language: tuple(text.split("\n")) for language, text in _LISTS.get(name, {}).items()}


def entries(name: str, language: str) -> tuple[str, ...]:
    """The entries of a list in one language; none where the language has no such list."""
    text = _LISTS.get(name, {}).get(language)
    return tuple(text.split("\n")) if text else ()


def in_all(name: str) -> tuple[str, ...]:
    """The entries of a list in every language, each once."""
    return tuple(dict.fromkeys(entry for text in _LISTS.get(name, {}).values() for entry in text.split("\n")))


def alternatives(name: str) -> str:
    """The entries of a list in every language, as alternatives of a pattern."""
    return "|".join(in_all(name))
