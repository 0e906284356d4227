"""As much as there may be of everything: who has most, and is seen by whom.

Everybody is in one centre of one region, so that each role reaches all of it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.mentoring.tasks import MOST_OPEN
from award.programme import JournalBounds, Level, Programme
from award.programme.model import Direction
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from storage import tables as t
from tests.largest import award, organisations
from tests.largest.award import CHAIR, MEMBER, SECRETARY, WINNER

MENTORS = 100
PARTICIPANTS = 1000  # of one mentor
OF_REGION = 1000  # without a mentor, and of other mentors
WARDS = 20  # of one representative
MANY = 300  # centres
DISPUTES = 200
A_DAY = 6  # approved entries of a full journal
ABSENCES = 60
PLANS = 40
REGION = "KZ-75"
# By Telegram's ids.
MENTOR, EXPERT, HEAD, COORDINATOR, OPERATOR, PARENT = 1, 2, 3, 4, 5, 6
GIRL, APPLICANT, UNSIGNED, PAUSED, DONE, ORGANISER, STRANGER = 11, 12, 13, 14, 15, 16, 17
_CHILDREN, _MENTORS, _OTHERS, _UNASSIGNED = 1_000, 2_000, 10_000, 20_000


ENROLMENT = 1  # of whom the full journal is
_LINE = 1_000_000  # ids of the versions of the largest entry follow
LARGEST = _LINE + JournalBounds().versions


async def build(session: AsyncSession, programme: Programme, now: dt.datetime) -> None:
    """Write all of it."""
    await Builder(session, programme, now).build()


@dataclass
class Builder:
    """What is written, and by whom."""

    session: AsyncSession
    programme: Programme
    now: dt.datetime
    people: dict[int, int] = field(default_factory=dict)  # our id by Telegram's
    region: str = REGION

    @property
    def gold(self) -> Level:
        return self.programme.levels[-1]

    @property
    def directions(self) -> Sequence[Direction]:
        return self.programme.directions

    @property
    def mentors(self) -> Sequence[int]:
        """Ids of those who have no other part in this."""
        return [self.people[_MENTORS + n] for n in range(MENTORS)]

    @property
    def active(self) -> range:
        """Enrolments that have a place in a rating."""
        return range(1, PARTICIPANTS)

    @property
    def begun(self) -> dt.datetime:
        return self.now - DAY * 30 * self.gold.months

    async def add(self, table: type[t.Table], rows: Sequence[Mapping[str, Any]]) -> None:
        await self.session.execute(insert(table.__table__), rows)

    async def build(self) -> None:
        await self._people()
        await self._staff()
        await self._enrolments()
        await self._journal()
        await self._waiting_of_others()
        await self._largest_entry()
        await self._around_the_journal()
        people = self.people
        await organisations.build(self, people[OPERATOR], people[EXPERT], people[ORGANISER])
        await award.build(self, people[MENTOR], people[HEAD], people[OPERATOR])

    async def _people(self) -> None:
        known = [MENTOR, EXPERT, HEAD, COORDINATOR, OPERATOR, PARENT]
        known += [GIRL, APPLICANT, UNSIGNED, PAUSED, DONE, ORGANISER, STRANGER]
        known += [CHAIR, SECRETARY, MEMBER, WINNER, *award.ACCOUNTS[1:]]
        for first, many in (
            (_CHILDREN, WARDS),
            (_MENTORS, MENTORS),
            (_OTHERS, PARTICIPANTS),
            (_UNASSIGNED, OF_REGION),
        ):
            known += range(first, first + many)
        self.people = {account: number for number, account in enumerate(known, 1)}
        born = self.now.date().replace(month=1, day=1) - DAY * 365 * 16
        rows = [
            {
                "id": number,
                "telegram_id": account,
                "language": "kk",
                # Of each name there are some, told apart by where they study.
                "full_name": f"Сәрсен Айгерім {'әіңғүұқөһ'[number % 9] * 20}",
                "birth_date": born,
                "region": REGION,
                "place": f"Талғар {number}",
                "study": f"№ {number} мектеп",
                "about": "ә" * 1000,
                "hobbies": "ә" * 500,
                "phone": "+77010000001",
                "joined_at": self.begun,
            }
            for account, number in self.people.items()
        ]
        await self.add(t.Person, rows)

    async def _staff(self) -> None:
        people = self.people
        centre = {"region": REGION, "place": "Алматы"}
        named = [centre | {"id": n, "name": f"Орталық {n}"} for n in range(1, MANY + 1)]
        await self.add(t.Centre, named)
        empty = {"region": None, "centre_id": None, "reports_to": None, "ward_id": None}
        held = empty | {"since": self.begun}

        def role(who: int, kind: t.RoleKind, **scope: Any) -> dict[str, Any]:
            return held | {"person_id": people[who], "kind": kind, **scope}

        expert = {"centre_id": 1, "reports_to": people[EXPERT]}
        roles = [
            role(MENTOR, t.RoleKind.MENTOR, **expert),
            role(EXPERT, t.RoleKind.EXPERT, centre_id=1),
            role(HEAD, t.RoleKind.CENTRE_HEAD, centre_id=1),
            role(COORDINATOR, t.RoleKind.COORDINATOR, region=REGION),
            role(OPERATOR, t.RoleKind.OPERATOR),
            *(role(_MENTORS + n, t.RoleKind.MENTOR, **expert) for n in range(MENTORS)),
            *(
                role(PARENT, t.RoleKind.REPRESENTATIVE, ward_id=people[who])
                for who in (GIRL, *range(_CHILDREN, _CHILDREN + WARDS))
            ),
        ]
        await self.add(t.Role, roles)

    def _way(self, account: int, mentor: int | None, **other: Any) -> dict[str, Any]:
        options = {choice.code: choice.one_of[0].code for choice in self.gold.choices}
        extra = frozenset(direction.code for direction in self.programme.directions)
        return {
            "person_id": self.people[account],
            "state": t.EnrolmentState.ACTIVE,
            "level": self.gold.code,
            "choices": store_choices(Choices(options, extra)),
            "centre_id": 1,
            "mentor_id": self.people[mentor] if mentor is not None else None,
            "begun_at": self.begun,
            "submitted_at": self.begun,
            "activated_at": self.begun,
            "started_on": self.begun.date(),
            "answer_due": self.now.date(),
            "completed_at": None,
            **other,
        }

    async def _enrolments(self) -> None:
        state = t.EnrolmentState
        new: dict[str, Any] = {"activated_at": None, "started_on": None}
        ways = [
            self._way(GIRL, MENTOR),
            self._way(APPLICANT, MENTOR, state=state.DRAFT, **new),
            self._way(UNSIGNED, MENTOR, state=state.AWAITING_REPRESENTATIVE, **new),
            self._way(PAUSED, MENTOR, state=state.PAUSED),
            self._way(DONE, MENTOR, state=state.COMPLETE, completed_at=self.now),
            *(self._way(_CHILDREN + n, MENTOR) for n in range(WARDS)),
            *(
                self._way(
                    _OTHERS + n,
                    MENTOR,
                    state=(state.SUBMITTED, state.PLANNING, *[state.ACTIVE] * 8)[n % 10],
                )
                for n in range(PARTICIPANTS)
            ),
            *(
                self._way(_UNASSIGNED + n, None, state=state.SUBMITTED, **new)
                if n % 2
                else self._way(_UNASSIGNED + n, _MENTORS + n % MENTORS)
                for n in range(OF_REGION)
            ),
        ]
        await self.add(t.Enrolment, [way | {"id": n} for n, way in enumerate(ways, 1)])
        complete = {"state": state.COMPLETE, "completed_at": self.now}
        done = [self._way(account, MENTOR, **complete) for account in award.ACCOUNTS]
        await self.add(t.Enrolment, [way | {"id": award.FIRST + n} for n, way in enumerate(done)])
        signed = {
            "language": "kk",
            "version": "1",
            "text_hash": "0" * 64,
            "signed_at": self.begun,
            "signer_name": "Сәрсенова Гүлнар",
            "phone": "+77010000002",
            "kind": t.SignerKind.REPRESENTATIVE,
            "signer_id": self.people[PARENT],
        }
        theirs = {self.people[each] for each in (GIRL, *range(_CHILDREN, _CHILDREN + WARDS))}
        await self.add(
            t.Agreement,
            [
                signed | {"enrolment_id": n}
                for n, way in enumerate(ways, 1)
                if way["person_id"] in theirs
            ],
        )

    def _entry(self, state: t.EntryState, day: dt.date, **other: Any) -> dict[str, Any]:
        decided = state in t.DECIDED_STATES
        return {
            "enrolment_id": ENROLMENT,
            "state": state,
            "version": 1,
            "replaces_id": None,
            "direction": "sport",
            "minutes": 30,
            "happened_on": day,
            "sent_at": self.now,
            "received_at": self.now,
            "is_final": False,
            "note": "жүгіру " * 20,
            "submitted_at": self.now if state is not t.EntryState.DRAFT else None,
            "decided_at": self.now if decided else None,
            **other,
        }

    async def _journal(self) -> None:
        """A full one: each day of the level some approved entries, all drafts, all that waits."""
        today, bounds = self.now.date(), self.programme.journal
        weekly = [d.code for d in self.programme.directions if d.measure == "weeks"]
        days = [self.begun.date() + DAY * n for n in range((today - self.begun.date()).days)]
        approved = [
            self._entry(t.EntryState.APPROVED, day, direction=weekly[n % len(weekly)])
            for day in days
            for n in range(A_DAY)
        ]
        waiting = [
            self._entry(t.EntryState.SUBMITTED, today - DAY * (n % 7))
            for n in range(bounds.waiting)
        ]
        drafts = [self._entry(t.EntryState.DRAFT, today)] * (bounds.drafts - 1)
        await self.add(t.Entry, [*approved, *waiting, *drafts])

    async def _waiting_of_others(self) -> None:
        """Thousands wait for one mentor."""
        first = 6 + WARDS
        await self.add(
            t.Entry,
            [
                self._entry(
                    t.EntryState.SUBMITTED, self.now.date(), enrolment_id=first + n % PARTICIPANTS
                )
                for n in range(3 * PARTICIPANTS)
            ],
        )

    async def _largest_entry(self) -> None:
        """The longest line of versions with most files and words, each seen before."""
        bounds, number = self.programme.journal, _LINE
        for version in range(1, bounds.versions + 1):
            last = version == bounds.versions
            state = t.EntryState.SUBMITTED if last else t.EntryState.RETURNED
            entry = self._entry(
                state,
                self.now.date() - DAY * 20,
                version=version,
                replaces_id=number + version - 1 if version > 1 else None,
                note="ә " * (bounds.characters // 2),
                late_reason="ә" * 500,
                submitted_at=self.now - DAY * (60 - version),
            )
            await self.add(t.Entry, [entry | {"id": number + version}])
        mentor = self.people[MENTOR]
        review = {
            "by": mentor,
            "verdict": t.Verdict.RETURNED,
            "comment": "ә" * 1000,
            "at": self.now,
        }
        reviews = [review | {"entry_id": number + n} for n in range(1, bounds.versions)]
        await self.add(t.Review, reviews)
        kinds = [t.MediaKind.VOICE] * bounds.alone
        kinds += ([t.MediaKind.PHOTO] * 11 + [t.MediaKind.AUDIO, t.MediaKind.DOCUMENT] * 9)[
            : bounds.files - bounds.alone
        ]
        media = [
            {
                "id": number + 100 * version + n,
                "entry_id": number + version,
                "kind": kind,
                "file_id": f"f{n}",
                "file_unique_id": f"u{n}",
                "message_id": n,
                "examined_at": self.now,
                "compared_at": self.now,
            }
            for version in range(1, bounds.versions + 1)
            for n, kind in enumerate(kinds)
        ]
        await self.add(t.Media, media)
        seen = {
            "entry_id": LARGEST,
            "kind": t.FindingKind.FILE,
            "score": 1.0,
            "details": {},
            "found_at": self.now,
        }
        await self.add(
            t.Finding,
            [
                seen
                | {
                    "media_id": number + 100 * bounds.versions + n,
                    "other_entry_id": 5 * n + other + 1,
                    "other_media_id": None,
                }
                for n in range(bounds.files)
                for other in range(5)
            ],
        )

    async def _around_the_journal(self) -> None:
        mentor, girl = self.people[MENTOR], self.people[GIRL]
        enrolment, today = ENROLMENT, self.now.date()
        task = {"enrolment_id": enrolment, "direction": "sport", "words": "ә" * 500, "due": today}
        task |= {"set_by": mentor, "set_at": self.now}
        states = [t.TaskState.OPEN] * MOST_OPEN + [t.TaskState.DONE] * 100
        await self.add(t.Task, [task | {"state": each} for each in states])
        day = self.begun.date()
        await self.add(
            t.Excuse,
            [
                {
                    "enrolment_id": enrolment,
                    "state": t.ExcuseState.ACCEPTED if n else t.ExcuseState.ASKED,
                    "first_day": day + DAY * 2 * n,
                    "last_day": day + DAY * 2 * n,
                    "reason": "illness",
                    "note": "ә" * 500,
                    "made_by": girl,
                    "made_at": self.now,
                }
                for n in range(ABSENCES)
            ],
        )
        plan = {"enrolment_id": enrolment, "made_by": mentor, "made_at": self.now}
        for version in range(1, PLANS + 1):
            state = (t.PlanState.REPLACED, t.PlanState.AGREED)[version == PLANS]
            plan |= {"id": version, "version": version, "state": state, "wish": "ә" * 500}
            await self.add(t.Plan, [plan])
        item = {"activity": "ә" * 120, "weekdays": [0, 2, 4], "minutes": 30, "starts_on": day}
        await self.add(
            t.PlanItem,
            [
                item | {"plan_id": version, "direction": direction.code}
                for version in range(1, PLANS + 1)
                for direction in self.programme.directions
            ],
        )
        await self.add(
            t.Dispute,
            [
                {
                    "enrolment_id": enrolment if n < 10 else 6 + WARDS + n,
                    "entry_id": _LINE + 1 + n % (self.programme.journal.versions - 1),
                    "against_id": mentor,
                    "state": t.DisputeState.OPEN,
                    "verdict": t.Verdict.RETURNED,
                    "words": "ә" * 1000,
                    "comment": "ә" * 1000,
                    "opened_at": self.now - DAY,
                    "due": today,
                }
                for n in range(DISPUTES)
            ],
        )
