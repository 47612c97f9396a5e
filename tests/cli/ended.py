"""A command of the program run here, and how it ended."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from backfile.cli import main


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def runner(capsys: pytest.CaptureFixture[str], *last: object) -> Run:
    """What runs a command with these arguments and `last` after them; none may end in a traceback."""

    def command(*arguments: object) -> Ended:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in (*arguments, *last)])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return command
