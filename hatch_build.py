"""Builds, as Backfile is installed, its word lists (src/backfile/lexicon/languages) and its compiled parts (src/backfile/compiled).

The word lists become one Python module; `pip install -e .` leaves it in the tree, and a wheel has it in place of the lists' files.
The compiled parts are C.
Where there is no C compiler, or no headers of Python's, Backfile is installed without them: each has a twin in Python that
gives the same, more slowly (docs/decisions/0008). Nothing else depends on them, so that fails nothing; pip shows the reason with -v.
With BACKFILE_PURE set they are left out on purpose, and the wheel is for any machine.
"""

import importlib.util
import os
import shlex
import subprocess
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PARTS = {
    "compiled/_walk": "compiled/walk.c",
    "compiled/_score": "compiled/score.c",
}
"""Module to source, under src/backfile."""
LISTS = "_compiled_lists.py"
ENDING = sysconfig.get_config_var("EXT_SUFFIX")
_FLAGS = ("-O3", "-fPIC", "-shared", "-Wall", "-Wextra")
_LIBRARIES = ("-ldl", "-lm")


class CustomBuildHook(BuildHookInterface):
    """See Hatch's documentation, "Custom build hook"."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and let the wheel say for which machine and Python it is; leave both where that fails."""
        if self.target_name != "wheel":
            return
        package = Path(self.root, "src", "backfile")
        self._write_lists(package / "lexicon", build_data, is_tree=version == "editable")
        if os.environ.get("BACKFILE_PURE"):
            return
        for module, source in PARTS.items():
            fault = compile_part(package / source, package / f"{module}{ENDING}")
            if fault:
                self.app.display_warning(f"Backfile is installed without its compiled {module}:\n{fault}")
            else:
                build_data |= {"pure_python": False, "infer_tag": True}
                build_data["artifacts"].append(f"src/backfile/{module}{ENDING}")

    def _write_lists(self, lexicon: Path, build_data: dict[str, Any], *, is_tree: bool) -> None:
        """The module of word lists: in the tree where that is what is installed, else in the wheel alone."""
        folder = lexicon if is_tree else Path(tempfile.mkdtemp())
        list_compiler(lexicon).write_module(lexicon / "languages", folder / LISTS, is_tree=is_tree)
        if not is_tree:
            build_data["force_include"][str(folder / LISTS)] = f"backfile/lexicon/{LISTS}"


def list_compiler(lexicon: Path) -> Any:
    """The module that compiles word lists, by its path: Backfile cannot be imported yet."""
    spec = importlib.util.spec_from_file_location("compile_lists", lexicon / "compile_lists.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compile_part(source: Path, module: Path, *flags: str) -> str:
    """What the compiler has against it; "" where it is built."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    headers = f"-I{sysconfig.get_path('include')}"
    command = [*compiler, *_FLAGS, *flags, headers, str(source), "-o", str(module), *_LIBRARIES]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (the user's own compiler)
    except OSError as error:
        return str(error)
    return done.stderr or "the compiler does not say why" if done.returncode else ""
