"""How cards look to those who read them."""

from collections.abc import Iterable

from markupsafe import Markup

from award.cards.centres import CentreSeen
from award.cards.staff import CardSeen, PublicCard, mentor_of_participant
from award.errors import Refusal
from award.programme import Programme
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Attached, Shown, button, quoted
from handlers.ui.taps import DocumentsTap
from handlers.wording.names import mentor_name, place_of, region_name, role_name, staff_name
from locales import Texts
from storage.tables import MediaKind


def mentor_words(card: PublicCard, say: Texts) -> Markup:
    """A mentor as participants read of them: the name and the few words."""
    name = say("card-of-mentor", name=mentor_name(card.name, card.person_id, say))
    return Markup("\n").join([name, quoted(card.about)]) if card.about else name


def mentor_shown(card: PublicCard, say: Texts) -> Shown:
    """The same with the photo, as a message of its own."""
    return Shown(mentor_words(card, say), _photo(card), [[menu_button(say)]])


async def show_mentor(at: RequestContext, enrolment_id: int) -> None:
    """Send a participant, or a representative, who their mentor is."""
    card = await mentor_of_participant(at, enrolment_id)
    if card is None:
        raise Refusal("refused-no-mentor-yet")
    at.reply.send(mentor_shown(card, at.say))


def card_lines(card: CardSeen, programme: Programme, say: Texts) -> Markup:
    """All that the card tells, without the name."""
    return Markup("\n").join(_lines(card, programme, say))


def card_shown(card: CardSeen, programme: Programme, say: Texts) -> Shown:
    """The card of one of the staff for whom it is in scope; documents only for whom those are."""
    title = say("card-of-staff", name=staff_name(card.public.name, say))
    rows = [[menu_button(say)]]
    if card.documents:
        to = DocumentsTap(person=card.public.person_id).pack()
        rows.insert(0, [button(say.plain("documents-button-of", count=card.documents), to)])
    words = Markup("\n").join([title, *_lines(card, programme, say)])
    return Shown(words, _photo(card.public), rows)


def centre_words(centre: CentreSeen, programme: Programme, say: Texts) -> Markup:
    """A centre's name, where it is, and what its card tells this reader."""
    region = region_name(programme, centre.region, say)
    places = dict.fromkeys(filter(None, (region, centre.place)))
    parts = [say("centre-card-title", name=centre.name, place=", ".join(places))]
    if centre.about:
        parts.append(quoted(centre.about, 800))
    if centre.achievements:
        parts.append(say("card-achievements", words=quoted(centre.achievements, 800)))
    if centre.contact:
        parts.append(say("centre-card-contact", words=quoted(centre.contact)))
    return Markup("\n\n").join(parts)


def _photo(card: PublicCard) -> tuple[Attached, ...]:
    return (Attached(MediaKind.PHOTO, card.photo),) if card.photo else ()


def _lines(card: CardSeen, programme: Programme, say: Texts) -> Iterable[Markup]:
    for post in card.posts[:3]:
        where = place_of(post.centre, post.region, programme, say)
        yield say("card-post", role=role_name(post.kind, say), where=where)
    if card.phone:
        yield say("card-phone", phone=card.phone)
    if card.email:
        yield say("card-email", email=card.email)
    if card.public.about:
        yield quoted(card.public.about)
    if card.achievements:
        yield say("card-achievements", words=quoted(card.achievements))
