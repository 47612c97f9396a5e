"""Builds the compiled parts (src/backfile/compiled) as Backfile is installed.

Where there is no C compiler, or no headers of Python's, Backfile is installed without them: each has a twin in Python that
gives the same, more slowly (docs/decisions/0008). Nothing else depends on them, so that fails nothing; pip shows the reason with -v.
With BACKFILE_PURE set they are left out on purpose, and the wheel is for any machine.
"""

import os
import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PARTS = {
    "compiled/_walk": "compiled/walk.c",
    "compiled/_score": "compiled/score.c",
}
"""Module to source, under src/backfile."""
ENDING = sysconfig.get_config_var("EXT_SUFFIX")
_FLAGS = ("-O3", "-fPIC", "-shared", "-Wall", "-Wextra")
_LIBRARIES = ("-ldl", "-lm")


class CustomBuildHook(BuildHookInterface):
    """See Hatch's documentation, "Custom build hook"."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and let the wheel say for which machine and Python it is; leave both where that fails."""
        if self.target_name != "wheel" or os.environ.get("BACKFILE_PURE"):
            return
        package = Path(self.root, "src", "backfile")
        for module, source in PARTS.items():
            fault = compile_part(package / source, package / f"{module}{ENDING}")
            if fault:
                self.app.display_warning(f"Backfile is installed without its compiled {module}:\n{fault}")
            else:
                build_data |= {"pure_python": False, "infer_tag": True}
                build_data["artifacts"].append(f"src/backfile/{module}{ENDING}")


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
