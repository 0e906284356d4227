"""Whether a minor is named to who verifies a certificate: the representative says (§8.5)."""

from award.access.acting import Acting
from award.access.scope import represents
from award.audit import record
from award.errors import NotFound, TooLate
from storage.locking import locked
from storage.tables import Certificate, CertificateState, Enrolment


async def let_name(at: Acting, certificate_id: int, *, named: bool) -> Certificate:
    """The representative lets the child's name be told instead of initials, or takes that back."""
    certificate = await locked(at.session, Certificate, certificate_id)
    if certificate is None or not certificate.name:
        raise NotFound
    if certificate.state is not CertificateState.VALID:
        raise TooLate("refused-certificate-ended")
    enrolment = await at.session.get_one(Enrolment, certificate.enrolment_id)
    own = enrolment.person_id == at.actor.id
    if own or not await represents(at, enrolment):
        raise NotFound
    certificate.named_since = at.now if named else None
    what = "named" if named else "unnamed"
    await record(
        at.session, at.actor.id, f"certificate.{what}", "certificate", certificate.id, at.now
    )
    return certificate


async def may_name(at: Acting, certificate_id: int) -> bool:
    """Whether it is for the person to say: the representative of a minor."""
    certificate = await at.session.get_one(Certificate, certificate_id)
    enrolment = await at.session.get_one(Enrolment, certificate.enrolment_id)
    return enrolment.person_id != at.actor.id and await represents(at, enrolment)
