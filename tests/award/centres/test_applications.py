import asyncio
import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.calendar import DAY
from award.centres.application_form import (
    CentreField,
    UnfitCentre,
    answer_question,
    begin_application,
    own_application,
    send_application,
    unanswered,
)
from award.centres.applications import (
    accept,
    confirm_signed,
    deny_signed,
    lapse_contracts,
    refuse,
    say_signed,
    withdraw_application,
)
from award.errors import NotAllowed, Refusal, TooLate
from award.programme import Programme
from award.reminders.terms import near_ends
from award.staff.places import add_centre
from storage.database import Database
from storage.tables import (
    Audit,
    Centre,
    CentreApplication,
    CentreApplicationState,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.reminders.term_people import NOW, ZONE, People, people, remind

ANSWERS = {
    CentreField.NAME: "Талап жастар орталығы",
    CentreField.LEGAL_STATUS: "қоғамдық қор",
    CentreField.CONTACT: "Серікова Айгүл",
    CentreField.REGION: "KZ-75",
    CentreField.PLACE: "Алматы",
    CentreField.ADDRESS: "Абай даңғылы, 5",
    CentreField.PHONE: "+77272123456",
    CentreField.EMAIL: "talap@example.kz",
    CentreField.MISSION: "Жастардың дарынын ашуға көмектесеміз.",
    CentreField.PROJECTS: "Жазғы туған өлке жорықтары, еріктілер жасағы.",
}
# Agreed to on Monday 17 March 2025: ten working days, Nauryz among them.
CONTRACT_DUE = dt.date(2025, 4, 3)
S = CentreApplicationState


class Applying:
    """The applicant and the operator, with all that they do."""

    def __init__(
        self, session: AsyncSession, programme: Programme, them: People, who: Actor, boss: Actor
    ) -> None:
        self.session, self.programme = session, programme
        self.them, self.who, self.boss = them, who, boss

    async def fills_in(self, **other: str) -> CentreApplication:
        await begin_application(acting(self.session, self.who, NOW))
        for field, text in (ANSWERS | {CentreField(k): v for k, v in other.items()}).items():
            await answer_question(acting(self.session, self.who, NOW, self.programme), field, text)
        found = await own_application(acting(self.session, self.who))
        assert found is not None
        return found

    async def sends(self) -> CentreApplication:
        await self.fills_in()
        return await send_application(acting(self.session, self.who, NOW, self.programme))

    async def is_accepted(self) -> CentreApplication:
        sent = await self.sends()
        return await accept(acting(self.session, self.boss, NOW, self.programme), sent.id)

    async def told(self) -> list[tuple[str, str]]:
        names = {self.who.id: "applicant", self.boss.id: "operator"}
        rows = await self.session.execute(select(Outbox.person_id, Outbox.kind).order_by(Outbox.id))
        return [(names.get(person, "other"), kind) for person, kind in rows]


@pytest.fixture
async def applying(session: AsyncSession, tosbelgi: Programme) -> Applying:
    them = await people(session)
    person = Person(telegram_id=99, joined_at=NOW)
    session.add(person)
    await session.flush()
    who = await find_actor(session, NOW, person_id=person.id)
    assert who is not None
    return Applying(session, tosbelgi, them, who, await them.actor("operator"))


async def test_a_form_is_resumed_where_it_was_left(applying: Applying) -> None:
    session, who, programme = applying.session, applying.who, applying.programme
    begun = await begin_application(acting(session, who, NOW))
    assert unanswered(begun) == tuple(CentreField)
    await answer_question(
        acting(session, who, NOW, programme), CentreField.NAME, "  Талап \n орталығы "
    )
    again = await begin_application(acting(session, who, NOW + DAY))
    assert again.id == begun.id
    assert again.name == "Талап орталығы"
    assert unanswered(again)[0] is CentreField.LEGAL_STATUS
    with pytest.raises(Refusal, match="unanswered"):
        await send_application(acting(session, who, NOW, programme))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (CentreField.NAME, "Т"),
        (CentreField.NAME, "х" * 161),
        (CentreField.REGION, "KZ-99"),
        (CentreField.PHONE, "87272123456"),
        (CentreField.PHONE, ""),
        (CentreField.EMAIL, "talap"),
        (CentreField.EMAIL, "a b@example.kz"),
        (CentreField.EMAIL, "a@example..kz"),
        (CentreField.MISSION, "қысқа"),
        (CentreField.PROJECTS, "х" * 1501),
        (CentreField.ADDRESS, "\0\0\0\0\0\0"),
        (CentreField.NAME, "\u200f\u2060\u200b\u200d"),
    ],
)
async def test_answers_that_cannot_be_taken(
    applying: Applying, field: CentreField, text: str
) -> None:
    begun = await begin_application(acting(applying.session, applying.who, NOW))
    with pytest.raises(UnfitCentre):
        await answer_question(
            acting(applying.session, applying.who, NOW, applying.programme), field, text
        )
    assert getattr(begun, field) == ""


async def test_from_application_to_centre(applying: Applying) -> None:
    session = applying.session
    agreed = await applying.is_accepted()
    assert (agreed.state, agreed.contract_due) == (S.CONTRACT, CONTRACT_DUE)
    await say_signed(acting(session, applying.who, NOW + DAY, applying.programme), agreed.id)
    centre = await confirm_signed(acting(session, applying.boss, NOW + DAY * 2), agreed.id)
    assert (centre.name, centre.region) == (agreed.name, "KZ-75")
    assert (agreed.state, agreed.centre_id) == (S.SIGNED, centre.id)
    head = await session.scalar(select(Role).where(Role.person_id == applying.who.id))
    assert head is not None
    assert (head.kind, head.centre_id, head.until) == (RoleKind.CENTRE_HEAD, centre.id, None)
    assert (await session.get_one(Person, applying.who.id)).full_name == "Серікова Айгүл"
    assert await applying.told() == [
        ("operator", "centre-applied"),
        ("applicant", "centre-accepted"),
        ("operator", "centre-signed"),
        ("applicant", "centre-opened"),
    ]
    actions = await session.scalars(
        select(Audit.action).where(Audit.subject == "centre_application").order_by(Audit.id)
    )
    assert [each.partition(".")[2] for each in actions if not each.endswith("answered")] == [
        "begun", "sent", "accepted", "signed", "opened",
    ]  # fmt: skip


async def test_a_refused_one_is_told_why_and_may_be_mended(applying: Applying) -> None:
    sent = await applying.sends()
    for words in ("", " \0 ", "\u200f", "х" * 501):
        with pytest.raises(Refusal):
            await refuse(acting(applying.session, applying.boss, NOW), sent.id, words)
    await refuse(acting(applying.session, applying.boss, NOW), sent.id, "Мекенжайы толық емес")
    assert (sent.state, sent.reason) == (S.REFUSED, "Мекенжайы толық емес")
    again = await begin_application(acting(applying.session, applying.who, NOW))
    assert again.id != sent.id
    assert not unanswered(again)
    assert again.reason is None


async def test_one_at_a_time(applying: Applying) -> None:
    sent = await applying.sends()
    with pytest.raises(Refusal, match="refused-centre-applied"):
        await begin_application(acting(applying.session, applying.who, NOW))
    with pytest.raises(TooLate):
        await send_application(acting(applying.session, applying.who, NOW, applying.programme))
    await withdraw_application(acting(applying.session, applying.who, NOW), sent.id)
    await begin_application(acting(applying.session, applying.who, NOW))


async def test_a_name_that_the_region_has_already(applying: Applying) -> None:
    sent = await applying.sends()
    applying.session.add(Centre(name="ТАЛАП жастар орталығы", region="KZ-75", place="Алматы"))
    await applying.session.flush()
    with pytest.raises(Refusal, match="refused-centre-known-applied"):
        await accept(acting(applying.session, applying.boss, NOW, applying.programme), sent.id)


async def test_operators_who_open_one_name_at_once_open_one_centre(
    applying: Applying, database: Database
) -> None:
    """By an application, by another one of the same name, and without one; each of them twice."""
    session, boss, programme = applying.session, applying.boss, applying.programme
    agreed = [(await applying.is_accepted()).id]
    applying.who = await applying.them.actor("other")
    agreed.append((await applying.is_accepted()).id)
    await session.commit()

    async def confirm(number: int) -> object:
        async with database.transaction() as own:
            return await confirm_signed(acting(own, boss, NOW), number)

    async def add() -> object:
        async with database.transaction() as own:
            name = ANSWERS[CentreField.NAME].upper()
            return await add_centre(acting(own, boss, NOW, programme), name, "KZ-75", "Алматы")

    work = [*map(confirm, agreed * 2), add(), add()]
    results = await asyncio.wait_for(asyncio.gather(*work, return_exceptions=True), 60)
    assert [isinstance(each, Refusal) for each in results].count(True) == len(work) - 1
    assert [isinstance(each, Centre) for each in results].count(True) == 1
    names = [name.casefold() for name in await session.scalars(select(Centre.name))]
    assert names.count(ANSWERS[CentreField.NAME].casefold()) == 1


async def test_nobody_decides_on_their_own(applying: Applying) -> None:
    sent = await applying.sends()
    sent.applicant_id = applying.boss.id
    await applying.session.flush()
    with pytest.raises(NotAllowed):
        await accept(acting(applying.session, applying.boss, NOW, applying.programme), sent.id)


# --- the contract's term


def _at(month: int, day: int) -> dt.datetime:
    """Nine in the morning of a day in Almaty, in 2025."""
    return dt.datetime(2025, month, day, 4, tzinfo=dt.UTC)


async def _lapses(applying: Applying, now: dt.datetime) -> int:
    return await lapse_contracts(applying.session, applying.programme, ZONE, now)


async def test_it_lapses_by_itself_after_the_last_day_and_both_are_told(
    applying: Applying,
) -> None:
    agreed = await applying.is_accepted()
    assert await _lapses(applying, _at(4, 3)) == 0
    assert await _lapses(applying, _at(4, 4)) == 1
    assert await _lapses(applying, _at(4, 5)) == 0
    assert agreed.state is S.LAPSED
    assert (await applying.told())[-2:] == [
        ("applicant", "centre-lapsed"),
        ("operator", "centre-lapsed"),
    ]
    for step in (
        say_signed(
            acting(applying.session, applying.who, _at(4, 4), applying.programme), agreed.id
        ),
        confirm_signed(acting(applying.session, applying.boss, _at(4, 4)), agreed.id),
    ):
        with pytest.raises(TooLate):
            await step
    again = await begin_application(acting(applying.session, applying.who, _at(4, 4)))
    assert not unanswered(again)


async def test_one_said_to_be_signed_waits_for_the_operator(applying: Applying) -> None:
    agreed = await applying.is_accepted()
    await say_signed(
        acting(applying.session, applying.who, _at(4, 3), applying.programme), agreed.id
    )
    assert await _lapses(applying, _at(4, 10)) == 0
    await deny_signed(acting(applying.session, applying.boss, _at(4, 10)), agreed.id)
    assert await _lapses(applying, _at(4, 10)) == 1


async def test_saying_it_again_after_the_term_holds_nothing_up(applying: Applying) -> None:
    """What the operator has not seen is not kept open by saying so again and again."""
    agreed = await applying.is_accepted()
    last_moment = dt.datetime(2025, 4, 3, 18, 59, tzinfo=dt.UTC)
    await say_signed(acting(applying.session, applying.who, last_moment), agreed.id)
    await deny_signed(acting(applying.session, applying.boss, _at(4, 10)), agreed.id)
    with pytest.raises(TooLate):
        await say_signed(acting(applying.session, applying.who, _at(4, 10)), agreed.id)
    assert await _lapses(applying, _at(4, 11)) == 1


async def _reminded(applying: Applying, first: int, days: int) -> dict[str, list[str]]:
    """On which days who was reminded, by kind of notice."""
    found: dict[str, list[str]] = {}
    for day in range(days):
        at = _at(3, first) + DAY * day
        before = len(await applying.told())
        await remind(near_ends, applying.session, applying.programme, ZONE, at)
        for who, kind in (await applying.told())[before:]:
            found.setdefault(f"{who} {kind}", []).append(f"{at:%d.%m}")
    return found


async def test_the_applicant_is_reminded_of_the_contract(applying: Applying) -> None:
    await applying.is_accepted()
    assert await _reminded(applying, 17, 18) == {"applicant contract-due": ["27.03", "02.04"]}


async def test_the_operator_is_reminded_of_an_application(applying: Applying) -> None:
    await applying.sends()
    found: Any = await _reminded(applying, 17, 30)
    assert found == {"operator centres-due": ["31.03", "08.04", "10.04"]}


async def test_the_operator_is_reminded_of_a_contract_to_confirm(applying: Applying) -> None:
    agreed = await applying.is_accepted()
    await say_signed(acting(applying.session, applying.who, NOW, applying.programme), agreed.id)
    found = await _reminded(applying, 17, 20)
    assert found == {"operator centres-due": ["27.03", "02.04", "04.04"]}
