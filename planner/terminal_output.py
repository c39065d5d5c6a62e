"""What the terminal says: answers to standard output, errors in two lines to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from planner.core.errors import PlannerError
from planner.core.text import Message, Texts, in_line, message


class Output:
    """Writes words in one language, UTF-8 whatever the system's encoding."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # The name of a file may be no text at all.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, said: Message) -> None:
        """Write a sentence as the answer."""
        self.write(self._texts.word(said))

    def write_json(self, plain: object) -> None:
        """Write plain data as the answer."""
        self.write(json.dumps(plain, ensure_ascii=False, indent=2))

    def write(self, text: str) -> None:
        """Write the answer; raise PlannerError where it cannot be written.

        Where whoever reads a pipe has gone, it is dropped in silence.
        """
        try:
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            self._let_go()
        except OSError as error:
            self._let_go()
            raise PlannerError(
                message("The answer cannot be written: {reason}.", reason=str(error.strerror)),
                remedy=message("Look at where the output goes."),
            ) from error

    def warn(self, said: Message) -> None:
        """Write a sentence beside the answer."""
        sys.stderr.write(self._texts.word(said) + "\n")

    def refuse(self, error: PlannerError) -> None:
        """Say what happened in one line, then what to do and what it means in another."""
        rest = [part for part in (error.remedy, error.effect) if part]
        self.warn(error.happened)
        if rest:
            sys.stderr.write(self.joined(rest) + "\n")

    def joined(self, sentences: Sequence[Message]) -> str:
        """Return sentences in one line."""
        return in_line(sentences, self._texts)

    def _let_go(self) -> None:
        # What is still in the buffer goes nowhere, so that no flush fails at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
