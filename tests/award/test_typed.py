"""Nothing unseen gets into what is kept: it would turn round, or hide in, the words of others."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence import absences as absence_absences
from award.absence.absences import PauseReason
from award.access.acting import Acting
from award.centres import application_form, applications
from award.centres.application_form import CentreField
from award.consent import representatives
from award.disputes import disputes
from award.journal import drafts, employer
from award.mentoring import participants, tasks
from award.messages import broadcasts
from award.plan import plans
from award.profile import enrolment
from award.programme import Programme
from award.registration import personal
from award.registration.personal import Field
from award.review import decisions
from award.staff import absences as staff_absences
from award.staff import places
from award.typed import seen, tidied, titled
from tests.acting import acting
from tests.award.access.table.held import held
from tests.award.access.table.world import NOW, TODAY, Things, World, build

UNSEEN = "\0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\u3164\ufeff"
TYPED = f" \u202e{UNSEEN}Жаңа\u2067 қа{UNSEEN}нат{UNSEEN} "
KEPT = "Жаңа қанат"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (TYPED, KEPT),
        (None, ""),
        (UNSEEN, ""),
        ("\u0301", ""),
        ("  Талап \n\t орталығы\u2028", "Талап орталығы"),
        ("👩‍🚀 Ай 👨‍👩‍👧‍👦 🏳️‍🌈", "👩‍🚀 Ай 👨‍👩‍👧‍👦 🏳️‍🌈"),
        ("👩\u200d Ай\u200d👩", "👩 Ай👩"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 й е\u0301", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 й е\u0301"),
        ("تالاپ ورتالىعى", "تالاپ ورتالىعى"),
    ],
)
def test_a_title(typed: str | None, kept: str) -> None:
    assert titled(typed) == kept


def test_own_words_keep_their_lines() -> None:
    assert tidied(f"\n Бір{UNSEEN}\n\n екі 👩‍🚀 \0") == "Бір\n\n екі 👩‍🚀"


@given(st.text(st.sampled_from([*UNSEEN, *"аЯ1 \n👩🚀\u0301\ufe0f"]), max_size=12))
def test_what_is_tidied_is_tidy(typed: str) -> None:
    assert tidied(tidied(typed)) == tidied(typed)
    assert titled(titled(typed)) == titled(typed)
    assert not set(seen(typed)) & (set(UNSEEN) - {"\u200d"})


Call = Callable[[Acting, World, Things, str], Awaitable[Any]]


async def _consents(at: Acting, w: World, t: Things, words: str) -> None:
    text_hash = w.programme.agreement.text_hash("kk")
    link, phone = w.links["representative"], "+77010000000"
    await representatives.consent(at, link, words, phone, "kk", text_hash)


async def _fills_in(at: Acting, w: World, t: Things, words: str) -> None:
    await application_form.begin_application(at)
    for field in CentreField:
        if field not in (CentreField.REGION, CentreField.PHONE, CentreField.EMAIL):
            long = words * 3  # as a mission is
            await application_form.answer_question(at, field, long)


def _corrects(field: Field) -> Call:
    return lambda at, w, t, words: personal.correct(at, field, words)


# Who types, and of whose things; what is typed is the last argument.
WAYS: dict[str, tuple[str, str, Call]] = {
    **{
        f"{field}": ("active", "active", _corrects(field))
        for field in (Field.FULL_NAME, Field.PLACE, Field.STUDY, Field.ABOUT, Field.HOBBIES)
    },
    "a representative's name": ("unknown", "unsigned", _consents),
    "an employer's name": (
        "unknown",
        "active",
        lambda at, w, t, words: employer.answer_link(
            at, w.links["employer"], confirmed=True, name=words
        ),
    ),
    "an entry": (
        "active",
        "active",
        lambda at, w, t, words: drafts.change_draft(
            at,
            t.draft,
            drafts.Change(
                action=words, employer=words, result=words, late_reason=words, note=words
            ),
        ),
    ),
    "an activity": (
        "mentor",
        "drafting",
        lambda at, w, t, words: plans.set_item(
            at, t.plan, "sport", plans.ItemChange(activity=words)
        ),
    ),
    "a wish": (
        "proposed",
        "proposed",
        lambda at, w, t, words: plans.wish(at, t.plan, words),
    ),
    "a centre": (
        "operator",
        "active",
        lambda at, w, t, words: places.add_centre(at, words, "KZ-75", words),
    ),
    "a partner": (
        "operator",
        "active",
        lambda at, w, t, words: places.add_partner(at, words, None, ("trips",)),
    ),
    "an organisation": ("rep", "active", _fills_in),
    "an organisation refused": (
        "operator",
        "active",
        lambda at, w, t, words: applications.refuse(at, w.applications["submitted"], words),
    ),
    "a pause": (
        "active",
        "active",
        lambda at, w, t, words: enrolment.pause(at, t.enrolment, PauseReason.OTHER, words),
    ),
    "leaving": (
        "active",
        "active",
        lambda at, w, t, words: enrolment.withdraw(at, t.enrolment, words),
    ),
    "an application refused": (
        "mentor",
        "new",
        lambda at, w, t, words: participants.decline(at, t.enrolment, words=words),
    ),
    "an absence": (
        "mentor",
        "active",
        lambda at, w, t, words: absence_absences.question(at, t.excuse, words),
    ),
    "leave": (
        "mentor",
        "active",
        lambda at, w, t, words: staff_absences.report(at, "leave", TODAY, None, note=words),
    ),
    "a task": (
        "mentor",
        "active",
        lambda at, w, t, words: tasks.set_task(at, t.enrolment, "sport", words, TODAY),
    ),
    "a review": (
        "mentor",
        "active",
        lambda at, w, t, words: decisions.return_(at, t.submitted, comment=words),
    ),
    "a dispute": (
        "active",
        "active",
        lambda at, w, t, words: disputes.dispute_entry(at, t.returned, words),
    ),
    "a broadcast": (
        "operator",
        "active",
        lambda at, w, t, words: broadcasts.begin(at, {"kk": words}, broadcasts.Audience()),
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_it_gets_in_by_no_way(session: AsyncSession, tosbelgi: Programme, way: str) -> None:
    world = await build(session, tosbelgi)
    who, of, call = WAYS[way]
    before = await held(session)
    await call(acting(session, world.actors[who], NOW), world, world.things[of], TYPED)
    await session.flush()
    after = await held(session)
    changed = {
        value
        for table, rows in after.items()
        for _, row in rows.items() ^ before[table].items()
        for value in row
        if isinstance(value, str)
    }
    assert any(KEPT in value for value in changed)
    # Lists and what is within them are written out there.
    unseen = {*UNSEEN, *(repr(sign)[1:-1] for sign in UNSEEN)}
    assert not [value for value in changed if any(sign in value for sign in unseen)]
