"""A small catalogue that is in order, to be put out of order one thing at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner.core.text import Message
from planner.files.documents import Read, read_files
from planner.files.errors import FileError, FileErrors
from planner.files.texts import load_texts

TODAY = date(2026, 11, 23)

CATALOGUE = """\
catalogue: {id: mini, version: 1.0.0, title: {en: Mini, zh: 迷你}, source: editorial}
scale:
  - {level: 0, name: {en: None, zh: 无}, hours: 0}
  - {level: 1, name: Aware, hours: 40}
  - {level: 2, name: Able, hours: 90}
tracks:
  - {id: client, name: Client}
skills:
  - id: negotiation
    name: {en: Negotiation, zh: 谈判}
    kind: hard
    portability: 0.8
    source: article §2
    levels: {1: on, 2: {en: Two, zh: 二}}
    hours: {1: 20, 2: 60}
    practice:
      - {kind: experience, to: 2, hours: 30, text: Do it}
  - {id: contracts, name: Contracts}
roles:
  - id: junior
    name: Junior
    track: client
    rank: 1
    requires:
      - {skill: negotiation, level: 1.5}
  - id: senior
    name: Senior
    track: client
    rank: 2
    end: true
    after: [client]
    purpose: {en: Lead, zh: 领导}
    responsibilities: [Talk, {en: Sell, zh: 销售}]
    time:
      - {on: Talk, share: 100}
    kpis:
      - {id: nps, name: NPS, weight: 100, source: article §3}
    requires:
      - {skill: negotiation, level: 2, weight: 3, essential: false, source: editorial}
      - {skill: contracts, level: 1}
moves:
  - {from: junior, to: senior, kind: promotion, years: [1, 3], precondition: Ready}
"""
PEOPLE = """\
people:
  - id: lin-wei
    name: Lin Wei
    catalogue: mini
    role: senior
    since: 2024-08-01
    positions:
      - {role: junior, since: 2021-03-01, until: 2024-07-31}
    industry: software
    target: junior
    hours_a_week: 5
    ratings:
      - {skill: negotiation, level: 1, by: self, on: 2026-05-01, comment: no, evidence: A deal}
      - {skill: contracts, level: n/a, by: manager, on: 2026-05-02}
"""
# What else is kept about the person above; line 57 is its first, behind the catalogue.
CAREER = """\
    wishes:
      - {role: junior, stance: not-wanted, on: 2026-01-05, note: I like it here.}
    actions:
      - id: action-1
        title: Read the law
        kind: education
        skill: contracts
        from: 1
        to: 2
        made: 2026-05-01
        start: 2026-05-02
        due: 2027-01-31
        hours: 12.5
        owner: manager
        state: done
        finished: 2026-06-01
        meeting: meeting-1
        notes: Two evenings
        evidence: The certificate
      - {id: action-2, title: Rest, made: 2026-05-03}
    meetings:
      - id: meeting-1
        on: 2026-05-01
        agenda: regular
        items:
          - {text: {en: Last time, zh: 上次}, done: true, origin: carried}
          - {text: Holidays}
        shared: We met.
        private: He is tired.
        closed: 2026-05-02
        next: 2027-06-01
        agreed:
          - {skill: negotiation, level: 1}
          - {skill: contracts, level: n/a}
        promised:
          - {action: action-1, title: Read the law, owner: manager, due: 2026-06-30}
        corrections:
          - {on: 2026-05-03, text: It was noon.}
        target: senior
      - {id: meeting-2, on: 2026-06-01}
    kpi_results:
      - {role: senior, kpi: nps, period: 2026-Q1, reached: 92.5, on: 2026-04-02, note: Late}
      - {role: senior, kpi: nps, period: "2025", reached: 0, on: 2026-01-02}
    track_choices:
      - id: choice-1
        questionnaire: which-way
        on: 2026-05-03
        answers: {pull: out, gone: x}
        note: Not sure yet.
        shared: true
      - {id: choice-2, questionnaire: gone, on: 2026-05-04}
"""
AGENDAS = """\
agendas:
  - id: regular
    name: {en: Regular, zh: 例行}
    items: [Last time, {en: Next, zh: 下次}]
    source: editorial
  - {id: bare, name: Bare}
"""
# Choosing between tracks takes two of them.
TWO_TRACKS = CATALOGUE.replace("Client}\n", "Client}\n  - {id: line, name: Line}\n", 1)
QUESTIONNAIRES = """\
questionnaires:
  - id: which-way
    title: {en: Which way?, zh: 往哪边？}
    source: editorial
    tracks: [client, line]
    intro: {en: Answer., zh: 请作答。}
    questions:
      - id: pull
        text: {en: Where?, zh: 在哪儿？}
        source: article §1
        answers:
          - id: out
            text: {en: Out, zh: 外面}
            weights: {client: 2, line: 0.5}
            reason: {en: Air, zh: 空气}
          - {id: in, text: In, weights: {line: 2}}
          - {id: neither, text: Neither}
  - {id: bare, title: Bare, tracks: [line, client]}
"""


def read_text(folder: Path, text: str, name: str = "file.yaml") -> Read:
    """Return what a file with this text holds."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_files([path], today=TODAY)


def errors_of(folder: Path, text: str, name: str = "file.yaml") -> tuple[FileError, ...]:
    """Return the errors of a file with this text."""
    try:
        read_text(folder, text, name)
    except FileErrors as errors:
        return errors.errors
    return ()


def worded(said: Message) -> str:
    """Return a message in English."""
    return load_texts("en", Path(), None).word(said)


def told(errors: tuple[FileError, ...]) -> list[str]:
    """Return errors as `line record: message`."""
    return [f"{error.line} {worded(error.record)}: {worded(error.message)}" for error in errors]
