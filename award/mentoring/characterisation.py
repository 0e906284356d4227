"""The mentor's few words on a participant, which the participant always sees (§4.11)."""

from award.access.acting import Acting
from award.access.scope import mentored
from award.audit import record
from award.errors import Refusal
from award.typed import tidied

LONGEST = 200  # characters: it stands on a card, below the photo


async def characterise(at: Acting, enrolment_id: int, words: str) -> None:
    """Write it, in place of what it was before; raises Refusal for none or too many words."""
    enrolment = await mentored(at, enrolment_id)
    text = tidied(words)
    if not text:
        raise Refusal("refused-characterisation-empty")
    if len(text) > LONGEST:
        raise Refusal("refused-characterisation-long", most=LONGEST, length=len(text))
    enrolment.characterisation = text
    await record(
        at.session, at.actor.id, "enrolment.characterised", "enrolment", enrolment.id, at.now
    )
