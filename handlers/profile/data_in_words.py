"""The copy of a person's data in words, for reading; the whole of it is in the other file."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from award.programme import Programme
from handlers.wording.names import region_name
from locales import Texts

Data = dict[str, Any]

_PERSON = (
    "full_name",
    "birth_date",
    "region",
    "place",
    "study",
    "phone",
    "about",
    "hobbies",
)


def in_words(held: Data, programme: Programme, say: Texts) -> str:
    """Everything of `award.own_data.copy_of` that tells a reader something, as plain text."""
    return "\n".join(_lines(held, programme, say))


def _lines(held: Data, programme: Programme, say: Texts) -> Iterable[str]:
    yield say.plain("mydata-title", programme=programme.name[say.language])
    yield ""
    person = held["person"]
    for field in _PERSON:
        yield _named(f"title-{field.replace('_', '-')}", _value(field, person, programme, say), say)
    yield _named("mydata-joined", _day(person["joined_at"], say), say)
    for named in held["public_names"]:
        yield _named("mydata-public-name", named["name"], say)
    for enrolment in held["enrolments"]:
        yield from _enrolment(enrolment, programme, say)
    if held["roles"]:
        yield ""
        yield say.plain("mydata-roles")
        for role in held["roles"]:
            since = _day(role["since"], say)
            yield _named(f"role-{role['kind'].replace('_', '-')}", since, say)
    for member in held["household"]:
        yield _named(
            "mydata-household", f"{member['full_name']}, {_day(member['birth_date'], say)}", say
        )
    yield from _card(held, say)
    yield ""
    counts = {name: len(held[name]) for name in ("signatures", "links", "messages", "log")}
    yield say.plain("mydata-rest", **counts)


def _card(held: Data, say: Texts) -> Iterable[str]:
    """What was told as one of the staff."""
    for card in held["staff_card"]:
        for key, column in (
            ("title-about", "about"),
            ("mydata-achievements", "achievements"),
            ("mydata-email", "email"),
        ):
            yield _named(key, card[column], say)
    for document in held["staff_documents"]:
        yield _document(document, say)


def _document(document: Data, say: Texts) -> str:
    facts = (say.plain(f"document-{document['kind']}"), _day(document["issued_on"], say))
    return _named("mydata-document", ", ".join(filter(None, facts)), say)


def _enrolment(enrolment: Data, programme: Programme, say: Texts) -> Iterable[str]:
    level = programme.find_level(enrolment["level"])
    yield ""
    yield say.plain("mydata-enrolment", day=_parsed(enrolment["begun_at"]))
    yield _named("title-level", level.name[say.language] if level else None, say)
    yield _named("title-mentor", enrolment["mentor"], say)
    for dossier in enrolment["dossiers"]:
        for part in dossier.get("note", {"parts": []})["parts"]:
            if part["words"]:
                yield _named("mydata-note", part["words"], say)
        yield from _of_commission(dossier, say)
    if enrolment["characterisation"]:
        yield _named("mydata-characterisation", enrolment["characterisation"], say)
    for signed in enrolment["agreements"]:
        yield _named(f"mydata-signed-{signed['kind']}", _day(signed["signed_at"], say), say)
    for plan in enrolment["plans"]:
        yield say.plain("mydata-plan", version=plan["version"], day=_parsed(plan["made_at"]))
        for item in plan["directions"]:
            activity = _activity(item["activity"], item["direction"], programme, say)
            activity = activity or say.plain("plan-activity-open")
            yield f"  • {_direction(item['direction'], programme, say)}: {activity}"
    for certificate in enrolment["certificates"]:
        facts = (certificate["number"], _day(certificate["issued_at"], say))
        yield _named("mydata-certificate", ", ".join(filter(None, facts)), say)
    yield from _worded(enrolment, programme, say)
    if enrolment["olzha"]:
        points = sum(row["points"] for row in enrolment["olzha"])
        yield say.plain("mydata-olzha", points=points)
    yield from _entries(enrolment["entries"], programme, say)


def _of_commission(dossier: Data, say: Texts) -> Iterable[str]:
    """Interviews, decisions with the reason, the appeal, ceremonies."""
    for interview in dossier.get("interviews", ()):
        yield _named("mydata-interview", _day(interview["starts_at"], say), say)
    for decision in dossier.get("decisions", ()):
        why = decision["words"]
        if decision["reason"]:
            why = say.plain(f"decision-reason-{decision['reason']}")
        facts = (say.plain(f"outcome-{decision['outcome']}"), _day(decision["ended_at"], say), why)
        yield _named("mydata-decision", ", ".join(filter(None, facts)), say)
    for appeal in dossier.get("appeals", ()):
        yield _named("mydata-appeal", appeal["words"], say)
    for guest in dossier.get("ceremonies", ()):
        where = guest["ceremony"]
        there = (_day(where["starts_at"], say), where["place"], where["address"])
        yield _named("mydata-ceremony", ", ".join(filter(None, there)), say)


def _worded(enrolment: Data, programme: Programme, say: Texts) -> Iterable[str]:
    """Tasks, absences, marks, each with its direction, day, words; disputes, transfers, papers."""
    for dispute in enrolment["disputes"]:
        yield _named("mydata-dispute", dispute["words"], say)
    for note in enrolment.get("observations", ()):
        seen = f"{_day(note['at'], say)}: {note['words']}"
        yield _named("mydata-observation", seen, say)
    for transfer in enrolment["transfers"]:
        yield _named("mydata-transfer", transfer["words"], say)
    for document in enrolment["documents"]:
        yield _document(document, say)
    for kind, day, words in (
        ("tasks", "due", "words"),
        ("excuses", "first_day", "note"),
        ("marks", "at", "note"),
    ):
        for row in enrolment[kind]:
            direction = _direction(row.get("direction"), programme, say)
            facts = (direction, _day(row[day], say), row[words])
            yield _named(f"mydata-{kind}", ", ".join(filter(None, facts)), say)


def _entries(entries: list[Data], programme: Programme, say: Texts) -> Iterable[str]:
    if entries:
        yield say.plain("mydata-entries", entries=len(entries))
    for entry in entries:
        facts = [
            _day(entry["happened_on"], say),
            _direction(entry["direction"], programme, say),
            say.plain("minutes", minutes=entry["minutes"]) if entry["minutes"] else "",
            say.plain("journal-card-files", files=len(entry["media"])) if entry["media"] else "",
        ]
        yield "  • " + ", ".join(fact for fact in facts if fact)
        review = entry["review"] or {}
        action = _activity(entry["action"], entry["direction"], programme, say)
        for words in (action, entry["result"], entry["note"], review.get("comment")):
            if words:
                yield f"    {words}"


def _value(field: str, person: Data, programme: Programme, say: Texts) -> str | None:
    value: str | None = person[field]
    if field == "birth_date":
        return _day(value, say)
    if field == "region":
        return region_name(programme, value, say)
    return value


def _named(key: str, value: str | None, say: Texts) -> str:
    return f"{say.plain(key)}: {(value or '').strip() or '–'}"


def _direction(code: str | None, programme: Programme, say: Texts) -> str:
    known = programme.find_direction(code)
    return known.name[say.language] if known else ""


def _activity(
    code: str | None, direction: str | None, programme: Programme, say: Texts
) -> str | None:
    """An activity of the programme by its name, any other in the words in which it was written."""
    known = programme.activity(direction, code)
    return known.name[say.language] if known else code


def _parsed(moment: str) -> date:
    return datetime.fromisoformat(moment).date()


def _day(moment: str | None, say: Texts) -> str | None:
    return say.plain("answer-day", day=_parsed(moment)) if moment else None
