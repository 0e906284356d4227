"""No path leads a minor to staff unsigned, or a representative further than they may.

Birth dates, signatures, withdrawals, birthdays, endings in any order, beside a small model of what
each of them means.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run
from sqlalchemy import URL, select

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.access.scope import visible
from award.consent import ending, representatives
from award.consent.ending import BY_OPERATOR
from award.consent.mending import mend_birth_date
from award.consent.of_age import came_of_age
from award.errors import Refusal
from award.plan.plans import take_up
from award.profile.enrolment import withdraw
from award.programme import Programme
from award.programme.eligibility import is_minor
from award.registration import choices
from award.registration.application import Question, application, begin, open_choices, send
from award.registration.personal import Field, correct
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.registration.town import BORN_16, NOW, Town
from tests.conftest import copy_of_database

T = TypeVar("T")
# Young, nearly of age, of age, old enough for silver alone.
BIRTH_DATES = (date(2011, 5, 1), date(2009, 1, 20), date(2008, 2, 20), date(2005, 5, 1))
PARENTS = ("mother", "father")
STAFF = ("mentor", "head", "coordinator", "operator")
parents = st.sampled_from(PARENTS)
dates = st.sampled_from(BIRTH_DATES)


def at_the_beginning(machine: "Consent") -> bool:
    return machine.state is EnrolmentState.DRAFT or machine.state not in OPEN_STATES


def awaiting(machine: "Consent") -> bool:
    return machine.state is EnrolmentState.AWAITING_REPRESENTATIVE


def in_sight(machine: "Consent") -> bool:
    return machine.state in SIGNED_STATES


def represented(machine: "Consent") -> bool:
    return bool(machine.represent)


class Consent(RuleBasedStateMachine):
    """The conditions of its steps leave out what would be refused nearly always."""

    template: URL
    programme: Programme

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.open = AsyncExitStack()
        self.now = NOW
        # What the model knows: dates by which a representative was asked for, who signed what, who
        # is a representative, who may read on, the date at hand.
        self.asked: set[date] = set()
        self.born = BORN_16
        self.signed: dict[int, str] = {}
        self.represent: set[str] = set()
        self.state = EnrolmentState.DRAFT
        self.shared: set[str] = set()
        self.loop.run_until_complete(self._set_up())

    async def _set_up(self) -> None:
        folder = Path(self.open.enter_context(tempfile.TemporaryDirectory()))
        database = await self.open.enter_async_context(copy_of_database(self.template, folder))
        self.session = await self.open.enter_async_context(database.sessions())
        self.town = Town(self.session, self.programme)
        self.centre = await self.town.centre("Жас")
        here = {"centre_id": self.centre}
        self.people = {
            "child": await self.town.draft(BORN_16, centre=self.centre),
            "mother": await self.town.person("Сәрсенова Гүлнар"),
            "father": await self.town.person("Сәрсенов Асқар"),
            "mentor": await self.town.staff(RoleKind.MENTOR, "Тәлімгер Бір", **here),
            "head": await self.town.staff(RoleKind.CENTRE_HEAD, "Басшы Бір", **here),
            "coordinator": await self.town.staff(
                RoleKind.COORDINATOR, "Үйлестіруші Бір", region="KZ-75"
            ),
            "operator": await self.town.staff(RoleKind.OPERATOR, "Оператор Бір"),
        }
        await self.session.commit()

    def teardown(self) -> None:
        self.loop.run_until_complete(self.open.aclose())
        self.loop.close()

    # --- acting

    async def _at(self, who: str) -> Acting:
        actor = await find_actor(self.session, self.now, person_id=self.people[who].id)
        assert actor is not None
        return acting(self.session, actor, self.now, self.programme)

    def _do(self, who: str, act: Callable[[Acting], Awaitable[T]]) -> T | None:
        """What somebody does, committed; None where it is refused, which leaves nothing."""

        async def go() -> T | None:
            try:
                done = await act(await self._at(who))
            except Refusal:
                await self.session.rollback()
                return None
            await self.session.commit()
            return done

        return self.loop.run_until_complete(go())

    def _enrolments(self) -> list[Enrolment]:
        async def go() -> list[Enrolment]:
            child = self.people["child"].id
            found = await self.session.scalars(
                select(Enrolment).where(Enrolment.person_id == child).order_by(Enrolment.id)
            )
            return list(found)

        return self.loop.run_until_complete(go())

    def _latest(self) -> Enrolment:
        return self._enrolments()[-1]

    def _role_of(self, parent: str) -> int:
        async def go() -> int:
            found = await self.session.scalars(
                select(Role.id)
                .where(Role.person_id == self.people[parent].id)
                .order_by(Role.id.desc())
            )
            return next(iter(found), 0)

        return self.loop.run_until_complete(go())

    def _minor(self) -> bool:
        return any(is_minor(each, self.now.date()) for each in {self.born, *self.asked})

    def _note_asked(self) -> None:
        if self._latest().state is EnrolmentState.AWAITING_REPRESENTATIVE:
            self.asked.add(self.born)

    # --- the participant

    @rule(born=dates)
    def gives_a_birth_date(self, born: date) -> None:
        async def act(at: Acting) -> bool:
            await correct(at, Field.BIRTH_DATE, born)
            return True

        if self._do("child", act):
            assert not self.asked, "a date that binds was changed by who is bound"
            self.born = born

    @rule()
    @precondition(at_the_beginning)
    def sends(self) -> None:
        self._do("child", self._fill_in_and_send)
        self._note_asked()

    async def _fill_in_and_send(self, at: Acting) -> Enrolment:
        await begin(at)
        form = await application(at)
        if form.closed or form.eligibility is None:
            raise Refusal
        await choices.choose_level(at, form.eligibility.levels[0].code)
        while (form := await application(at)).unanswered:
            asked = form.unanswered[0]
            if asked.question is Question.CHOICE:
                assert asked.subject is not None
                choice = next(
                    each for each in open_choices(form, at.programme) if each.code == asked.subject
                )
                await choices.choose_option(at, asked.subject, choice.one_of[0].code)
            elif asked.question is Question.CENTRE:
                await choices.choose_centre(at, self.centre)
            else:
                await choices.leave_open(at, asked.question, asked.subject)
        await choices.choose_mentor(at, self.people["mentor"].id)
        await self.town.sign(at.actor)
        return await send(at)

    @rule()
    @precondition(awaiting)
    def takes_back(self) -> None:
        self._do("child", representatives.take_back)

    @rule()
    def leaves(self) -> None:
        number = self._latest().id
        self._do("child", lambda at: withdraw(at, number))

    @rule(parent=parents, shared=st.booleans())
    @precondition(represented)
    def lets_read(self, parent: str, shared: bool) -> None:
        role = self._role_of(parent)

        async def act(at: Acting) -> bool:
            await ending.share(at, role, shared=shared)
            return True

        if self._do("child", act):
            assert not self._minor()
            (self.shared.add if shared else self.shared.discard)(parent)

    @rule(parent=parents)
    @precondition(represented)
    def ends(self, parent: str) -> None:
        role = self._role_of(parent)

        async def act(at: Acting) -> bool:
            await ending.end_by_own_wish(at, role)
            return True

        if self._do("child", act):
            assert not self._minor()
            self._ended(parent)

    # --- representatives

    @rule(parent=parents)
    @precondition(awaiting)
    def signs(self, parent: str) -> None:
        payload = self._do("child", representatives.representative_link)
        if payload is None:
            return
        number = self._latest().id
        names = {"mother": "Сәрсенова Гүлнар", "father": "Сәрсенов Асқар"}

        async def act(at: Acting) -> Enrolment:
            return await representatives.consent(
                at,
                payload,
                names[parent],
                f"+7701000000{PARENTS.index(parent)}",
                "ru",
                self.programme.agreement.text_hash("ru"),
            )

        if self._do(parent, act) is not None:
            self.signed[number] = parent
            self.represent.add(parent)

    @rule(parent=parents)
    @precondition(in_sight)
    def withdraws(self, parent: str) -> None:
        number = self._latest().id

        async def act(at: Acting) -> Enrolment:
            return await representatives.withdraw_consent(at, number)

        if self._do(parent, act) is not None:
            assert self.signed[number] == parent
            assert parent in self.represent

    # --- staff and time

    @rule()
    @precondition(in_sight)
    def takes_up(self) -> None:
        number = self._latest().id
        self._do("mentor", lambda at: take_up(at, number))

    @rule(who=st.sampled_from(STAFF), born=dates)
    @precondition(in_sight)
    def mends(self, who: str, born: date) -> None:
        number = self._latest().id

        async def act(at: Acting) -> bool:
            await mend_birth_date(at, number, born)
            return True

        if self._do(who, act):
            self.born = born
            self._note_asked()

    @rule(parent=parents, why=st.sampled_from(BY_OPERATOR))
    @precondition(represented)
    def is_ended(self, parent: str, why: ending.EndReason) -> None:
        role = self._role_of(parent)

        async def act(at: Acting) -> bool:
            await ending.end_representative(at, role, why)
            return True

        if self._do("operator", act):
            self._ended(parent)
            self._note_asked()

    @rule(days=st.sampled_from((1, 20, 120)))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

        async def go() -> None:
            zone = self.programme.zone_of("KZ-75")
            await came_of_age(self.session, self.programme, zone, self.now)
            await self.session.commit()

        self.loop.run_until_complete(go())
        if not self._minor():
            assert self._latest().state is not EnrolmentState.AWAITING_REPRESENTATIVE

    def _ended(self, parent: str) -> None:
        self.represent.discard(parent)
        self.shared.discard(parent)

    # --- what holds always

    @invariant()
    def staff_see_what_is_signed_alone(self) -> None:
        self.state = self._latest().state
        for enrolment in self._enrolments():
            seen = [who for who in STAFF if self._sees(who, enrolment)]
            if not seen or enrolment.state not in OPEN_STATES or not self._minor():
                continue
            signer = self.signed.get(enrolment.id)
            assert signer is not None, f"{seen} see a minor unsigned"
            assert signer in self.represent, f"{seen} see a minor whose signer is none any more"

    @invariant()
    def representatives_see_what_they_signed_alone(self) -> None:
        for enrolment in self._enrolments():
            for parent in PARENTS:
                if not self._sees(parent, enrolment):
                    continue
                assert enrolment.state in SIGNED_STATES
                assert parent in self.represent
                if self._minor():
                    assert self.signed[enrolment.id] == parent
                else:
                    assert parent in self.shared

    def _sees(self, who: str, enrolment: Enrolment) -> bool:
        async def go() -> bool:
            try:
                await visible(await self._at(who), enrolment.id)
            except Refusal:
                return False
            return True

        return self.loop.run_until_complete(go())


def test_nobody_gets_further_than_they_may(migrated_sqlite: URL, tosbelgi: Programme) -> None:
    machine = type("OnThis", (Consent,), {"template": migrated_sqlite, "programme": tosbelgi})
    # To find the shortest of what is wrong would take minutes.
    phases = tuple(phase for phase in Phase if phase is not Phase.shrink)
    run(machine, settings=settings(max_examples=60, stateful_step_count=25, phases=phases))
