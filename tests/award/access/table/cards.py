"""Cards and documents in the table of programme.md §7: the world's, and who may what with them."""

from sqlalchemy.ext.asyncio import AsyncSession

from award.cards import centres, documents, staff
from award.cards.centres import CentrePart
from award.cards.documents import Copy, Holder
from award.cards.staff import CardPart
from storage.tables import Document, DocumentKind, MediaKind
from tests.award.access.table.rows import IN_OFFICE, READERS, SELF, Row, own
from tests.award.access.table.world import NOW, World, marker

WITH_SCANS = frozenset({"mentor", "head", "coordinator", "operator"})
OF_FAMILY = frozenset({"self", "rep"})
AT_CENTRE = frozenset({"mentor", "mentor2", "expert", "expert2", "head", "coordinator", "operator"})
A_COPY = Copy("file", MediaKind.PHOTO)


async def add_cards(session: AsyncSession, world: World) -> None:
    """A scan of the mentor's; of «active» a document that the representative gave."""
    active, mentor = world.things["active"], world.people["mentor"]
    for person, enrolment, by in (
        (mentor, None, mentor),
        (active.person, active.enrolment, world.people["rep"]),
    ):
        document = Document(
            person_id=person,
            enrolment_id=enrolment,
            kind=DocumentKind.IDENTITY,
            file_id=f"file of {marker('active')}" if enrolment else "file",
            file_kind=MediaKind.PHOTO,
            given_by=by,
            given_at=NOW,
        )
        session.add(document)
        await session.flush()
        if enrolment is None:
            world.scan = document.id
        else:
            world.document = document.id


OF_CARDS: dict[str, Row] = {
    "cards.staff.own_card": Row(lambda at, w, t: staff.own_card(at), IN_OFFICE, staff=True),
    "cards.staff.card_is_owed": own(lambda at, w, t: staff.card_is_owed(at)),
    "cards.staff.fill_card": Row(
        lambda at, w, t: staff.fill_card(at, CardPart.ABOUT, "Жастармен жұмыс істеймін"),
        IN_OFFICE,
        staff=True,
    ),
    "cards.staff.card_of": Row(
        lambda at, w, t: staff.card_of(at, w.people["mentor"]),
        WITH_SCANS | {"expert"},
        staff=True,
    ),
    "cards.staff.card_of/operator": Row(
        lambda at, w, t: staff.card_of(at, w.people["operator"]),
        frozenset({"operator"}),
        staff=True,
    ),
    "cards.staff.offered_mentor": Row(
        lambda at, w, t: staff.offered_mentor(at, w.people["mentor"]), SELF, of="draft"
    ),
    "cards.staff.mentor_of_participant": Row(
        lambda at, w, t: staff.mentor_of_participant(at, t.enrolment), OF_FAMILY
    ),
    "cards.documents.documents_of": Row(
        lambda at, w, t: documents.documents_of(at, Holder(enrolment=t.enrolment)), READERS
    ),
    "cards.documents.documents_of/staff": Row(
        lambda at, w, t: documents.documents_of(at, Holder(person=w.people["mentor"])),
        WITH_SCANS,
        staff=True,
    ),
    "cards.documents.open_document": Row(
        lambda at, w, t: documents.open_document(at, w.document), READERS, staff=True
    ),
    "cards.documents.open_document/staff": Row(
        lambda at, w, t: documents.open_document(at, w.scan), WITH_SCANS, staff=True
    ),
    "cards.documents.give_document": Row(
        lambda at, w, t: documents.give_document(
            at, Holder(enrolment=t.enrolment), DocumentKind.BIRTH, None, A_COPY
        ),
        OF_FAMILY,
    ),
    "cards.documents.give_document/staff": Row(
        lambda at, w, t: documents.give_document(
            at, Holder(person=w.people["mentor"]), DocumentKind.DIPLOMA, None, A_COPY
        ),
        frozenset({"mentor"}),
        staff=True,
    ),
    "cards.documents.withdraw_document": Row(
        lambda at, w, t: documents.withdraw_document(at, w.document), OF_FAMILY, staff=True
    ),
    "cards.documents.withdraw_document/staff": Row(
        lambda at, w, t: documents.withdraw_document(at, w.scan), frozenset({"mentor"}), staff=True
    ),
    "cards.documents.documents_told": Row(
        lambda at, w, t: documents.documents_told(at, t.enrolment), READERS, recorded=False
    ),
    "cards.centres.centres_read": own(lambda at, w, t: centres.centres_read(at)),
    "cards.centres.centre_card": Row(
        lambda at, w, t: centres.centre_card(at, w.centre), AT_CENTRE, staff=True
    ),
    "cards.centres.fill_centre": Row(
        lambda at, w, t: centres.fill_centre(at, w.centre, CentrePart.CONTACT, "Абай 1"),
        frozenset({"head"}),
        staff=True,
    ),
    "cards.centres.offered_centre": Row(
        lambda at, w, t: centres.offered_centre(at, w.centre), SELF, of="draft"
    ),
}
