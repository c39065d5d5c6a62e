"""Where things are: the shipped data and resources, and the person's own folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

APPLICATION = "career-planner"


def shipped_folder(name: str) -> Path:
    """Return the shipped folder `data` or `resources`: of a wheel, else of the checkout."""
    package = Path(__file__).resolve().parent
    in_wheel = package / "shipped" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of the person who runs the planner."""

    store: Path
    backups: Path
    settings: Path
    cache: Path
    log: Path


def places(store: Path | None = None) -> Places:
    """Return the platform's folders for us; `store` replaces the usual store file."""
    folders = PlatformDirs(APPLICATION, appauthor=False)
    file = store or Path(folders.user_data_path) / "planner.db"
    return Places(
        store=file,
        backups=file.parent / "backups",
        settings=Path(folders.user_config_path) / "window.ini",
        cache=Path(folders.user_cache_path),
        log=Path(folders.user_log_path) / "planner.log",
    )
