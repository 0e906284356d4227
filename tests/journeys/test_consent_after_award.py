"""Consent that is taken back after the award: names go at once, the certificate holds."""

from datetime import timedelta

from sqlalchemy import select

from award.certificates.issuing import token_hash
from award.ratings.keeping import difference, keep
from storage.tables import Certificate, DossierState, Enrolment, Entry, EntryState, RoleKind
from tests.journeys.candidates import Candidate, a_board, a_candidate
from tests.journeys.chamber import SAY, WORDS, from_menu, press
from tests.journeys.people import Phone
from tests.journeys.steps import said, title
from tests.journeys.world import World

NAME = "Сынақ Аружан"
TOKEN = "a" * 22


async def _awarded(world: World, operator: Phone) -> tuple[Candidate, str]:
    """A minor who is among the leaders of the month; the number, whose QR code is of `TOKEN`."""
    girl = await a_candidate(world, minor=True)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.decides(girl, DossierState.AWARDED, "met")
    await girl.phone.sees("Құттықтаймыз")
    async with world.bot.database.transaction() as session:
        given = (await session.scalars(select(Certificate))).one()
        given.token_hash = token_hash(TOKEN)
        enrolment = (await session.scalars(select(Enrolment))).one()
        now = world.clock.now()
        session.add(
            Entry(
                enrolment_id=enrolment.id, state=EntryState.APPROVED, direction="reading",
                book=world.bot.programme.books[0].code, happened_on=now.date() - timedelta(days=1),
                sent_at=now, received_at=now, submitted_at=now, decided_at=now, note="",
            )
        )  # fmt: skip
        await session.flush()
        counted = await difference(session, world.bot.programme, now)
        await keep(session, counted.changed, counted.gone)
        return girl, given.number


async def _verified(stranger: Phone, number: str) -> str:
    """What a stranger reads of a number and the surname."""
    await stranger.write("/verify")
    await stranger.sees("Verify a certificate", new=True)
    await stranger.write(f"{number} Сынақ")
    shown = await stranger.sees("The certificate is valid", new=True)
    return str(shown["text"])


async def test_a_representative_gives_names_and_takes_them_back(world: World) -> None:
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    girl, number = await _awarded(world, operator)
    mother, stranger = girl.mother, await world.phone("Passer-by", "en")
    assert mother is not None
    assert "С. А." in (shown := await _verified(stranger, number))
    assert "Аружан" not in shown

    # Named to who verifies, and in the table of the month.
    await from_menu(mother, "ward-certificates")
    await press(mother, WORDS("certificate-button-name"))
    await mother.sees(WORDS("certificate-named"))
    assert NAME in await _verified(stranger, number)
    await from_menu(girl.phone, "rating")
    await press(girl.phone, WORDS("rating-button-name"))
    await press(girl.phone, WORDS("public-name-button-ask"))
    await press(mother, WORDS("public-name-button-give", name="Аружан"))
    await mother.sees(WORDS("public-name-button-take-back"))
    await from_menu(girl.phone, "rating")
    await press(girl.phone, WORDS("rating-button-leaders"))
    await girl.phone.sees("Басталған күні", "Аружан")

    # Both are taken back, and gone at once.
    await press(mother, WORDS("certificate-button-unname"))
    await mother.sees(WORDS("certificate-initials"))
    assert "Аружан" not in await _verified(stranger, number)
    await press(mother, WORDS("public-name-button-take-back"))
    await mother.sees(WORDS("public-name-button-give", name="Аружан"))
    await from_menu(girl.phone, "rating")
    await press(girl.phone, WORDS("rating-button-leaders"))
    await girl.phone.sees("Басталған күні", said(SAY, "leaders-none"))

    # The consent itself is withdrawn: the award stays, staff find the girl no more.
    await press(mother, WORDS("public-name-button-give", name="Аружан"))
    await from_menu(mother, "wards")
    await press(mother, "Аружан")
    await press(mother, WORDS("button-withdraw-consent"))
    await mother.sees("Берілген марапат нөмірімен бірге күшінде қалады")
    await press(mother, WORDS("button-withdraw-surely"))
    await mother.sees(said(SAY, "ward-withdrawn-done", "child", "days"))
    await girl.phone.sees("Заңды өкіліңіз келісімін қайтарып алды", "Берілген марапат")
    await girl.mentor.sees(said(SAY, "notice-participant-left", "name"))
    await from_menu(girl.phone, "certificates")
    await girl.phone.sees(number, NAME, new=True)
    assert "С. А." in await _verified(stranger, number)
    await operator.write("/menu")
    await operator.tap(WORDS("menu-button-certificate-desk"))
    await operator.sees(title(SAY("certificate-desk")))
    await operator.write(number)
    await operator.sees(said(SAY, "certificate-not-found"), new=True)

    # After the term that both were told all is erased: the number holds, without a name.
    await world.move(days=world.bot.programme.retention.consent_withdrawn + 2)
    await stranger.start(f"v_{TOKEN}")
    gone = await stranger.sees("The certificate is valid", "Bronze", new=True)
    assert "Аружан" not in gone["text"]
    assert "С. А." not in gone["text"]
