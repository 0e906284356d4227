"""Transfers: asked for, agreed to, pulled once; or ended otherwise (§7.8)."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.errors import NotFound, Refusal, TooLate
from award.mentoring import participants
from award.outbox import NoticeKind
from award.programme import Programme
from award.transfers import transfers, views
from storage.database import Database
from storage.tables import (
    Dossier,
    DossierState,
    Enrolment,
    Outbox,
    Person,
    Role,
    RoleKind,
    Transfer,
    TransferBy,
    TransferState,
)
from tests.acting import acting
from tests.award.access.table.world import NOW, World, build

S = TransferState


class Desk:
    """The world of the permission table; whoever acts is named."""

    def __init__(self, session: AsyncSession, world: World) -> None:
        self.session = session
        self.world = world

    async def at(self, who: str, **later: float) -> Acting:
        now = NOW + dt.timedelta(**later)
        actor = await find_actor(self.session, now, person_id=self.world.people[who])
        assert actor is not None
        return acting(self.session, actor, now)

    async def told(self, kind: NoticeKind) -> set[str]:
        """Who is owed a notice of this kind; those owed are struck off."""
        names = {number: key for key, number in self.world.people.items()}
        rows = (await self.session.scalars(select(Outbox).where(Outbox.kind == kind))).all()
        for row in rows:
            await self.session.delete(row)
        await self.session.flush()
        return {names[row.person_id] for row in rows}

    async def enrolment(self, key: str) -> Enrolment:
        number = self.world.things[key].enrolment
        return await self.session.get_one(Enrolment, number, populate_existing=True)


@pytest.fixture
async def desk(session: AsyncSession, tosbelgi: Programme) -> Desk:
    return Desk(session, await build(session, tosbelgi))


async def _other_centre(desk: Desk) -> int:
    """The id of the other centre, which gets a mentor: the spare one."""
    centre = await desk.session.scalar(
        select(Role.centre_id).where(Role.person_id == desk.world.people["head2"])
    )
    assert centre is not None
    role = await desk.session.get_one(Role, desk.world.spare_role)
    role.centre_id = centre
    await desk.session.flush()
    return centre


async def test_all_goes_along_and_the_old_mentor_sees_no_more(desk: Desk) -> None:
    world, centre = desk.world, await _other_centre(desk)
    number = world.things["agreed"].enrolment
    asked = await transfers.ask_transfer(
        await desk.at("mentor"), number, centre, None, "Талғарға көшті"
    )
    assert asked.state is S.AGREEING
    assert await desk.told(NoticeKind.TRANSFER_ASKED) == {"agreed", "rep"}
    with pytest.raises(TooLate):  # one at a time
        await transfers.ask_transfer(
            await desk.at("agreed"), number, world.centre, world.people["mentor2"], "Сұраймын"
        )
    with pytest.raises(NotFound):  # not agreed to: the receiver knows nothing of it
        await views.transfer_seen(await desk.at("head2"), asked.id)
    await transfers.answer_transfer(await desk.at("agreed"), asked.id, agree=True)
    assert asked.state is S.AGREEING, "the representative of a minor has a word, too"
    await transfers.answer_transfer(await desk.at("rep"), asked.id, agree=True)
    assert await desk.told(NoticeKind.TRANSFER_OFFERED) == {"head2"}
    await desk.told(NoticeKind.TRANSFER_STANDS)
    offers = await views.mentors_to_give(await desk.at("head2"), asked.id)
    assert [each.id for each in offers] == [world.people["spare"]]
    with pytest.raises(NotFound):
        await transfers.pull(await desk.at("head2"), asked.id, world.people["mentor2"])
    with pytest.raises(NotFound):
        await transfers.pull(await desk.at("head"), asked.id, world.people["spare"])
    await transfers.pull(await desk.at("head2"), asked.id, world.people["spare"])

    enrolment = await desk.enrolment("agreed")
    assert (enrolment.mentor_id, enrolment.centre_id) == (world.people["spare"], centre)
    assert (asked.from_mentor_id, asked.from_centre_id) == (world.people["mentor"], world.centre)
    told = await desk.told(NoticeKind.TRANSFER_STANDS)
    assert told == {"agreed", "rep", "mentor", "spare", "head"}
    assert (await participants.card(await desk.at("spare"), number)).mine
    for gone in ("mentor", "head", "expert"):
        with pytest.raises(NotFound):
            await participants.card(await desk.at(gone), number)
    left = await views.transfer_seen(await desk.at("mentor"), asked.id)
    assert left.left
    assert (left.words, left.age, left.place) == ("", None, None)
    with pytest.raises(TooLate):
        await transfers.pull(await desk.at("head2"), asked.id, world.people["spare"])


async def test_no_is_no_and_what_is_not_answered_lapses(desk: Desk, tosbelgi: Programme) -> None:
    world, ends = desk.world, set[TransferState]()
    declined = world.things["paused"].transfer
    await transfers.answer_transfer(await desk.at("rep"), declined, agree=False)
    assert "mentor" in await desk.told(NoticeKind.TRANSFER_STANDS), "who asked"
    refused = world.things["drafting"].transfer
    with pytest.raises(NotFound):
        await transfers.refuse_transfer(await desk.at("mentor2"), refused, "<b>")
    await transfers.refuse_transfer(await desk.at("mentor2"), refused, "full")
    assert {"drafting", "rep", "mentor"} <= await desk.told(NoticeKind.TRANSFER_STANDS)
    with pytest.raises(NotFound):  # who refused sees no more of them
        await views.transfer_seen(await desk.at("mentor2"), refused)
    late = NOW + dt.timedelta(days=1)
    lapse = (desk.session, tosbelgi, tosbelgi.zone_of("KZ-75"))
    assert await transfers.lapse_transfers(*lapse, NOW) == 0
    assert await transfers.lapse_transfers(*lapse, late) == 1
    assert {"active", "rep", "mentor"} <= await desk.told(NoticeKind.TRANSFER_STANDS)
    with pytest.raises(TooLate):
        await transfers.pull(
            await desk.at("head"), world.things["active"].transfer, world.people["mentor2"]
        )
    for transfer in await desk.session.scalars(select(Transfer)):
        ends.add(transfer.state)
    assert ends == {S.DECLINED, S.REFUSED, S.LAPSED}
    for key in ("paused", "drafting", "active"):
        assert (await desk.enrolment(key)).mentor_id == world.people["mentor"]


async def test_not_before_a_mentor_took_it_up_nor_while_a_commission_has_it(desk: Desk) -> None:
    world, to = desk.world, desk.world.people["mentor2"]
    for key, refusal in (
        ("new", "refused-transfer-state"),
        ("candidate", "refused-transfer-commission"),
        ("appealed", "refused-transfer-commission"),
    ):
        with pytest.raises(Refusal) as refused:
            await transfers.ask_transfer(
                await desk.at(key), world.things[key].enrolment, world.centre, to, "Сұраймын"
            )
        assert refused.value.key == refusal
    # Asked for in time, and then recommended before it was pulled.
    asked = await transfers.ask_transfer(
        await desk.at("noted"), world.things["noted"].enrolment, world.centre, to, "Сұраймын"
    )
    dossier = await desk.session.get_one(Dossier, world.things["noted"].dossier)
    dossier.state = DossierState.RECOMMENDED
    await desk.session.flush()
    with pytest.raises(TooLate):
        await transfers.pull(await desk.at("mentor2"), asked.id)


async def test_words_are_needed_and_not_too_many(desk: Desk) -> None:
    at, number = await desk.at("agreed"), desk.world.things["agreed"].enrolment
    for words in (" ", "х" * (transfers.LONGEST_WORDS + 1)):
        with pytest.raises(Refusal, match="refused-transfer"):
            await transfers.ask_transfer(at, number, desk.world.centre, None, words)


async def test_of_two_receivers_one_pulls(database: Database, tosbelgi: Programme) -> None:
    async with database.sessions() as session:
        world = await build(session, tosbelgi)
        second = Person(telegram_id=77, joined_at=NOW, language="kk", full_name="Екінші")
        session.add(second)
        await session.flush()
        head = Role(
            person_id=second.id, kind=RoleKind.CENTRE_HEAD, centre_id=world.centre, since=NOW
        )
        session.add(head)
        await session.commit()
        heads = (world.people["head"], second.id)

    async def pulls(head: int, to: str) -> str:
        async with database.transaction() as session:
            actor = await find_actor(session, NOW, person_id=head)
            assert actor is not None
            at = acting(session, actor, NOW)
            try:
                await transfers.pull(at, world.things["active"].transfer, world.people[to])
            except TooLate:
                return "late"
            return to

    came = await asyncio.gather(pulls(heads[0], "mentor2"), pulls(heads[1], "spare"))
    assert sorted(came, key=lambda each: each != "late")[0] == "late"
    async with database.sessions() as session:
        enrolment = await session.get_one(Enrolment, world.things["active"].enrolment)
        [winner] = [each for each in came if each != "late"]
        assert enrolment.mentor_id == world.people[winner]
        # The database itself holds to one open transfer a participant.
        session.add_all(
            Transfer(
                enrolment_id=enrolment.id,
                state=S.OFFERED,
                asked_as=TransferBy.PARTICIPANT,
                asked_by=enrolment.person_id,
                asked_at=NOW,
                words="Сұраймын",
                to_centre_id=world.centre,
                due=NOW.date(),
            )
            for _ in range(2)
        )
        with pytest.raises(IntegrityError):
            await session.flush()
