"""The programme's data set in the chat: checked, bound, undone, and followed by every process."""

import datetime as dt
from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.amendments.amending import amend, look, settle, undo
from award.amendments.in_force import InForce, follow_files
from award.amendments.views import questions, version, versions
from award.errors import Refusal, TooLate
from award.programme import Norm, Programme, ProgrammeError
from award.programme.checking import problems_of
from award.programme.pieces import Plain, pieces_of, with_pieces
from award.progress.asked import asked_of
from storage.database import Database
from storage.tables import Enrolment, EnrolmentState
from tests.acting import acting
from tests.award.reminders.term_people import NOW, people

RUN, THIS_YEAR = "norms.sport.bronze", "mandatory.2025"
MINUTE = dt.timedelta(minutes=1)


@dataclass
class Office:
    """An operator, and the programme that they set; each step is a minute after the one before."""

    session: AsyncSession
    in_force: InForce
    operator: Acting
    now: dt.datetime = NOW

    @property
    def programme(self) -> Programme:
        return self.in_force.programme

    def at(self) -> Acting:
        self.now += MINUTE
        return acting(self.session, self.operator.actor, self.now, self.programme)

    async def sets(self, part: str, value: Plain | None) -> int:
        at = self.at()
        made = await amend(at, part, value, seen=(await look(at, part, value)).seen)
        await self.in_force.renew(self.session)
        return made

    async def undoes(self, number: int) -> None:
        await undo(self.at(), number)
        await self.in_force.renew(self.session)

    async def files(self, programme: Programme) -> None:
        """The service begins with other files."""
        self.now += MINUTE
        self.in_force = InForce(programme)
        await follow_files(self.session, programme, self.now)
        await self.in_force.renew(self.session)

    def text(self, part: str) -> Plain:
        return deepcopy(pieces_of(self.programme)[part])


@pytest_asyncio.fixture
async def office(session: AsyncSession, tosbelgi: Programme) -> AsyncIterator[Office]:
    actor = await (await people(session)).actor("operator")
    made = Office(session, InForce(tosbelgi), acting(session, actor, NOW))
    await made.files(tosbelgi)
    yield made


def _number(norm: Plain, number: float) -> Plain:
    norm["exercises"][0]["values"][0]["value"] = number
    return norm


def _other(programme: Programme, random: Random) -> tuple[str, Plain | None]:
    """A piece as somebody may want it, sensible or not."""
    pieces = pieces_of(programme)
    part = random.choice([p for p in pieces if not p.startswith("books.") or random.random() < 0.3])
    value = deepcopy(pieces[part])
    if part.startswith("norms."):
        return part, _number(value, random.randint(1, 4))
    if part.startswith("mandatory."):
        codes = random.sample(["sport", "talent", "reading", "trips", "nowhere"], 3)
        return part, value | {"directions": codes[: random.randint(0, 3)]}
    gone = random.random() < 0.7
    return part, None if gone else value | {"section": random.randint(1, 4)}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_whatever_is_set_undone_and_filed_it_passes_the_checks_and_binds_who_began(
    office: Office, tosbelgi: Programme, seed: int
) -> None:
    random = Random(seed)
    short = with_pieces(  # a list of few books, so that checks have something to refuse
        tosbelgi,
        {
            f"books.{book.code}": None
            for section in (1, 2, 3)
            for book in tosbelgi.books_of(section)[5:]
        },
    )
    await office.files(short)
    began: list[tuple[dt.datetime, frozenset[str], dict[tuple[str, str], Norm]]] = []
    refused = 0
    for _ in range(40):
        doing = random.random()
        try:
            if doing < 0.5:
                await office.sets(*_other(office.programme, random))
            elif doing < 0.7 and (made := await versions(office.at())):
                await office.undoes(random.choice(made).id)
            elif doing < 0.85:
                await office.files(
                    with_pieces(office.in_force.filed, dict([_other(office.programme, random)]))
                )
            elif asked := await questions(office.at()):
                await settle(office.at(), asked[0].version, keep=random.random() < 0.5)
                await office.in_force.renew(office.session)
        except (Refusal, ProgrammeError):
            refused += 1
        office.now += MINUTE
        now = office.programme
        assert not list(problems_of(now))
        norms = {(norm.direction, norm.level): norm for norm in now.norms}
        began.append((office.now, now.mandatory_in(2025), norms))
        for moment, mandatory, norms in began:
            kept = now.as_of(moment)
            assert kept.mandatory_in(2025) == mandatory
            assert {(n.direction, n.level): n for n in kept.norms} == norms
    assert 0 < refused < 30


async def test_who_began_before_keeps_the_directions_and_norms_of_then(office: Office) -> None:
    bronze = office.programme.level("bronze")

    def asked(begun: dt.datetime) -> set[str]:
        enrolment = Enrolment(
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices={"answers": {c.code: c.one_of[0].code for c in bronze.choices}},
            overrides={},
            begun_at=begun,
            submitted_at=begun,
        )
        return {each.direction for each in asked_of(office.programme, enrolment)}

    before = office.now
    all_ = asked(before)
    value = {"year": 2025, "directions": ["sport", "talent", "reading"]}
    await office.sets(THIS_YEAR, value)
    await office.sets(RUN, _number(office.text(RUN), 12))
    assert asked(before) == all_ > asked(office.now) == {"sport", "talent", "reading"}
    norms = [office.programme.as_of(day).norm("sport", "bronze") for day in (before, office.now)]
    assert [norm.exercises[0].values[0].value for norm in norms if norm] == [330, 12]


async def test_a_file_that_changes_wins_and_asks(office: Office, tosbelgi: Programme) -> None:
    await office.sets(RUN, _number(office.text(RUN), 12))
    await office.files(tosbelgi)  # a restart alone changes nothing
    assert office.text(RUN)["exercises"][0]["values"][0]["value"] == 12
    newer = with_pieces(tosbelgi, {RUN: _number(deepcopy(pieces_of(tosbelgi)[RUN]), 300)})
    await office.files(newer)
    assert office.text(RUN)["exercises"][0]["values"][0]["value"] == 300
    (asked,) = await questions(office.at())
    assert asked.set_ is not None
    assert (asked.part, asked.set_["exercises"][0]["values"][0]["value"]) == (RUN, 12)
    await settle(office.at(), asked.version, keep=True)
    await office.in_force.renew(office.session)
    assert office.text(RUN)["exercises"][0]["values"][0]["value"] == 12
    assert not await questions(office.at())
    await office.files(newer)
    with pytest.raises(TooLate):
        await settle(office.at(), asked.version, keep=False)
    # Taken back, it is what the file says by now.
    made = (await versions(office.at()))[0]
    assert made.in_force
    await office.undoes(made.id)
    assert office.text(RUN)["exercises"][0]["values"][0]["value"] == 300


async def test_two_who_look_at_the_same_do_not_overwrite_each_other(office: Office) -> None:
    seen = (await look(office.at(), THIS_YEAR, _directions("sport"))).seen
    made = await office.sets(THIS_YEAR, _directions("sport", "talent"))
    with pytest.raises(TooLate) as late:
        await amend(office.at(), THIS_YEAR, _directions("sport"), seen=seen)
    assert late.value.key == "refused-amended-meanwhile"
    one = await version(office.at(), made)
    assert (one.by_file, one.in_force) == (False, True)
    with pytest.raises(Refusal) as none:
        await office.sets(THIS_YEAR, _directions())
    assert none.value.key == "refused-amendment-mandatory"


async def test_a_book_taken_off_the_list_still_counts_for_who_read_it(office: Office) -> None:
    book = office.programme.books[0]
    await office.sets(f"books.{book.code}", None)
    assert office.programme.find_book(book.code) is None
    assert office.programme.known_books[book.code].section == book.section


async def test_every_process_sees_what_one_of_them_set(
    database: Database, tosbelgi: Programme
) -> None:
    here, there = InForce(tosbelgi), InForce(tosbelgi)
    async with database.transaction() as session:
        them = await people(session)
        await follow_files(session, tosbelgi, NOW)
        for each in (here, there):
            await each.renew(session)
        at = acting(session, await them.actor("operator"), NOW, here.programme)
        await amend(
            at,
            THIS_YEAR,
            _directions("sport"),
            seen=(await look(at, THIS_YEAR, _directions("sport"))).seen,
        )
    async with database.transaction() as session:
        assert await there.renew(session)
        assert not await there.renew(session)
    assert there.programme.mandatory_in(2025) == {"sport"}
    assert here.programme.mandatory_in(2025) != {"sport"}


def _directions(*codes: str) -> Plain:
    return {"year": 2025, "directions": [*codes]}
