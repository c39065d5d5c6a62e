"""A year of use as plain data: what somebody does on which day, and what is kept in the end.

`YEAR` is driven through the terminal, and through the window; both exports must say `KEPT`, which
is written out by hand, in the form of the files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from planner.files.yaml_text import parse_yaml

Plain = dict[str, Any]
_AGENDAS = Path(__file__).resolve().parents[1] / "data" / "agendas.yaml"

PERSON = "mara-lind"
CATALOGUE = "am-lm"


class Step(NamedTuple):
    """What is done on a day: the verb, and what with, in the words of the files.

    - add: the person;  aim: the target;  wish: a stance;  promote: the role
    - rate: a rating;  result: a KPI result
    - plan: an action;  move: the id of one, its state and what else changes in it
    - prepare: a one-on-one on that day by its agenda, and the points that are brought up besides
    - hold: the notes of a one-on-one; every point is talked about
    - close: what was agreed that day, what was promised, and the day of the next one
    - correct: a text for a closed one-on-one
    """

    day: str
    do: str
    what: Plain


def points(agenda: str) -> list[Plain]:
    """The points of a shipped agenda, talked about."""
    (found,) = (one for one in parse_yaml(_AGENDAS.read_text("utf-8"))["agendas"]
                if one["id"] == agenda)  # fmt: skip
    return [{"text": point, "done": True} for point in found["items"]]


def _rate(day: str, skill: str, level: float | str, by: str, **more: str) -> Step:
    return Step(day, "rate", {"skill": skill, "level": level, "by": by, **more})


def _talk(
    day: str, meeting: str, agenda: str, own: list[Plain], shared: str, private: str, **end: Any
) -> list[Step]:
    """A one-on-one that is prepared, held and closed on one day."""
    return [
        Step(day, "prepare", {"id": meeting, "agenda": agenda, "items": own}),
        *end.pop("meanwhile", ()),
        Step(day, "hold", {"id": meeting, "shared": shared, "private": private}),
        Step(day, "close", {"id": meeting, **end}),
    ]


COMPLAINTS = {
    "id": "action-1",
    "title": "Take the first call of every complaint in the region",
    "kind": "experience",
    "skill": "complaint-handling",
    "from": 1,
    "to": 2,
    "start": "2025-02-03",
    "due": "2025-04-30",
    "hours": 17,
    "meeting": "meeting-1",
}
MENTOR = {
    "id": "action-2",
    "title": "Find Mara a mentor",
    "due": "2025-01-31",
    "owner": "manager",
    "meeting": "meeting-1",
}
COURSE = {
    "id": "action-3",
    "title": "Finish the CRM course",
    "kind": "education",
    "skill": "crm-reading",
    "from": 1,
    "to": 2,
    "due": "2025-06-30",
    "hours": 8,
    "meeting": "meeting-2",
}
FAIR = {"id": "action-4", "title": "Visit the energy fair", "notes": "With Ola, if she can."}
OFFER = {
    "id": "action-5",
    "title": "Lead one price talk alone",
    "kind": "experience",
    "skill": "negotiation",
    "from": 1,
    "to": 2,
    "start": "2025-10-01",
    "due": "2025-11-28",
    "meeting": "meeting-5",
}
WANTED = {"role": "account-manager", "stance": "no-opening", "note": "Not before autumn."}
NO_TEAM = {"role": "team-lead", "stance": "not-wanted"}

YEAR: tuple[Step, ...] = (
    Step("2025-01-06", "add", {
        "id": PERSON, "name": "Mara Lind", "catalogue": CATALOGUE,
        "role": "junior-account-manager", "since": "2022-02-01", "industry": "energy",
        "hours_a_week": 4,
    }),
    Step("2025-01-06", "aim", {"target": "account-manager"}),
    # The assessment, by the person and by the manager.
    _rate("2025-01-07", "trust-building", 2, "self", comment="Clients call me back."),
    _rate("2025-01-07", "crm-reading", 2, "self"),
    _rate("2025-01-07", "complaint-handling", 1, "self"),
    _rate("2025-01-07", "negotiation", 1.5, "self"),
    _rate("2025-01-07", "code-review", "n/a", "self"),
    _rate("2025-01-09", "trust-building", 2, "manager"),
    _rate("2025-01-09", "crm-reading", 1, "manager", evidence="CRM audit 2024-12"),
    _rate("2025-01-09", "negotiation", 1, "manager"),
    # The first of six one-on-ones: levels are agreed, and both promise something.
    *_talk(
        "2025-01-14", "meeting-1", "appraisal",
        [{"text": "The new region", "origin": "employee"}],
        "A good start. The CRM is the weak spot.", "Needs somebody to ask.",
        meanwhile=[
            _rate("2025-01-14", "trust-building", 2, "agreed"),
            _rate("2025-01-14", "crm-reading", 1, "agreed", comment="Until the audit is clean."),
            _rate("2025-01-14", "complaint-handling", 1, "agreed"),
            Step("2025-01-14", "plan", COMPLAINTS),
            Step("2025-01-14", "plan", MENTOR),
        ],
        agreed=[{"skill": "trust-building", "level": 2}, {"skill": "crm-reading", "level": 1},
                {"skill": "complaint-handling", "level": 1}],
        promised=["action-1", "action-2"], next="2025-03-11",
    ),
    Step("2025-01-30", "move", {"id": "action-2", "state": "done"}),
    Step("2025-02-03", "move", {"id": "action-1", "state": "doing"}),
    *_talk(
        "2025-03-11", "meeting-2", "regular",
        [{"text": "Holidays", "origin": "employee"}],
        "Complaints go well.", "",
        meanwhile=[Step("2025-03-11", "plan", COURSE)],
        agreed=[], promised=["action-3"], next="2025-05-13",
    ),
    Step("2025-04-08", "result", {"role": "junior-account-manager", "kpi": "renewal",
                                  "period": "2025-Q1", "reached": 94}),
    Step("2025-04-08", "result", {"role": "junior-account-manager", "kpi": "response",
                                  "period": "2025-Q1", "reached": 88.5, "note": "Two weeks ill."}),
    Step("2025-04-25", "move", {"id": "action-1", "state": "done", "evidence": "Ticket 118"}),
    *_talk(
        "2025-05-13", "meeting-3", "career",
        [{"text": "A second language", "origin": "manager"}],
        "The next step is an account of her own.", "Nothing free before autumn.",
        meanwhile=[
            _rate("2025-05-13", "complaint-handling", 2, "agreed"),
            Step("2025-05-13", "wish", WANTED),
            Step("2025-05-13", "wish", NO_TEAM),
        ],
        agreed=[{"skill": "complaint-handling", "level": 2}], promised=[], next="2025-07-08",
    ),
    Step("2025-05-14", "correct", {"id": "meeting-3", "text": "Autumn means October."}),
    Step("2025-06-20", "move", {"id": "action-3", "state": "done"}),
    *_talk(
        "2025-07-08", "meeting-4", "regular", [],
        "The course is done.", "",
        agreed=[], promised=[], next="2025-09-09",
    ),
    Step("2025-07-08", "plan", FAIR),
    Step("2025-07-08", "result", {"role": "junior-account-manager", "kpi": "renewal",
                                  "period": "2025-Q2", "reached": 97}),
    _rate("2025-07-15", "crm-reading", 2, "self", evidence="CRM audit 2025-06"),
    _rate("2025-07-18", "crm-reading", 2, "manager"),
    *_talk(
        "2025-09-09", "meeting-5", "appraisal",
        [{"text": "The opening in the north", "origin": "manager"}],
        "Ready for an account. The north is free from October.", "Told the director.",
        meanwhile=[
            _rate("2025-09-09", "crm-reading", 2, "agreed"),
            _rate("2025-09-09", "negotiation", 1, "agreed"),
            Step("2025-09-09", "plan", OFFER),
        ],
        agreed=[{"skill": "crm-reading", "level": 2}, {"skill": "negotiation", "level": 1}],
        promised=["action-5"], next="2025-12-09",
    ),
    # The promotion: the target is reached, and the stance to the role has its answer.
    Step("2025-10-01", "promote", {"role": "account-manager"}),
    Step("2025-10-07", "aim", {"target": "regional-client-director"}),
    Step("2025-10-08", "result", {"role": "junior-account-manager", "kpi": "renewal",
                                  "period": "2025-Q3", "reached": 101}),
    Step("2025-10-08", "move", {"id": "action-5", "state": "doing"}),
    Step("2025-11-04", "move", {"id": "action-4", "state": "dropped"}),
    Step("2025-11-27", "move", {"id": "action-5", "state": "done",
                                "notes": "It took three calls."}),
    # Looking back.
    *_talk(
        "2025-12-09", "meeting-6", "regular",
        [{"text": "The first quarter in the north", "origin": "employee"}],
        "The first account stands.", "A director one day.",
        meanwhile=[_rate("2025-12-09", "negotiation", 2, "agreed", evidence="Price talk Vella")],
        agreed=[{"skill": "negotiation", "level": 2}], promised=[], next="2026-01-13",
    ),
)  # fmt: skip


def _record(
    meeting: str, day: str, agenda: str, own: list[Plain], shared: str, private: str, **end: Any
) -> Plain:
    """A closed one-on-one; what says nothing is left out."""
    items = [*points(agenda), *({**point, "done": True} for point in own)]
    record = {"id": meeting, "on": day, "agenda": agenda, "items": items, "shared": shared,
              "private": private, "closed": day, **end}  # fmt: skip
    return {key: value for key, value in record.items() if value not in ("", [])}


JUNIOR, OWN = "junior-account-manager", "account-manager"
KEPT: Plain = {
    "id": PERSON,
    "name": "Mara Lind",
    "catalogue": CATALOGUE,
    "role": OWN,
    "since": "2025-10-01",
    "positions": [{"role": JUNIOR, "since": "2022-02-01", "until": "2025-09-30"}],
    "industry": "energy",
    "target": "regional-client-director",
    "hours_a_week": 4,
    "wishes": [{"role": "team-lead", "stance": "not-wanted", "on": "2025-05-13"}],
    "ratings": [
        {"skill": "trust-building", "level": 2, "by": "self", "on": "2025-01-07",
         "comment": "Clients call me back."},
        {"skill": "crm-reading", "level": 2, "by": "self", "on": "2025-01-07"},
        {"skill": "complaint-handling", "level": 1, "by": "self", "on": "2025-01-07"},
        {"skill": "negotiation", "level": 1.5, "by": "self", "on": "2025-01-07"},
        {"skill": "code-review", "level": "n/a", "by": "self", "on": "2025-01-07"},
        {"skill": "trust-building", "level": 2, "by": "manager", "on": "2025-01-09"},
        {"skill": "crm-reading", "level": 1, "by": "manager", "on": "2025-01-09",
         "evidence": "CRM audit 2024-12"},
        {"skill": "negotiation", "level": 1, "by": "manager", "on": "2025-01-09"},
        {"skill": "trust-building", "level": 2, "by": "agreed", "on": "2025-01-14"},
        {"skill": "crm-reading", "level": 1, "by": "agreed", "on": "2025-01-14",
         "comment": "Until the audit is clean."},
        {"skill": "complaint-handling", "level": 1, "by": "agreed", "on": "2025-01-14"},
        {"skill": "complaint-handling", "level": 2, "by": "agreed", "on": "2025-05-13"},
        {"skill": "crm-reading", "level": 2, "by": "self", "on": "2025-07-15",
         "evidence": "CRM audit 2025-06"},
        {"skill": "crm-reading", "level": 2, "by": "manager", "on": "2025-07-18"},
        {"skill": "crm-reading", "level": 2, "by": "agreed", "on": "2025-09-09"},
        {"skill": "negotiation", "level": 1, "by": "agreed", "on": "2025-09-09"},
        {"skill": "negotiation", "level": 2, "by": "agreed", "on": "2025-12-09",
         "evidence": "Price talk Vella"},
    ],
    # In the order of the days on which they were made.
    "actions": [
        {**COMPLAINTS, "made": "2025-01-14", "state": "done", "finished": "2025-04-25",
         "evidence": "Ticket 118"},
        {**MENTOR, "made": "2025-01-14", "state": "done", "finished": "2025-01-30"},
        {**COURSE, "made": "2025-03-11", "state": "done", "finished": "2025-06-20"},
        {**FAIR, "made": "2025-07-08", "state": "dropped", "finished": "2025-11-04"},
        {**OFFER, "made": "2025-09-09", "state": "done", "finished": "2025-11-27",
         "notes": "It took three calls."},
    ],
    "meetings": [
        _record(
            "meeting-1", "2025-01-14", "appraisal",
            [{"text": "The new region", "origin": "employee"}],
            "A good start. The CRM is the weak spot.", "Needs somebody to ask.",
            next="2025-03-11", target=OWN,
            agreed=[{"skill": "trust-building", "level": 2}, {"skill": "crm-reading", "level": 1},
                    {"skill": "complaint-handling", "level": 1}],
            promised=[
                {"action": "action-1",
                 "title": "Take the first call of every complaint in the region",
                 "owner": "employee", "due": "2025-04-30"},
                {"action": "action-2", "title": "Find Mara a mentor", "owner": "manager",
                 "due": "2025-01-31"},
            ],
        ),
        _record(
            "meeting-2", "2025-03-11", "regular",
            [{"text": "Holidays", "origin": "employee"}],
            "Complaints go well.", "",
            next="2025-05-13", target=OWN,
            promised=[{"action": "action-3", "title": "Finish the CRM course",
                       "owner": "employee", "due": "2025-06-30"}],
        ),
        _record(
            "meeting-3", "2025-05-13", "career",
            [{"text": "A second language", "origin": "manager"}],
            "The next step is an account of her own.", "Nothing free before autumn.",
            next="2025-07-08", target=OWN,
            agreed=[{"skill": "complaint-handling", "level": 2}],
            corrections=[{"on": "2025-05-14", "text": "Autumn means October."}],
        ),
        _record("meeting-4", "2025-07-08", "regular", [], "The course is done.", "",
                next="2025-09-09", target=OWN),
        _record(
            "meeting-5", "2025-09-09", "appraisal",
            [{"text": "The opening in the north", "origin": "manager"}],
            "Ready for an account. The north is free from October.", "Told the director.",
            next="2025-12-09", target=OWN,
            agreed=[{"skill": "crm-reading", "level": 2}, {"skill": "negotiation", "level": 1}],
            promised=[{"action": "action-5", "title": "Lead one price talk alone",
                       "owner": "employee", "due": "2025-11-28"}],
        ),
        _record(
            "meeting-6", "2025-12-09", "regular",
            [{"text": "The first quarter in the north", "origin": "employee"}],
            "The first account stands.", "A director one day.",
            next="2026-01-13", target="regional-client-director",
            agreed=[{"skill": "negotiation", "level": 2}],
        ),
    ],
    # By period, then by the name of the result.
    "kpi_results": [
        {"role": JUNIOR, "kpi": "renewal", "period": "2025-Q1", "reached": 94,
         "on": "2025-04-08"},
        {"role": JUNIOR, "kpi": "response", "period": "2025-Q1", "reached": 88.5,
         "on": "2025-04-08", "note": "Two weeks ill."},
        {"role": JUNIOR, "kpi": "renewal", "period": "2025-Q2", "reached": 97,
         "on": "2025-07-08"},
        {"role": JUNIOR, "kpi": "renewal", "period": "2025-Q3", "reached": 101,
         "on": "2025-10-08"},
    ],
}  # fmt: skip
