"""The two commands of the set-up, as far as they can be tried on a machine that is set up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

needs_a_shell = pytest.mark.skipif(sys.platform != "linux", reason="the set-up of Debian")
FILES = ("requirements.txt", "requirements-dev.txt")


def pinned(root: Path, file: str) -> dict[str, Requirement]:
    """The requirements of a file by name, its hashes left out."""
    lines = re.findall(r"^[a-z0-9][^\\\n]*", (root / file).read_text("utf-8"), re.MULTILINE)
    found = [Requirement(line) for line in lines]
    return {each.name: each for each in found}


@pytest.mark.parametrize("file", FILES)
def test_each_pin_is_one_release_with_its_hashes(file: str, root: Path) -> None:
    text = (root / file).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.split("\n", 1)[1])
    assert len(entries) > 15
    for entry in entries:
        assert re.match(r"[a-z0-9.\[\]-]+==[^ ]+ ", entry), entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("file", FILES)
def test_no_host_is_named(file: str, root: Path) -> None:
    text = (root / file).read_text("utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|file:", text)


def test_what_the_project_asks_for_is_pinned(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = {
        FILES[0]: project["project"]["dependencies"],
        FILES[1]: project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }
    for file, lines in asked.items():
        pins = pinned(root, file)
        for line in lines:
            wanted = Requirement(line)
            (pin,) = pins[wanted.name].specifier
            assert pin.version in wanted.specifier, line


def test_both_files_pin_the_same_releases(root: Path) -> None:
    run, test = (pinned(root, file) for file in FILES)
    assert {name: str(pin) for name, pin in test.items() if name in run} == {
        name: str(pin) for name, pin in run.items()
    }


def program(folder: Path, name: str, text: str) -> None:
    """Put a program of this name into a folder."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)


def call(script: Path, *arguments: str, programs: Path) -> subprocess.CompletedProcess[str]:
    """Call a script of the set-up with these programs before all others."""
    return subprocess.run(
        ["sh", str(script), *arguments],
        env={"PATH": f"{programs}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def somebody(tmp_path: Path) -> Path:
    """Programs of a machine without any library, used by somebody who is not root."""
    program(tmp_path, "ldconfig", "echo '0 libs found'")
    program(tmp_path, "id", "echo 1000")
    program(tmp_path, "sudo", "echo 'sudo: a password is required' >&2; exit 1")
    program(tmp_path, "apt-get", f"echo called >>{tmp_path}/apt.log; exit 1")
    return tmp_path


@needs_a_shell
def test_without_rights_the_line_to_type_is_printed(root: Path, somebody: Path) -> None:
    done = call(root / ".ci" / "debian-libraries", "run", programs=somebody)
    assert done.returncode == 1
    line = done.stderr.splitlines()[-1]
    assert line.startswith("  apt-get update && apt-get install --no-install-recommends lib")
    assert {"libegl1", "libgl1", "libxcb-cursor0", "libxkbcommon0"} <= set(line.split())
    assert not (somebody / "apt.log").exists()


@needs_a_shell
def test_only_what_is_missing_is_asked_for(root: Path, somebody: Path) -> None:
    script = root / ".ci" / "debian-libraries"
    sonames = re.findall(r"(lib[\w.+-]+\.so\.\d+) lib", script.read_text("utf-8"))
    present = "\\n".join(f"\\t{name} (libc6,x86-64) => /lib/{name}" for name in sonames)
    program(somebody, "ldconfig", f"printf '{present}\\n'")
    assert call(script, "run", programs=somebody).returncode == 0
    program(somebody, "ldconfig", f"printf '{present}\\n' | grep -v libEGL")
    done = call(script, "run", programs=somebody)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("--no-install-recommends libegl1")


@needs_a_shell
def test_root_installs_and_a_failure_is_told(root: Path, somebody: Path) -> None:
    program(somebody, "id", "echo 0")
    program(
        somebody,
        "apt-get",
        f'echo "$@" >>{somebody}/apt.log\necho "E: no such package" >&2\nexit 100',
    )
    done = call(root / ".ci" / "debian-libraries", "run", programs=somebody)
    assert done.returncode != 0
    assert "E: no such package" in done.stderr
    calls = (somebody / "apt.log").read_text("utf-8").splitlines()
    assert "install -y --no-install-recommends" in calls[0]
    assert calls[1].endswith("update")


@needs_a_shell
def test_without_a_display_one_line_says_so(root: Path, tmp_path: Path) -> None:
    done = call(root / ".ci" / "open", programs=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "No display" in line
    assert ".venv/bin/career-planner --sample print" in line


@needs_a_shell
def test_another_python_is_refused(root: Path, tmp_path: Path) -> None:
    program(tmp_path, "python3", "exit 1")
    done = call(root / ".ci" / "setup", "run", programs=tmp_path)
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
