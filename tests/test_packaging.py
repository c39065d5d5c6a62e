"""The wheel: it carries the data and the resources, and its command works from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

WINDOWS = sys.platform == "win32"
SHOW = (
    "from planner.places import shipped_folder\n"
    "import planner\n"
    "print(planner.__file__, shipped_folder('data'), shipped_folder('resources'), sep='\\n')"
)


def run(*command: str | Path, folder: Path) -> str:
    """Run a command as somebody who has never heard of this checkout; return what it wrote."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Environment:
    """A virtual environment that sees the packages of this one, the planner's excepted."""

    def __init__(self, folder: Path) -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder.parent)
        self.programs = folder / ("Scripts" if WINDOWS else "bin")
        self.python = self.programs / ("python.exe" if WINDOWS else "python")
        show = "import sysconfig; print(sysconfig.get_path('purelib'))"
        self.packages = Path(run(self.python, "-c", show, folder=folder).strip())
        (self.packages / "over.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")

    def install(self, *what: str | Path) -> None:
        """Install without asking any registry."""
        pip = (sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet")
        here = self.packages.parent
        run(*pip, "--no-index", "--no-deps", "--no-build-isolation", *what, folder=here)


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root)
    run(*build, folder=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed") / "venv")
    environment.install(wheel)
    return environment


def test_the_wheel_carries_every_shipped_file(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [
        path.relative_to(root).as_posix()
        for folder in ("planner", "data", "resources")
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    ]
    expected = {
        name if name.startswith("planner/") else f"planner/shipped/{name}" for name in files
    }
    assert "planner/shipped/resources/fonts/OFL.txt" in expected
    assert expected - names == {
        "planner/shipped/resources/fonts/make_fonts.py",
        "planner/shipped/resources/pictures/window.png",
    }
    assert not [name for name in names if name.startswith(("tests/", "data/", "resources/"))]


def test_the_wheel_finds_its_folders(installed: Environment, tmp_path: Path) -> None:
    package, data, resources = run(installed.python, "-c", SHOW, folder=tmp_path).splitlines()
    inside = installed.packages / "planner"
    assert Path(package) == inside / "__init__.py"
    assert (Path(data), Path(resources)) == (inside / "shipped/data", inside / "shipped/resources")
    assert (Path(resources) / "fonts" / "OFL.txt").is_file()


def test_an_editable_install_finds_the_checkout(root: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install("--editable", root)
    package, data, resources = run(environment.python, "-c", SHOW, folder=tmp_path).splitlines()
    assert Path(package) == root / "planner" / "__init__.py"
    assert (Path(data), Path(resources)) == (root / "data", root / "resources")
    assert not (environment.packages / "planner").exists()


def test_the_command_answers_from_another_folder(installed: Environment, tmp_path: Path) -> None:
    command = installed.programs / "career-planner"
    assert run(command, "--version", folder=tmp_path).startswith("0.")
    people = run(command, "--sample", "people", "--json", folder=tmp_path)
    assert '"sample-am"' in people
    roles = run(command, "--sample", "--language", "zh_CN", "roles", folder=tmp_path)
    assert "区域客户总监" in roles
