"""The words of the sample team in both languages, beside its file."""

from __future__ import annotations

from pathlib import Path

from planner.core.text import Text


def read_sample_texts(file: Path) -> tuple[Text, ...]:
    """Return the pairs of a list of `en` and `zh`, in its order."""
    # Imported here: only the sample team needs it.
    from planner.files.yaml_text import parse_yaml

    return tuple(Text(en=pair["en"], zh=pair["zh"]) for pair in parse_yaml(file.read_text("utf-8")))
