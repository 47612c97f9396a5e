"""What the set-up scripts say on a machine that lacks something: one line that names what to install."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHELL = ("bash", "id", "env", "rm", "cat", "touch")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands to be the whole PATH: a shell, and a user who is not root."""
    for name in SHELL:
        found = next(Path(folder) / name for folder in os.get_exec_path() if (Path(folder) / name).exists())
        (tmp_path / name).symlink_to(found)
    (tmp_path / "id").unlink()
    command(tmp_path, "id", "echo 1000")
    return tmp_path


def command(machine: Path, name: str, script: str) -> None:
    path = machine / name
    path.write_text(f"#!{machine / 'bash'}\n{script}\n")
    path.chmod(0o755)


def run(machine: Path, script: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine), "VENV": str(machine / "venv"), "LOG": str(machine / "log")}
    bash = str((machine / "bash").resolve())
    return subprocess.run(
        [bash, str(ROOT / "scripts" / script)], env=environment, capture_output=True, text=True, check=False
    )


def test_no_python(machine: Path) -> None:
    done = run(machine, "make_venv.sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt install python3 python3-venv" in done.stderr


def test_python_without_venv_and_no_root(machine: Path) -> None:
    command(machine, "python3", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    done = run(machine, "make_venv.sh")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "sudo apt install python3-venv" in done.stderr


def test_python_without_venv_as_root(machine: Path) -> None:
    command(machine, "python3", 'case "$2" in *ensurepip*) exit 1 ;; esac; echo "python3 $*" >> "$LOG"')
    command(machine, "id", "echo 0")
    command(machine, "apt-get", 'echo "apt-get $*" >> "$LOG"')
    done = run(machine, "make_venv.sh")
    assert done.returncode == 0, done.stderr
    log = (machine / "log").read_text().splitlines()
    assert any(
        line.startswith("apt-get") and line.endswith("install -y --no-install-recommends python3-venv") for line in log
    )
    assert log[-1] == f"python3 -m venv {machine / 'venv'}"


def test_no_browser_and_no_root(machine: Path) -> None:
    done = run(machine, "have_browser.sh")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "sudo apt install chromium" in done.stderr


def test_a_browser_is_enough(machine: Path) -> None:
    command(machine, "chromium", "exit 0")
    assert run(machine, "have_browser.sh").returncode == 0


def test_what_is_locked_is_what_the_project_allows() -> None:
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    runtime = project["project"]["dependencies"] + project["build-system"]["requires"] + extras["site"]
    for name, wanted in (("requirements.txt", runtime), ("requirements-dev.txt", runtime + extras["dev"])):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        locked = dict(line.lower().removesuffix(" \\").split("==") for line in lines if "==" in line)
        needed = [Requirement(one) for one in wanted]
        assert [str(one) for one in needed if not one.specifier.contains(locked.get(one.name.lower(), "0"))] == [], name


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_pin_has_the_digests_of_its_files(name: str) -> None:
    pins = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())[1:]
    assert len(pins) > 20
    for pin in pins:
        assert re.fullmatch(r"[\w.-]+==\S+(?: \\\n    --hash=sha256:[0-9a-f]{64})+", pin), pin[:80]


def test_every_dependency_is_listed_with_its_licence() -> None:
    listed = (ROOT / "docs/dependencies.md").read_text("utf-8")
    rows = {row.split(" | ")[0].strip("| "): row for row in listed.splitlines() if row.startswith("| ")}
    pins = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    assert [pin for pin in pins if pin.lower() not in rows] == []
    assert [name for name, row in rows.items() if "?" in row] == []


def test_what_is_needed_to_run_is_a_range() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert [one for one in (*project["dependencies"], *project["optional-dependencies"]["site"]) if "==" in one] == []
