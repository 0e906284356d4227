"""Lets the demo's people do things at times past, by the operations that the bot itself uses."""

import datetime as dt
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor
from award.access.invitations import make_link
from award.access.lookup import find_actor, meet
from award.centres.offers import partners_for
from award.consent.representatives import consent, representative_link
from award.consent.signing import sign
from award.journal.capture import Guess, Sent, capture
from award.journal.drafts import Change, change_draft
from award.journal.entries import submit
from award.programme import Programme
from award.progress.participation import open_journal
from award.registration.application import (
    application,
    begin,
    open_choices,
    optional_of,
    send,
    taken,
)
from award.registration.choices import (
    choose_centre,
    choose_directions,
    choose_level,
    choose_mentor,
    choose_option,
    choose_partner,
)
from award.registration.personal import Field, choose_language, correct
from award.staff.invitations import accept, invite
from award.staff.places import add_centre, add_partner
from demo.diary import Page
from demo.essays import Essay
from demo.people import AQMOLA, OPERATOR, Place, Someone, Staff, Youth
from demo.shots import Camera
from storage.tables import Entry, InvitationKind, RoleKind

YEAR = dt.timedelta(days=365.25)


class Stage:
    """The demo's people at work; `now` is the sandbox's present, the actions lie before it."""

    def __init__(
        self, session: AsyncSession, programme: Programme, camera: Camera, now: dt.datetime
    ) -> None:
        self.session = session
        self.programme = programme
        self.camera = camera
        self.now = now
        self.today = now.astimezone(ZoneInfo(programme.zone)).date()
        self.ids: dict[Someone, int] = {}
        self.enrolments: dict[Youth, int] = {}
        self._actors: dict[Someone, Actor] = {}
        self._places: dict[Place, int] = {}
        # Messages of a phone have positive numbers: no later one is taken for one of these.
        self._messages = count(-1, -1)

    def at(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        """A local moment, never in the future."""
        return min(self.future(day, hour, minute), self.now)

    def future(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        """A local moment, also one that is still to come."""
        there = ZoneInfo(self.programme.zone)
        return dt.datetime.combine(day, dt.time(hour, minute), there)

    async def actor(self, someone: Someone, now: dt.datetime) -> Actor:
        """The person as one who acts; their roles stay as they are at the first time."""
        if someone not in self._actors:
            found = await find_actor(self.session, now, person_id=self.ids[someone])
            assert found is not None
            self._actors[someone] = found
        return self._actors[someone]

    # --- staff and places

    async def join(self, someone: Someone, now: dt.datetime) -> Actor:
        """The person presses Start and chooses a language."""
        met = await meet(self.session, someone.telegram_id, now)
        self.ids[someone] = met.id
        await choose_language(Acting(self.session, met, self.programme, now), someone.language)
        return met

    async def join_named(self, someone: Someone, now: dt.datetime) -> Actor:
        """The same, and the bot knows their name."""
        me = await self.join(someone, now)
        await self._correct(me, {Field.FULL_NAME: someone.name}, now)
        return me

    async def employ(self, staff: Staff, now: dt.datetime) -> None:
        """Somebody becomes staff by a link; the first operator by that of the installation."""
        if staff.role is RoleKind.OPERATOR:
            link = await make_link(self.session, InvitationKind.STAFF, None, now, role=staff.role)
        else:
            link = await invite(
                Acting(self.session, await self.actor(OPERATOR, now), self.programme, now),
                staff.role,
                region=staff.region,
                centre_id=self._places[staff.centre] if staff.centre else None,
                expert_id=self.ids[staff.expert] if staff.expert else None,
            )
        me = await self.join_named(staff, now)
        await accept(Acting(self.session, me, self.programme, now), link)

    async def found(self, centre: Place, now: dt.datetime) -> None:
        """The operator adds a centre."""
        operator = await self.actor(OPERATOR, now)
        known = await add_centre(
            Acting(self.session, operator, self.programme, now),
            centre.name,
            centre.region,
            centre.place,
        )
        self._places[centre] = known.id

    async def ally(self, partner: Place, now: dt.datetime) -> None:
        """The operator adds a partner organisation."""
        operator = await self.actor(OPERATOR, now)
        await add_partner(
            Acting(self.session, operator, self.programme, now),
            partner.name,
            partner.region or None,
            partner.directions,
        )

    def place_id(self, centre: Place) -> int:
        return self._places[centre]

    # --- an application

    async def apply(self, youth: Youth, now: dt.datetime) -> None:
        """Fill in an application as far as this person has come."""
        me = await self.join(youth, now)
        self.enrolments[youth] = (await begin(Acting(self.session, me, self.programme, now))).id
        await self._tell_about(youth, me, now)
        if youth.mentor is None:
            return
        session, programme = self.session, self.programme
        await choose_level(Acting(session, me, programme, now), youth.level)
        form = await application(Acting(session, me, programme, now))
        if optional_of(form, programme):
            extra = ("work",) if youth.work else ()
            await choose_directions(Acting(session, me, programme, now), extra)
        for choice in open_choices(form, programme):
            answer = youth.answers[choice.code]
            await choose_option(Acting(session, me, programme, now), choice.code, answer)
        for direction in taken(form, programme):
            if programme.direction(direction).needs_partner:
                offers = await partners_for(session, direction, form.person.region)
                wanted = youth.partner.name if youth.partner else ""
                offer = next((o for o in offers if o.name == wanted), offers[0])
                await choose_partner(Acting(session, me, programme, now), direction, offer.id)
        assert youth.mentor.centre is not None
        await choose_centre(Acting(session, me, programme, now), self._places[youth.mentor.centre])
        await choose_mentor(Acting(session, me, programme, now), self.ids[youth.mentor])
        text = programme.agreement.text_hash(youth.language)
        await sign(Acting(session, me, programme, now), youth.language, text)
        await send(Acting(session, me, programme, now))

    async def _tell_about(self, youth: Youth, me: Actor, now: dt.datetime) -> None:
        there = youth.mentor.centre if youth.mentor else None
        days = dt.timedelta(days=40 + youth.number * 9)
        answers: dict[Field, str | dt.date] = {
            Field.FULL_NAME: youth.name,
            Field.BIRTH_DATE: self.today - YEAR * youth.age - days,
        }
        if there is not None:
            answers |= {
                Field.REGION: there.region,
                Field.PLACE: there.place if there.region != AQMOLA else "Көкшетау",
                Field.STUDY: youth.study,
                Field.ABOUT: youth.about,
                Field.HOBBIES: youth.hobbies,
                Field.PHOTO: (await self.camera.portrait(youth)).file_id,
                Field.PHONE: _phone(youth),
            }
        await self._correct(me, answers, now)

    async def represent(self, youth: Youth, now: dt.datetime) -> None:
        """The legal representative opens the link and signs."""
        assert youth.parent is not None
        link = await representative_link(
            Acting(self.session, await self.actor(youth, now), self.programme, now)
        )
        parent = await self.join(youth.parent, now)
        language = youth.parent.language
        await consent(
            Acting(self.session, parent, self.programme, now),
            link,
            youth.parent.name,
            _phone(youth.parent),
            language,
            self.programme.agreement.text_hash(language),
        )

    async def _correct(
        self, me: Actor, answers: dict[Field, str | dt.date], now: dt.datetime
    ) -> None:
        for field, value in answers.items():
            await correct(Acting(self.session, me, self.programme, now), field, value)

    # --- a journal

    async def log(self, youth: Youth, page: Page, now: dt.datetime) -> Entry:
        """An entry is sent from the phone and submitted."""
        me = await self.actor(youth, now)
        session, programme = self.session, self.programme
        journal = await open_journal(Acting(session, me, programme, now))
        essay = page.words if isinstance(page.words, Essay) else None
        sent = Sent(
            message_id=next(self._messages),
            at=now,
            words=essay.words if essay else _caption(page),
            file=await self.camera.sent(page.shot) if page.shot else None,
        )
        book = essay.book if essay else None
        guess = Guess(directions=(page.direction,), minutes=page.minutes, book=book)
        entry = (await capture(Acting(session, me, programme, now), journal, sent, guess)).entry
        if isinstance(page.words, tuple):
            first, second = page.words
            is_work = programme.direction(page.direction).needs_employer
            change = (
                Change(employer=first, note=second)
                if is_work
                else Change(action=first, result=second)
            )
            await change_draft(Acting(session, me, programme, now), entry.id, change)
        await submit(Acting(session, me, programme, now), entry.id)
        return entry


def _caption(page: Page) -> str:
    return page.words if isinstance(page.words, str) else ""


def _phone(someone: Someone) -> str:
    return f"+7701{someone.telegram_id % 10_000_000:07}"
