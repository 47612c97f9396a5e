"""Each small reader of the grammar of quotations is worth something: its example is read otherwise without it."""

import importlib
import pkgutil
from types import ModuleType

import pytest

import backfile.quotes
from backfile.quotes import analyse_speech
from backfile.quotes.ordered_readers import Reader

MODULES = [
    importlib.import_module(f"backfile.quotes.{found.name}") for found in pkgutil.iter_modules(backfile.quotes.__path__)
]
EVERY = [
    pytest.param(module, name, at, id=f"{module.__name__.rpartition('.')[2]}.{name} {rows[at].read.__name__}")
    for module in MODULES
    for name, rows in vars(module).items()
    if isinstance(rows, tuple) and rows and isinstance(rows[0], Reader)
    for at in range(len(rows))
]


@pytest.mark.parametrize(("module", "name", "at"), EVERY)
def test_without_a_reader_its_example_is_read_otherwise(
    module: ModuleType, name: str, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = getattr(module, name)
    passage = rows[at].example.replace(" // ", "\n")
    whole = analyse_speech(passage, language="en")
    monkeypatch.setattr(module, name, rows[:at] + rows[at + 1 :])
    assert analyse_speech(passage, language="en") != whole


def test_the_lists_are_found() -> None:
    assert len(EVERY) > 80
    assert len({case.values[2] for case in EVERY}) > 10
