"""An output that appears under its name only when it is whole: a file or a folder."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from backfile.errors import OutputRefused


@contextmanager
def whole_output(out: Path, *, is_folder: bool) -> Iterator[Path]:
    """Where to write meanwhile; renamed to `out` at the end, taken away if anything is raised. Raises OutputRefused.

    What is there already is never written over: nobody can tell whether it is an export or somebody's work.
    """
    if out.exists() or out.is_symlink():
        raise OutputRefused("It is there already: name another place, or take it away first.", str(out))
    partial = out.with_name(f"{out.name}.partial")
    try:
        partial.parent.mkdir(parents=True, exist_ok=True)
        _take_away(partial)
        if is_folder:
            partial.mkdir()
        yield partial
        partial.rename(out)
    except OSError as error:
        with suppress(OSError):
            _take_away(partial)
        raise OutputRefused(f"It cannot be written: {error.strerror or error}.", str(out)) from error
    except BaseException:
        _take_away(partial)
        raise


def _take_away(partial: Path) -> None:
    if partial.is_dir():
        shutil.rmtree(partial)
    else:
        partial.unlink(missing_ok=True)
