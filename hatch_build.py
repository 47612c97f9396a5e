"""Builds the compiled pass over a page's tree (src/backfile/page/compiled) as Backfile is installed.

Where there is no C compiler, or no headers of Python's, Backfile is installed without it: its twin in Python reads the same,
more slowly (docs/decisions/0008). Nothing else depends on it, so that fails nothing; pip shows the reason with -v.
"""

import os
import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCE = "src/backfile/page/compiled/walk.c"
_MODULE = f"src/backfile/page/_walk{sysconfig.get_config_var('EXT_SUFFIX')}"
_FLAGS = ("-O2", "-fPIC", "-shared", "-Wall", "-Wextra")


class CustomBuildHook(BuildHookInterface):
    """See Hatch's documentation, "Custom build hook"."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and let the wheel say for which machine and Python it is; leave both where that fails."""
        if self.target_name != "wheel":
            return
        fault = _compile(Path(self.root))
        if fault:
            self.app.display_warning(f"Backfile is installed without its compiled pass:\n{fault}")
        else:
            build_data |= {"pure_python": False, "infer_tag": True}
            build_data["artifacts"].append(_MODULE)


def _compile(root: Path) -> str:
    """What the compiler has against it; "" where it is built."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    headers = f"-I{sysconfig.get_path('include')}"
    command = [*compiler, *_FLAGS, headers, str(root / _SOURCE), "-o", str(root / _MODULE), "-ldl"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (the user's own compiler)
    except OSError as error:
        return str(error)
    return done.stderr or "the compiler does not say why" if done.returncode else ""
