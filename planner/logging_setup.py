"""The log of the window: ids and counts only, in a private file that is kept small."""

from __future__ import annotations

import logging
import os
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = "planner"
_LARGEST = 500_000
_KEPT = 3
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _PrivateFileHandler(RotatingFileHandler):
    """Writes files that only their owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(descriptor, "a"), encoding=self.encoding)


def set_up_log(file: Path) -> logging.Logger:
    """Return the program's logger, writing to `file` unless that is impossible."""
    logger = logging.getLogger(LOGGER)
    close_log(logger)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    handler: logging.Handler
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _PrivateFileHandler(file, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    logger.addHandler(handler)
    return logger


def close_log(logger: logging.Logger) -> None:
    """Close the log's files."""
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
