"""A level that was lived already: all but the last mark, for stories of what comes after it."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from award.programme import Measure
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from storage.tables import Enrolment, EnrolmentState, Entry, EntryState, Mark, MarkKind
from tests.journeys.people import Phone
from tests.journeys.steps import Pair, said
from tests.journeys.world import World

WEEK = timedelta(days=7)


async def almost_complete(world: World, pair: Pair) -> str:
    """Everything is done and marked but the last direction, whose code it returns."""
    async with world.bot.database.transaction() as session:
        person, mentor = await world.person_id(pair.participant), await world.person_id(pair.mentor)
        enrolment = (
            await session.scalars(
                select(Enrolment).where(
                    Enrolment.person_id == person, Enrolment.state == EnrolmentState.ACTIVE
                )
            )
        ).one()
        assert enrolment.started_on is not None
        enrolment.started_on -= 30 * WEEK
        asked = asked_of(world.bot.programme, enrolment)
        for each in asked:
            kinds = [MarkKind.NORM] if each.norm else []
            kinds += [MarkKind.COMPLETE] if each is not asked[-1] else []
            for kind in kinds:
                session.add(
                    Mark(
                        enrolment_id=enrolment.id,
                        direction=each.direction,
                        kind=kind,
                        by=mentor,
                        at=world.clock.now(),
                    )
                )
            session.add_all(entries_of(world, enrolment, each, enrolment.started_on))
        return asked[-1].direction


def entries_of(
    world: World, enrolment: Enrolment, asked: Requirement, start: date
) -> Iterator[Entry]:
    """Approved entries that are all of what a direction asks."""
    books = [book.code for book in world.bot.programme.books]
    if asked.sections:
        books = [
            book.code
            for section, least in asked.sections.items()
            for book in [b for b in world.bot.programme.books if b.section == section][:least]
        ]
    for number in range(asked.amount if asked.measure is not Measure.days else 1):
        entry = Entry(
            enrolment_id=enrolment.id,
            state=EntryState.APPROVED,
            direction=asked.direction,
            happened_on=start + number * WEEK,
            sent_at=world.clock.now(),
            received_at=world.clock.now(),
            submitted_at=world.clock.now(),
            decided_at=world.clock.now(),
            note="",
            message_id=None,
            is_final=asked.final_video and number == asked.amount - 1,
        )
        if asked.measure is Measure.weeks:
            entry.minutes = asked.minutes_per_week
        elif asked.measure is Measure.books:
            entry.book = books[number]
        else:
            entry.days = asked.amount
        yield entry


async def mark_the_last(world: World, pair: Pair, direction: str) -> None:
    """The mentor marks the last direction, which completes the level."""
    mentor, words = pair.mentor, pair.say.plain
    name = world.bot.programme.direction(direction).name[pair.say.language]
    theirs = words("menu-button-participants", participants=1)
    await mentor.write("/menu")
    await mentor.tap(theirs, on=await mentor.sees(theirs, new=True))
    await mentor.tap(pair_name(pair))
    await mentor.tap(words("button-marks"))
    done = words("marks-button-done", name=name)
    await mentor.tap(done, on=await mentor.sees(done))
    await mentor.tap(words("marks-button-last"))
    await pair.participant.sees(said(pair.say, "marks-told-level", "name", "level"))


def pair_name(pair: Pair) -> str:
    """How the participant of a pair is called."""
    return "Сәрсен Аружан"


async def closing_note(mentor: Phone, pair: Pair) -> None:
    """The whole note from its first screen to the recommendation: tapped, typed, spoken."""
    words = pair.say.plain
    await mentor.sees(said(pair.say, "note-ask-strengths", "most"), new=True)
    await mentor.tap(words("note-usual-strengths-1"))
    await mentor.sees(said(pair.say, "note-ask-growth", "most"))
    await mentor.send(b"OggS" + b"\0" * 200, kind="voice")
    for number in range(1, 7):
        await mentor.sees(f"({number}/6)")
        if number == 1:
            await mentor.write("Таңертең жүгіруді әдет қылды")
        else:
            await mentor.tap(words(f"note-usual-direction-{min(number, 5)}"))
    await mentor.tap(words("note-button-yes"), on=await mentor.sees(words("note-button-yes")))
