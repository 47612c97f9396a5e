"""What is switched off is off for that while alone, and a mutant is one change."""

from bench.mutants import MODULES, ROOT, mutants_of
from bench.rule_worth import parts, read_dates, without

from backfile.label import line_label as lines
from backfile.lexicon import not_people


def test_a_part_is_off_within_and_on_again_after() -> None:
    table = next(part for part in parts({"nobody"}) if part.name == "nobody WHOLE")
    line = next(part for part in parts({"line"}) if "Share this article" in part.name)
    with without(table), without(line):
        assert frozenset() == not_people.WHOLE
        assert lines.line_label("Share this article on Facebook") is None
    assert "admin" in not_people.WHOLE
    assert lines.line_label("Share this article on Facebook") is not None


def test_a_shape_of_dates_is_worth_what_its_case_shows() -> None:
    shape = next(part for part in parts({"dates"}) if part.name.startswith("dates last-month "))
    with without(shape):
        assert read_dates(None, 0).right["last March"] == 0
    assert read_dates(None, 0).right["last March"] == 1


def test_no_two_parts_have_one_name() -> None:
    names = [part.name for part in parts({"label", "line", "nobody", "dates"})]
    assert len(names) == len(set(names)) > 150


def test_mutants_are_one_change_each() -> None:
    made = mutants_of("def f(a, b):\n    if a < b and a:\n        return True\n    return a not in b\n")
    assert [(mutant.line, mutant.after) for mutant in made] == [
        (2, "a <= b"),
        (2, "a < b or a"),
        (3, "return False"),
        (4, "a in b"),
    ]
    assert all((ROOT / "src" / "backfile" / f"{module}.py").is_file() for module in MODULES)
