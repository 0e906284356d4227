"""Who may do what with certificates; each participant of the world has one."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from award.certificates import issuing, naming, pictures, verifying, views
from storage.tables import Certificate, CertificatePaper, CertificateState, PictureKind
from tests.award.access.table.rows import EVERYONE, OPERATOR, READERS, Row, own
from tests.award.access.table.world import NOW, World, marker

OF_CERTIFICATES: dict[str, Row] = {
    "certificates.views.own_certificates": own(lambda at, w, t: views.own_certificates(at)),
    "certificates.views.ward_certificates": own(lambda at, w, t: views.ward_certificates(at)),
    "certificates.views.certificates_held": own(lambda at, w, t: views.certificates_held(at)),
    "certificates.views.certificate_seen": Row(
        lambda at, w, t: views.certificate_seen(at, t.certificate), READERS
    ),
    "certificates.views.paper": Row(lambda at, w, t: views.paper(at, t.certificate), READERS),
    "certificates.views.badge_of": Row(
        lambda at, w, t: views.badge_of(at, t.certificate), frozenset({"self"})
    ),
    "certificates.views.found_certificates": Row(
        lambda at, w, t: views.found_certificates(at, "ET-2026-B-000071"), OPERATOR, staff=True
    ),
    "certificates.naming.let_name": Row(
        lambda at, w, t: naming.let_name(at, t.certificate, named=True), frozenset({"rep"})
    ),
    "certificates.issuing.replace": Row(
        lambda at, w, t: issuing.replace(at, t.certificate),
        OPERATOR,
        but="refused-certificate-same-name",
    ),
    "certificates.issuing.revoke": Row(
        lambda at, w, t: issuing.revoke(at, t.certificate, "Қате"), OPERATOR
    ),
    "certificates.pictures.give_picture": Row(
        lambda at, w, t: pictures.give_picture(at, PictureKind.SEAL, "file"), OPERATOR, staff=True
    ),
    "certificates.pictures.take_picture": Row(
        lambda at, w, t: pictures.take_picture(at, PictureKind.SEAL), OPERATOR, staff=True
    ),
    "certificates.pictures.given_pictures": Row(
        lambda at, w, t: pictures.given_pictures(at), OPERATOR, staff=True, recorded=False
    ),
    "certificates.verifying.leave_no_trace": Row(
        lambda at, w, t: verifying.leave_no_trace(at), EVERYONE, staff=True, recorded=False
    ),
}


async def add_certificates(session: AsyncSession, world: World) -> None:
    """Of each participant one, whatever state their way is in."""
    for serial, (key, things) in enumerate(world.things.items(), 100):
        certificate = Certificate(
            number=f"ET-2026-B-{serial:05}",
            level="bronze",
            year=2026,
            serial=serial,
            enrolment_id=things.enrolment,
            person_id=things.person,
            state=CertificateState.VALID,
            name=marker(key),
            token_hash=key,
            issued_at=NOW,
            made_at=NOW,
        )
        session.add(certificate)
        await session.flush()
        session.add(
            CertificatePaper(certificate_id=certificate.id, pdf=marker(key).encode(), badge=b"PNG")
        )
        world.things[key] = replace(things, certificate=certificate.id)
    await session.flush()
