"""The agreement on voluntary participation: who signs it, who takes it back (programme.md §4.6).

Kept of a signature: who, when, in which language, which version, and the hash of the text shown.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.errors import Refusal
from award.programme import Programme
from award.registration.application import own_draft
from storage.tables import (
    Agreement,
    Enrolment,
    Person,
    SignerKind,
)


async def sign(at: Acting, language: str, text_hash: str) -> Agreement:
    """The participant signs the own draft's agreement; `text_hash` is of the text they were shown.

    Raises Refusal if the text has changed since it was shown.
    """
    draft = await own_draft(at)
    person = await at.session.get_one(Person, at.actor.id)
    if person.full_name is None:
        raise Refusal("refused-unanswered")
    return await put_signature(
        at.session,
        draft,
        SignerKind.PARTICIPANT,
        Agreement(signer_id=at.actor.id, signer_name=person.full_name, phone=person.phone),
        at.programme,
        (language, text_hash),
        at.now,
    )


async def signatures(at: Acting) -> tuple[Agreement, ...]:
    """Signatures under the acting person's own latest application, and those they gave."""
    own = (
        select(Enrolment.id)
        .where(Enrolment.person_id == at.actor.id)
        .order_by(Enrolment.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = await at.session.scalars(
        select(Agreement)
        .where((Agreement.enrolment_id == own) | (Agreement.signer_id == at.actor.id))
        .order_by(Agreement.signed_at)
    )
    return tuple(found)


async def put_signature(
    session: AsyncSession,
    enrolment: Enrolment,
    kind: SignerKind,
    agreement: Agreement,
    programme: Programme,
    shown: tuple[str, str],
    now: datetime,
) -> Agreement:
    """Put a signature under an enrolment, in place of one of its kind; `shown`: language, hash.

    Raises Refusal if the text has changed since it was shown.
    """
    language, text_hash = shown
    if programme.agreement.text_hash(language) != text_hash:
        raise Refusal("refused-agreement-changed")
    earlier = await session.scalar(
        select(Agreement).where(Agreement.enrolment_id == enrolment.id, Agreement.kind == kind)
    )
    if earlier is not None:
        await session.delete(earlier)
        await session.flush()
    agreement.enrolment_id, agreement.kind = enrolment.id, kind
    agreement.language, agreement.text_hash = language, text_hash
    agreement.version, agreement.signed_at = programme.agreement.version, now
    session.add(agreement)
    await record(
        session,
        agreement.signer_id,
        "agreement.signed",
        "enrolment",
        enrolment.id,
        now,
        kind=str(kind),
        version=agreement.version,
        language=language,
        text_hash=text_hash,
    )
    return agreement
