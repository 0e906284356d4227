"""What is held about a person is told to them, or stands here with the reason why not."""

import json

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from award.profile import export
from award.profile.export import CopyAsked, held_about
from storage.tables import Dossier, DossierState, Enrolment, Table
from tests.award.retention.marked import a_family

# Columns with words of a person, and tables with anything, that a copy does not tell.
UNTOLD = {
    "agreement.phone": "who represents a minor gave it of themself",
    "agreement.signer_name": "the same",
    "certificate.token": "opens the certificate to others",
    "entry.employer_signer": "an employer's own name",
    "finding.details": "tells of somebody else's picture",
    "essay_fingerprint": "made of the essay, which is told",
    "fingerprint": "made of the picture, which is told",
    "backlog_update": "what came in a moment ago, until it is handled",
    "owed_reply": "the same",
    "conversation": "a form that is open, whose answers are told once they are kept",
    "window_message": "which message of the chat is a window",
    "seen_update": "which updates were handled",
    "update_attempt": "the same",
    "courier": "which process delivers",
    "job_run": "what the clock did",
    "certificate_counter": "a number",
    "certificate_picture": "the operator's, on everybody's certificate",
    "verification_try": "by a hash of who asked",
    "centre": "not about people",
    "partner": "not about people",
    "centre_card": "not about people",
    "day_off": "not about people",
    "amendment": "not about people",
    "rating_count": "counts",
    "commission": "for whom it decides; who sits in it is told of the seat",
    "sitting": "the same",
    "presence": "the same; the protocol holds it",
    "sitting_protocol": "numbers and initials",
    "protocol_paper": "numbers and initials",
}


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_every_column_is_told_or_listed_with_a_reason(session: AsyncSession) -> None:
    """A row of every table is about a child; `row` tells of a known table all but other people."""
    family = await a_family(session)
    await session.execute(update(Dossier).values(state=DossierState.AWARDED))
    asked = CopyAsked(family.child, Enrolment.person_id == family.child, own=True)
    held = json.dumps(await held_about(session, asked), ensure_ascii=False)
    marks = family.marks.places.items()
    untold = {
        place for mark, place in marks if mark not in held and mark.encode().hex() not in held
    }
    assert {each for each in untold if not UNTOLD.keys() & {each, each.partition(".")[0]}} == set()
    tables = {each.__tablename__ for each in vars(export).values() if _is_table(each)}
    assert Table.metadata.tables.keys() - tables - UNTOLD.keys() == set()


def _is_table(each: object) -> bool:
    return isinstance(each, type) and issubclass(each, Table) and each is not Table
