"""What is taken for a card or a document, what the reader gets, and when it goes."""

import datetime as dt

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.cards import documents
from award.cards.documents import MOST, Copy, Holder
from award.cards.staff import CardPart, card_is_owed, card_of, fill_card
from award.errors import Refusal
from award.outbox import NoticeKind
from award.programme import Programme
from award.retention.rules import rules
from scheduler.jobs.housekeeping import forget_past
from storage.database import Database
from storage.tables import (
    Centre,
    CentreCard,
    Document,
    DocumentKind,
    MediaKind,
    Outbox,
    Role,
    StaffCard,
)
from tests.acting import acting
from tests.award.access.table.world import NOW, TODAY, World, build

PAPER = Copy("file", MediaKind.DOCUMENT)
OWN = Holder()


async def gives(
    at: Acting,
    holder: Holder,
    kind: DocumentKind = DocumentKind.DIPLOMA,
    day: dt.date | None = None,
    copy: Copy = PAPER,
) -> str | None:
    """The key of the refusal, if it was not taken."""
    try:
        await documents.give_document(at, holder, kind, day, copy)
    except Refusal as refusal:
        return refusal.key
    return None


async def fills(at: Acting, part: CardPart, words: str | None) -> str | None:
    try:
        await fill_card(at, part, words)
    except Refusal as refusal:
        return refusal.key
    return None


async def test_what_is_taken(session: AsyncSession, tosbelgi: Programme) -> None:
    world: World = await build(session, tosbelgi)
    mentor = acting(session, world.actors["mentor"], NOW)
    assert await fills(mentor, CardPart.EMAIL, "aigul at mail") == "mistake-card-email"
    assert await fills(mentor, CardPart.ABOUT, "а" * 301) == "mistake-card-about"
    assert await fills(mentor, CardPart.EMAIL, " aigul@mail.kz ") is None
    assert await fills(mentor, CardPart.ABOUT, "Тарих пәнінің мұғалімімін") is None
    assert await card_is_owed(mentor)
    assert await fills(mentor, CardPart.PHOTO, "photo") is None
    assert not await card_is_owed(mentor)

    tomorrow, video = TODAY + dt.timedelta(days=1), Copy("file", MediaKind.VIDEO)
    assert await gives(mentor, OWN, day=tomorrow) == "refused-document-day"
    assert await gives(mentor, OWN, copy=video) == "mistake-document-file"
    assert await gives(mentor, OWN, DocumentKind.BIRTH) == "mistake-document-file"
    answers = [await gives(mentor, OWN, day=TODAY) for _ in range(MOST)]
    assert answers == [None] * (MOST - 1) + ["refused-documents-many"]  # one was there

    seen = {
        who: await card_of(acting(session, world.actors[who], NOW), mentor.actor.id)
        for who in ("expert", "head")
    }
    assert {card.email for card in seen.values()} == {"aigul@mail.kz"}
    assert [card.documents for card in seen.values()] == [None, MOST]
    assert await fills(mentor, CardPart.EMAIL, None) is None
    assert (await card_of(mentor, mentor.actor.id)).email is None


async def test_the_mentor_is_told_once_a_day(session: AsyncSession, tosbelgi: Programme) -> None:
    world = await build(session, tosbelgi)
    theirs = Holder(enrolment=world.things["paused"].enrolment)
    told = select(Outbox.person_id).where(Outbox.kind == NoticeKind.DOCUMENT_GIVEN)
    for moment in (NOW, NOW, NOW + dt.timedelta(days=2)):
        at = acting(session, world.actors["paused"], moment)
        assert await gives(at, theirs, DocumentKind.REFERENCE) is None
    assert (await session.scalars(told)).all() == [world.people["mentor"]] * 2


@pytest.mark.parametrize("passed", [-1, 1])
async def test_all_goes_with_the_role_and_its_term(
    database: Database, tosbelgi: Programme, passed: int
) -> None:
    """A participant's documents stay: they go with the enrolment (test_left.py)."""
    ended = NOW - dt.timedelta(days=tosbelgi.retention.staff_card + passed)
    async with database.sessions() as session:
        world = await build(session, tosbelgi)
        mentor = world.people["mentor"]
        at = acting(session, world.actors["mentor"], NOW)
        await fill_card(at, CardPart.ABOUT, "Тарих пәнінің мұғалімімін")
        session.add(CentreCard(centre_id=world.centre, about="Жастар орталығы"))
        await session.execute(update(Role).where(Role.person_id == mentor).values(until=ended))
        closed = NOW - dt.timedelta(hours=passed)
        await session.execute(
            update(Centre).where(Centre.id == world.centre).values(closed_at=closed)
        )
        await session.commit()
    terms = [term for rule in rules(tosbelgi.retention) for term in rule.terms]
    mine = [term for term in terms if term.code in ("staff_cards", "staff_documents")]
    mine += [term for term in terms if term.code == "centre_cards"]
    await forget_past(database, mine, NOW)
    async with database.sessions() as session:
        cards = (await session.scalars(select(StaffCard.person_id))).all()
        scans = (await session.scalars(select(Document.id))).all()
        centres = (await session.scalars(select(CentreCard.centre_id))).all()
    kept = passed < 0
    assert (cards, centres) == (([mentor], [world.centre]) if kept else ([], []))
    assert scans == ([world.scan, world.document] if kept else [world.document])
