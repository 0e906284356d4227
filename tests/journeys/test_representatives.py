"""Representatives through the chat: a birth date mended, a role ended, a birthday."""

import pytest

from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import CENTRE, MENTOR, Applicant, plan_together, represent, title
from tests.journeys.world import World

SAY = texts("kk")
WORDS = SAY.plain
GIRL, MOTHER, FATHER = "Сәрсен Аружан", "Сәрсенова Гүлнар", "Сәрсенов Асқар"


@pytest.fixture
async def mentor(world: World) -> Phone:
    centre = await world.centre(CENTRE)
    return await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre)


async def _girl_with_mother(world: World, birth_date: str | None = None) -> tuple[Phone, Phone]:
    girl = await world.phone("Аружан", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2010, birth_date)
    await applicant.choose(CENTRE, MENTOR)
    await applicant.sign_and_send()
    link = await girl.link(await girl.sees(WORDS("button-share-link")))
    mother = await world.phone("Гүлнар", phone="+77010000002")
    await represent(mother, link, "kk", MOTHER)
    return girl, mother


async def test_a_wrong_representative_is_ended_and_another_signs(
    world: World, mentor: Phone
) -> None:
    girl, mother = await _girl_with_mother(world)
    await plan_together(girl, mentor, SAY, minor=True)
    operator = await world.staff("Дәурен", RoleKind.OPERATOR)
    await operator.write("/menu")
    await operator.tap(WORDS("menu-button-staff"))
    await operator.tap(WORDS("staff-button-representation"))
    await operator.sees(title(WORDS("representation-find")))
    await operator.write("жоқ адам")
    await operator.sees(WORDS("mistake-nobody-found"))
    await operator.write("сәрсен")
    await operator.sees(GIRL, "16")
    await operator.tap(GIRL)
    await operator.sees(MOTHER, "+77010000002")
    await operator.tap(WORDS("representation-button-end", name=MOTHER))
    await operator.tap(WORDS("end-reason-wrong-person"))
    await operator.sees(title(WORDS("representation-sure", name="", ending="")), MOTHER)
    await operator.tap(WORDS("representation-button-surely"))
    await mother.sees(WORDS("notice-representative-ended-own")[:60])
    await mentor.sees(WORDS("notice-participant-unsigned")[:60])
    asked = await girl.sees(title(WORDS("notice-representative-asked-anew")))
    await girl.tap(WORDS("button-new-link"), on=asked)
    link = await girl.link(await girl.sees(WORDS("button-share-link"), new=True))
    father = await world.phone("Асқар", phone="+77010000003")
    await represent(father, link, "kk", FATHER)
    await girl.write("жүгіру 40 мин")
    await girl.sees(WORDS("journal-button-ok"), new=True)


async def test_the_mentor_mends_a_birth_date(world: World, mentor: Phone) -> None:
    girl, _ = await _girl_with_mother(world)
    await mentor.tap(WORDS("button-newcomer"), on=await mentor.sees(GIRL))
    await mentor.tap(WORDS("button-mend-birth-date"), on=await mentor.sees("+77010000002"))
    await mentor.sees(title(WORDS("mending-date", name="", dated="no", now=world.clock.now())))
    await mentor.write("кеше")
    await mentor.sees(WORDS("mistake-birth-date")[:40])
    await mentor.write("20.02.2009")
    await mentor.sees("2009", WORDS("mending-button-mend"))
    await mentor.tap(WORDS("mending-button-mend"))
    await mentor.sees("Туған күні түзетілді", "2009")
    await girl.sees(WORDS("notice-birth-date-mended")[:40])
    await mentor.write("/menu")
    await mentor.tap(WORDS("menu-button-newcomers", newcomers=1))
    await mentor.tap(GIRL)
    await mentor.sees("Бұрын басқа туған күнін көрсеткен", "2010")


async def test_at_18_who_reads_is_the_participant_s_to_say(world: World, mentor: Phone) -> None:
    girl, mother = await _girl_with_mother(world, "05.02.2008")
    await world.move(days=3)
    told = await girl.sees(title(WORDS("notice-of-age")))
    await mother.sees("Балаңыз 18 жасқа толды")
    await mother.write("/menu")
    await mother.does_not_see(WORDS("menu-button-wards"))
    await girl.tap(WORDS("button-own-representatives"), on=told)
    await girl.tap(MOTHER)
    await girl.sees(MOTHER, WORDS("own-button-share"))
    await girl.tap(WORDS("own-button-share"))
    await girl.sees(MOTHER, WORDS("own-button-unshare"))
    await mother.write("/menu")
    await mother.sees(WORDS("menu-button-wards"), new=True)
