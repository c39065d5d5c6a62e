"""The start of the window: what it imports, a store that cannot be opened, a second start."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from planner.app import Start, StoreSession
from planner.core.errors import PlannerError
from planner.core.text import Texts
from planner.files.texts import load_texts
from planner.gui.state.session import Where
from planner.opening import open_planner_store, sample_store
from planner.places import Places
from planner.store.database import open_store
from tests.gui.answers import Answers
from tests.sample_words import HAN

HEAVY = {"alembic", "yaml", "pydantic", "matplotlib", "babel", "networkx", "sqlalchemy.orm"}
# Runs the window, closes it once its first map is painted, and says what was imported until then.
WINDOW = """
import json, sys
import planner.app as app
from PySide6.QtCore import QTimer

built = app.build_window
seen = {}

def look(window):
    page, workspace = window.workbench.page, window.workspace
    # Work that has not begun when the window closes is left to the next start.
    is_filled = workspace.person is None and workspace.store.catalogue_heads()
    if is_filled or page.key == "map" and page.view.map is not None:
        seen["person"] = window.workspace.person.id if window.workspace.person else None
        seen["modules"] = sorted({".".join(name.split(".")[:2]) for name in sys.modules})
        seen["interval"] = sys.getswitchinterval()
        if sys.argv[2] == "sample":
            seen["shared"] = [meeting.shared for meeting in window.workspace.career().meetings]
        window.close()
    else:
        QTimer.singleShot(0, lambda: look(window))

def build(*arguments):
    window = built(*arguments)
    QTimer.singleShot(0, lambda: look(window))
    return window

app.build_window = build
code = app.run_window(app.Path(sys.argv[1]), sample=sys.argv[2] == "sample", language=sys.argv[3])
print(json.dumps({"code": code, **seen}))
"""


def nothing() -> None:
    """Leave the look of the application as it is."""


def run(store: Path, what: str = "own", language: str = "en") -> dict[str, object]:
    """Start the window in a process of its own and close it when there is something to see."""
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(store), what, language],
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    assert found["code"] == 0
    return found


def modules(found: dict[str, object]) -> set[str]:
    names = found["modules"]
    assert isinstance(names, list)
    return {str(name) for name in names}


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return Places(
        store=tmp_path / "planner.db",
        backups=tmp_path / "backups",
        settings=tmp_path / "window.ini",
        cache=tmp_path / "cache",
        log=tmp_path / "planner.log",
    )


@pytest.fixture
def texts(root: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", None)


@pytest.fixture
def store_file(here: Places, root: Path) -> Path:
    """A store with the shipped catalogue, closed."""
    open_planner_store(here.store, here.backups, date.today()).close()
    return here.store


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    yield made
    assert (made.choices, made.files) == ([], [])


def test_a_start_imports_nothing_heavy(tmp_path: Path, root: Path) -> None:
    file = tmp_path / "planner.db"
    with_sample(file, root)
    run(file)
    found = run(file)
    assert found["person"] is not None
    loaded = modules(found)
    assert loaded & HEAVY == set()
    # What has to be there, so that the list above is not empty for another reason.
    assert {"PySide6.QtWidgets", "sqlalchemy.engine"} <= loaded


def test_work_keeps_the_window_waiting_for_no_more_than_a_millisecond(tmp_path: Path) -> None:
    assert run(tmp_path / "planner.db")["interval"] == pytest.approx(0.001)


def with_sample(file: Path, root: Path) -> None:
    from planner.opening import import_files

    store = open_store(file, today=date.today())
    import_files(store, [root / "data"], date.today())
    store.close()


def test_the_first_start_has_nobody_and_the_second_finds_the_catalogue(tmp_path: Path) -> None:
    file = tmp_path / "planner.db"
    assert run(file)["person"] is None
    store = open_store(file)
    assert [head.id for head in store.catalogue_heads()] == ["am-lm"]
    store.close()


def test_a_clock_that_is_behind_keeps_no_store_from_its_catalogue(here: Places) -> None:
    # The sample team that is shipped beside the catalogue was rated years after that day.
    store = open_planner_store(here.store, here.backups, date(2020, 1, 1))
    assert [head.id for head in store.catalogue_heads()] == ["am-lm"]
    assert store.people() == ()
    store.close()


@pytest.mark.parametrize("day", [date(2026, 11, 5), date(2000, 1, 1)])
def test_the_sample_lives_before_whatever_day_the_clock_says(day: date) -> None:
    with sample_store(day, "en") as store:
        careers = store.careers_of(store.people())
    assert len(careers) == 8
    newest = max(meeting.on for career in careers for meeting in career.meetings)
    assert (day - timedelta(days=366)) < newest <= day
    assert all(career.person.since < newest for career in careers)


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "First appraisal in the new role."),
        ("zh_CN", "新职位上的第一次评估。"),
    ],
)
def test_the_people_of_the_sample_write_in_the_language_of_the_window(
    tmp_path: Path, language: str, first: str
) -> None:
    shared = run(tmp_path / "planner.db", "sample", language)["shared"]
    assert isinstance(shared, list)
    assert shared[0].startswith(first)
    said = [str(notes) for notes in shared if notes]
    assert len(said) == 8
    assert {bool(HAN.search(notes)) for notes in said} == {language == "zh_CN"}


def test_the_sample_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "tmp"
    own.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(own))
    assert run(tmp_path / "planner.db", "sample")["person"] == "sample-am"
    assert list(own.glob("career-planner-*")) == []
    assert not (tmp_path / "planner.db").exists()


def test_without_a_display_it_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    from planner.app import run_window

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(PlannerError, match="no display"):
        run_window(tmp_path / "planner.db", sample=False, language=None)
    assert os.listdir(tmp_path) == []


def test_a_damaged_store_is_restored_from_the_newest_good_backup(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts
) -> None:
    store = open_store(store_file, backups=here.backups)
    good = store.back_up()
    store.close()
    bad = here.backups / good.name.replace(".asked.", ".daily.").replace("-20", "-21")
    bad.write_bytes(b"SQLite format 3\x00" + b"\x00" * 5000)
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices.append("restore")
    start = Start(answers, texts, here, sample=False, before_asking=nothing)
    session = start.open()
    assert session is not None
    assert [head.id for head in session.store.catalogue_heads()] == ["am-lm"]
    (question,) = answers.asked
    assert [choice.key for choice in question.choices] == ["restore", "open", "quit"]
    assert question.otherwise == "quit"
    assert "backup is of" in question.more
    assert "not a planner file" in question.text
    start.close()


def test_quitting_leaves_a_damaged_store_as_it_is(
    qapp: object, here: Places, answers: Answers, texts: Texts
) -> None:
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices.append("quit")
    start = Start(answers, texts, here, sample=False, before_asking=nothing)
    assert start.open() is None
    start.close()
    assert here.store.read_bytes() == b"nothing of the kind" * 500
    (question,) = answers.asked
    assert [choice.key for choice in question.choices] == ["choose", "open", "quit"]


def test_a_backup_from_elsewhere_takes_the_place_of_a_damaged_store(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts, tmp_path: Path
) -> None:
    kept = tmp_path / "stick" / "planner.backup"
    kept.parent.mkdir()
    shutil.copy(store_file, kept)
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices += ["choose", "choose"]
    answers.files += [(), (kept,)]
    start = Start(answers, texts, here, sample=False, before_asking=nothing)
    session = start.open()
    assert session is not None
    assert session.store.path == here.store
    assert [head.id for head in session.store.catalogue_heads()] == ["am-lm"]
    start.close()


def test_the_log_says_why_a_store_was_not_opened_and_names_no_file(
    qapp: object,
    here: Places,
    answers: Answers,
    texts: Texts,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logging.getLogger("planner"), "propagate", True)
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices.append("quit")
    assert Start(answers, texts, here, sample=False, before_asking=nothing).open() is None
    (said,) = [record.getMessage() for record in caplog.records if record.name == "planner.app"]
    assert "is not a planner file, or its beginning is damaged" in said
    assert here.store.name not in said


def test_what_is_asked_before_the_window_is_dressed_like_it(
    qapp: object, here: Places, answers: Answers, texts: Texts
) -> None:
    asked_when_dressed = []
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices.append("quit")

    def dress() -> None:
        asked_when_dressed.append(len(answers.asked))

    start = Start(answers, texts, here, sample=False, before_asking=dress)
    assert start.open() is None
    start.close()
    assert asked_when_dressed == [0]


def test_a_start_that_asks_nothing_is_not_dressed(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts
) -> None:
    dressed = []
    start = Start(
        answers, texts, here, sample=False, before_asking=partial(dressed.append, "dressed")
    )
    assert start.open() is not None
    start.close()
    assert dressed == []


def test_another_file_is_opened_instead(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "other.db"
    other.parent.mkdir()
    shutil.copy(store_file, other)
    here.store.write_bytes(b"nothing of the kind" * 500)
    answers.choices += ["open", "open"]
    answers.files += [(), (other,)]
    start = Start(answers, texts, here, sample=False, before_asking=nothing)
    session = start.open()
    assert session is not None
    assert session.store.path == other
    assert session.where.store == other
    start.close()


def test_a_second_start_ends_at_once(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts
) -> None:
    first = Start(answers, texts, here, sample=False, before_asking=nothing)
    assert first.open() is not None
    answers.choices.append("close")
    second = Start(answers, texts, here, sample=False, before_asking=nothing)
    # In one process the first window cannot answer, so it is said that it is open already.
    assert second.open() is None
    assert answers.asked[0].title == "Already open"
    second.close()
    first.close()
    third = Start(answers, texts, here, sample=False, before_asking=nothing)
    assert third.open() is not None
    third.close()


def test_the_sample_never_waits_for_another_window(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts
) -> None:
    first = Start(answers, texts, here, sample=False, before_asking=nothing)
    assert first.open() is not None
    sample = Start(answers, texts, here, sample=True, before_asking=nothing)
    session = sample.open()
    assert session is not None
    assert session.is_sample
    sample.close()
    first.close()


def test_leaving_the_sample_takes_the_own_store_for_one_window_alone(
    qapp: object, here: Places, store_file: Path, answers: Answers, texts: Texts
) -> None:
    first = Start(answers, texts, here, sample=False, before_asking=nothing)
    assert first.open() is not None
    sample = Start(answers, texts, here, sample=True, before_asking=nothing)
    session = sample.open()
    assert session is not None
    with pytest.raises(PlannerError, match="Another window works on your own data"):
        session.leave_sample()
    assert session.is_sample
    assert session.store.people()
    first.close()
    assert session.leave_sample().path == here.store
    # Now this one holds it, and hears of later starts.
    raised: list[bool] = []
    sample.hear(lambda: raised.append(True))
    second = Start(answers, texts, here, sample=False, before_asking=nothing)
    answers.choices.append("close")
    assert second.open() is None
    sample.close()


def test_where_things_are(here: Places) -> None:
    session = StoreSession(None, here, date.today)
    assert session.where == Where(
        store=here.store,
        backups=here.backups,
        log=here.log,
        settings=here.settings,
        cache=here.cache,
    )
