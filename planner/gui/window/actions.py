"""Every action of the window with its words, icon and standard shortcut, and the menus of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.core.text import Message, Texts, message
from planner.gui.look.icons import Icons


class Spec(NamedTuple):
    """One action: `keys` are its shortcuts, `group` names the actions of which one is checked."""

    key: str
    text: Message
    icon: str = ""
    keys: tuple[str, ...] = ()
    group: str = ""
    checkable: bool = False


class MenuSpec(NamedTuple):
    """One menu: keys of actions, menus within it, and None for a line."""

    title: Message
    entries: tuple[str | MenuSpec | None, ...]
    icon: str = ""


SPECS = (
    Spec(key="add-person", text=message("&New person…"), icon="person-add", keys=("Ctrl+N",)),
    Spec(key="people", text=message("Pe&ople…"), icon="people", keys=("Ctrl+E",)),
    Spec(key="import", text=message("&Import…"), icon="import", keys=("Ctrl+O",)),
    Spec(key="back-up", text=message("&Back up…"), icon="backup"),
    Spec(key="restore", text=message("&Restore…"), icon="restore"),
    Spec(key="print", text=message("&Print…"), icon="print", keys=("Ctrl+P",)),
    Spec(key="dossier", text=message("&Dossier…"), icon="file", keys=("Ctrl+Shift+O",)),
    Spec(key="team-dossiers", text=message("&Team dossiers…"), icon="team"),
    Spec(key="export-pdf", text=message("As &PDF…"), icon="export"),
    Spec(key="export-svg", text=message("As &SVG…")),
    Spec(key="export-png", text=message("As P&NG…")),
    Spec(key="export-calendar", text=message("The plan as a &calendar…"), icon="calendar"),
    Spec(key="export-person", text=message("&Everything about the person…"), icon="person"),
    Spec(key="export-people", text=message("Everything about every&body…"), icon="people"),
    Spec(
        key="export-person-private", text=message("The person, with pri&vate notes…"), icon="lock"
    ),
    Spec(key="export-people-private", text=message("Everybody, &with private notes…"), icon="lock"),
    Spec(key="open-sample", text=message("Look round with the &sample team")),
    Spec(key="leave-sample", text=message("&Leave the sample team"), icon="leave"),
    Spec(key="quit", text=message("&Quit"), keys=("Ctrl+Q",)),
    Spec(key="undo", text=message("&Undo"), icon="undo", keys=("Ctrl+Z",)),
    Spec(key="redo", text=message("&Redo"), icon="redo", keys=("Ctrl+Shift+Z", "Ctrl+Y")),
    Spec(key="find", text=message("&Find anywhere…"), icon="search", keys=("Ctrl+K",)),
    Spec(key="filter", text=message("Fi&lter the page"), keys=("Ctrl+F",)),
    Spec(key="edit-person", text=message("&Edit the person…"), icon="edit", keys=("Ctrl+I",)),
    Spec(key="assess", text=message("&Assess skills…"), icon="assess", keys=("Ctrl+R",)),
    Spec(key="routes", text=message("&Ways to the target…"), icon="routes", keys=("Ctrl+J",)),
    Spec(
        key="industry",
        text=message("Another ind&ustry…"),
        icon="industry",
        keys=("Ctrl+Shift+I",),
    ),
    Spec(key="traps", text=message("T&raps on the map…"), icon="door", keys=("Ctrl+Shift+T",)),
    Spec(key="take-role", text=message("&Take up a role…"), icon="career"),
    Spec(key="choose-track", text=message("C&hoose a track…"), icon="fork"),
    Spec(key="clear-target", text=message("&Clear the target")),
    Spec(key="remove-person", text=message("Remo&ve the person"), icon="remove"),
    Spec(key="erase-person", text=message("Erase ever&y trace of the person…"), icon="erase"),
    Spec(
        key="look-at-day",
        text=message("Look at a &past day…"),
        icon="calendar",
        keys=("Ctrl+D",),
    ),
    Spec(key="look-at-today", text=message("&Back to today"), keys=("Ctrl+Shift+D",)),
    Spec(key="what-if", text=message("Wh&at if…"), icon="what-if", keys=("Ctrl+Shift+W",)),
    Spec(key="drop-what-if", text=message("&End the what-if")),
    Spec(key="stale", text=message("When ratings go &stale…")),
    Spec(key="compare", text=message("Co&mpare roles…"), icon="compare", keys=("Ctrl+Shift+C",)),
    Spec(key="zoom-in", text=message("Zoom &in"), icon="plus"),
    Spec(key="zoom-out", text=message("Zoom &out"), icon="minus"),
    Spec(key="zoom-fit", text=message("Show the &whole map"), icon="fit"),
    Spec(key="text-larger", text=message("&Larger text"), keys=("Ctrl++", "Ctrl+=")),
    Spec(key="text-smaller", text=message("&Smaller text"), keys=("Ctrl+-",)),
    Spec(key="text-usual", text=message("&Usual text size"), keys=("Ctrl+0",)),
    Spec(key="theme-system", text=message("Like the &system"), group="theme"),
    Spec(key="theme-light", text=message("&Light"), group="theme"),
    Spec(key="theme-dark", text=message("&Dark"), group="theme"),
    Spec(key="language-en", text=message("&English"), group="language"),
    Spec(key="language-zh_CN", text=message("中文 (&C)"), group="language"),
    Spec(
        key="panel",
        text=message("&Details at the right"),
        icon="panel",
        keys=("F9",),
        checkable=True,
    ),
    Spec(
        key="private-notes",
        text=message("Hide pri&vate notes"),
        icon="private",
        keys=("F8",),
        checkable=True,
    ),
    Spec(
        key="full-screen",
        text=message("&Full screen"),
        icon="full-screen",
        keys=("F11",),
        checkable=True,
    ),
    Spec(key="help", text=message("&Help for this page"), icon="help", keys=("F1",)),
    Spec(key="help-keyboard", text=message("&Keyboard"), keys=("Ctrl+F1",)),
    Spec(key="help-readiness", text=message("How &readiness is worked out")),
    Spec(key="help-glossary", text=message("&Glossary")),
    Spec(key="about", text=message("&About Career Planner"), icon="info"),
    Spec(key="menu", text=message("Menu"), keys=("F10",)),
)


def menus(page_keys: Sequence[str]) -> tuple[MenuSpec, ...]:
    """Return the menus; those for pages list `page_keys`."""
    export = MenuSpec(
        title=message("&Export"),
        icon="export",
        entries=(
            "export-pdf",
            "export-svg",
            "export-png",
            None,
            "export-calendar",
            None,
            "export-person",
            "export-people",
            None,
            "export-person-private",
            "export-people-private",
        ),
    )
    return (
        MenuSpec(
            title=message("&File"),
            entries=(
                "add-person", "people", None, "import", "back-up", "restore", None,
                "print", "dossier", "team-dossiers", export, None,
                "open-sample", "leave-sample", None, "quit",
            ),
        ),
        MenuSpec(
            title=message("&Edit"),
            entries=(
                "undo", "redo", None, "find", "filter", None,
                "edit-person", "assess", "routes", "choose-track", None, "take-role",
                "clear-target", None,
                "remove-person", "erase-person",
            ),
        ),
        MenuSpec(
            title=message("&View"),
            entries=(
                *page_keys, None, "compare", "what-if", "drop-what-if", "industry", "traps", None,
                "look-at-day", "look-at-today", "stale", None,
                "zoom-in", "zoom-out", "zoom-fit", None,
                MenuSpec(
                    title=message("&Text size"),
                    icon="text-size",
                    entries=("text-larger", "text-smaller", "text-usual"),
                ),
                MenuSpec(
                    title=message("T&heme"),
                    icon="theme",
                    entries=("theme-system", "theme-light", "theme-dark"),
                ),
                MenuSpec(
                    title=message("Lan&guage"),
                    icon="language",
                    entries=("language-en", "language-zh_CN"),
                ),
                None, "panel", "private-notes", "full-screen",
            ),
        ),
        MenuSpec(
            title=message("&Help"),
            entries=(
                "help", "help-keyboard", "help-readiness", "help-glossary", None, "about",
            ),
        ),
    )  # fmt: skip


class Actions(QObject):
    """The actions by key, kept in words and colours; an action without a collaborator is absent."""

    def __init__(
        self, window: QWidget, icons: Icons, texts: Texts, absent: Iterable[str] = ()
    ) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._texts = texts
        self._specs: dict[str, Spec] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        missing = set(absent)
        for spec in SPECS:
            if spec.key not in missing:
                self.add(spec)

    def __getitem__(self, key: str) -> QAction:
        """Return an action; raise KeyError for one that is absent."""
        return self._actions[key]

    def has(self, key: str) -> bool:
        """Whether there is such an action."""
        return key in self._actions

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all actions, in order."""
        return tuple(self._actions)

    def add(self, spec: Spec) -> None:
        """Add an action; its shortcuts work in the whole window."""
        action = QAction(self)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            if spec.group not in self._groups:
                self._groups[spec.group] = QActionGroup(self)
            self._groups[spec.group].addAction(action)
        self._specs[spec.key] = spec
        self._actions[spec.key] = action
        self._window.addAction(action)
        self.say(spec.key, spec.text)
        self._tint(spec)

    def on(self, key: str, do: Callable[[], object]) -> None:
        """Let an action do something, if it is there."""
        if key in self._actions:
            self._actions[key].triggered.connect(do)

    def enable(self, key: str, enabled: bool) -> None:
        """Allow an action or not, if it is there."""
        if key in self._actions:
            self._actions[key].setEnabled(enabled)

    def say(self, key: str, said: Message, tip: str = "") -> None:
        """Word an action; the tip says it without the mnemonic and with the shortcut."""
        action = self._actions[key]
        text = self._texts.word(said)
        action.setText(text)
        spoken = tip or without_mnemonic(text)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setIconText(spoken)
        action.setToolTip(f"{spoken} ({shown})" if shown else spoken)

    def retranslate(self, texts: Texts) -> None:
        """Word all actions in another language."""
        self._texts = texts
        for key, spec in self._specs.items():
            self.say(key, spec.text)

    def apply_theme(self) -> None:
        """Tint the icons anew."""
        for spec in self._specs.values():
            self._tint(spec)

    def fill(self, menu: QMenu, entries: Iterable[str | MenuSpec | None]) -> None:
        """Fill a menu with the actions that are there, without stray lines or empty menus."""
        line_due = False
        for entry in entries:
            if entry is None:
                line_due = not menu.isEmpty()
                continue
            if isinstance(entry, str) and entry not in self._actions:
                continue
            if isinstance(entry, MenuSpec) and not self._has_any(entry):
                continue
            if line_due:
                menu.addSeparator()
                line_due = False
            if isinstance(entry, str):
                menu.addAction(self._actions[entry])
            else:
                inner = menu.addMenu(self._texts.word(entry.title))
                if entry.icon:
                    inner.setIcon(self._icons.icon(entry.icon))
                self.fill(inner, entry.entries)

    def _tint(self, spec: Spec) -> None:
        if spec.icon:
            icon = self._icons.icon(spec.icon, checked_role="text-quiet")
            self._actions[spec.key].setIcon(icon)

    def _has_any(self, menu: MenuSpec) -> bool:
        return any(
            self._has_any(entry) if isinstance(entry, MenuSpec) else entry in self._actions
            for entry in menu.entries
        )


def without_mnemonic(text: str) -> str:
    """Return a menu's text as it is read: without `&`, `(&X)` and the dots of a dialog."""
    plain = text.replace("&&", "\0").rstrip("…")
    plain = re.sub(r"\(&\w\)", "", plain, count=1)
    return plain.replace("&", "").replace("\0", "&").strip()
