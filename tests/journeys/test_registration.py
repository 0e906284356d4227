"""From /start to an application that its mentor sees, as people live it."""

from datetime import date

import pytest
from sqlalchemy import select

from award.access.invitations import make_link
from locales import texts
from storage.tables import (
    Agreement,
    Enrolment,
    EnrolmentState,
    InvitationKind,
    Person,
    Role,
    RoleKind,
)
from tests.journeys.steps import LANGUAGE_NAMES, Applicant, a_picture, read_to_the_end, said, title
from tests.journeys.world import World


async def the_enrolment(world: World) -> Enrolment:
    async with world.bot.database.transaction() as session:
        return (await session.scalars(select(Enrolment))).one()


_DAY = date(2026, 2, 23)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_minor_her_mother_and_her_mentor(world: World, language: str) -> None:
    say = texts(language)
    centre = await world.centre("Достық мектебі")
    mentor = await world.staff("Айгүл", RoleKind.MENTOR, language, centre_id=centre)
    girl = await world.phone("Аружан", language, phone="+77011234567")
    applicant = Applicant(world, girl, language)
    await applicant.begin()
    await applicant.tell_of_oneself(2010)
    assert (await girl.chat())["keyboard"] is None
    await applicant.choose("Достық", "Айгүл")
    summary = await girl.sees("<b>тарихты</b>")
    assert "+77011234567" in summary["text"]
    await applicant.sign_and_send()
    card = await girl.sees(say.plain("button-share-link"))
    assert [item["kind"] for item in card["media"]] == ["photo"]
    link = await girl.link(card)
    await mentor.does_not_see("Аружан")

    await girl.start(link)
    await girl.sees(say.plain("refused-own-link"))

    mother = await world.phone("Гүлнар", language, phone="+77010000002")
    await mother.start(link)
    await mother.tap(LANGUAGE_NAMES[language])
    await mother.sees("Сәрсен Аружан")
    await mother.tap(say.plain("button-i-represent"))
    await read_to_the_end(mother, say.plain("button-agree-go-on"))
    await mother.tap(say.plain("button-agree-go-on"))
    await mother.write("сәрсенова гүлнар")
    await mother.sees(title(say.plain("consent-contact")))
    await mother.write("+77010000002")
    await mother.sees(say.plain("mistake-consent-contact"))
    await mother.share_contact()
    await mother.sees("Сәрсенова Гүлнар", "+77010000002")
    assert (await mother.chat())["keyboard"] is None
    await mentor.does_not_see("Аружан")
    await mother.tap(say.plain("button-consent"))
    await mother.sees(title(say.plain("consent-done", child="")))

    await mentor.sees("Сәрсен Аружан", say.plain("button-newcomer"))
    await girl.sees(title(say.plain("notice-representative-signed", day=_DAY)))
    await mother.start(link)
    await mother.sees(say.plain("refused-link"))
    assert (await the_enrolment(world)).state is EnrolmentState.SUBMITTED
    async with world.bot.database.transaction() as session:
        signed = (await session.scalars(select(Agreement))).all()
    assert {each.text_hash for each in signed} == {
        world.bot.programme.agreement.text_hash(language)
    }


async def test_an_adult_whom_the_centre_gives_a_mentor(world: World) -> None:
    say = texts("kk")
    centre = await world.centre("Достық мектебі")
    head = await world.staff("Сәуле", RoleKind.CENTRE_HEAD, centre_id=centre)
    await world.staff("Айгүл", RoleKind.MENTOR, centre_id=centre)
    student = await world.phone("Ержан", "kk", phone="+77011234567")
    applicant = Applicant(world, student, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2005)
    await applicant.choose("Достық", None)
    await applicant.sign_and_send()
    await student.sees(title(say.plain("application-sent", where="")), "Достық мектебі")
    message = await head.sees("Сәрсен Аружан", "Айгүл")
    await head.tap("Айгүл")
    await head.sees(title(say.plain("application-has-mentor", name="", mentor="")))
    await student.sees("Айгүл Сынақ")
    late = await head.forge(message["message_id"], message["buttons"][0][0]["data"])
    assert late is not None
    assert late["text"] == say.plain("refused-mentor-assigned")


async def test_mistakes_are_explained_and_nothing_is_lost(world: World) -> None:
    say = texts("kk")
    girl = await world.phone("Аружан", "kk")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await girl.write("<Аружан>")
    await girl.sees("«<Аружан>»", "⚠️")
    await girl.send_other(sticker=True)
    await girl.sees(say.plain("mistake-write"))
    await girl.write("Сәрсен Аружан")
    await applicant.sees("ask-birth-date")
    await girl.write("5 наурыз")
    await girl.sees("«5 наурыз»", "⚠️")
    await girl.write("5 наурыз 2014")
    await girl.sees("2028 ж. 5 наурыз", say.plain("button-correct-birth-date"))
    await applicant.tap("button-correct-birth-date")
    await girl.write("05.03.2010")
    await applicant.sees("ask-region")
    await girl.write("Мәскеу")
    await girl.sees("«Мәскеу»", "⚠️")
    await girl.write("алматы")
    offered = await girl.sees("Алматы қаласы", new=True)
    assert "Астана" not in str(offered["buttons"])
    await girl.tap("Алматы қаласы")
    await applicant.sees("ask-place")
    await girl.write("Талғар")
    await girl.write("№ 12 мектеп")
    await applicant.sees("ask-photo")
    await girl.send(b"not a picture at all", kind="document", name="me.jpg")
    await girl.sees("⚠️", say.plain("button-photo-later"))
    await girl.send(a_picture("PNG"), kind="document", name="me.png")
    await girl.sees(say.plain("photo-taken"))
    await applicant.sees("ask-about")
    async with world.bot.database.transaction() as session:
        person = (
            await session.scalars(select(Person).where(Person.full_name == "Сәрсен Аружан"))
        ).one()
    assert (person.place, person.study) == ("Талғар", "№ 12 мектеп")
    assert person.photo_file_id


async def test_a_new_link_replaces_the_old_one_and_no_is_an_answer(world: World) -> None:
    say = texts("kk")
    await world.centre("Достық мектебі")
    girl = await world.phone("Аружан", "kk", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2010)
    await girl.tap("🥉")
    await applicant.tap("button-choose-level", name="Қола")
    await applicant.tap("button-next")
    await girl.tap("қосымша бір кітап")
    await applicant.tap("button-centre-later")
    await applicant.sign_and_send()
    card = await girl.sees(say.plain("button-new-link"))
    old = await girl.link(card)
    await applicant.tap("button-new-link")
    fresh = await girl.link(await girl.sees(say.plain("button-new-link"), new=True))
    assert fresh != old
    father = await world.phone("Болат", "kk", phone="+77010000003")
    await father.start(old)
    await father.tap("Қазақша")
    await father.sees(say.plain("refused-link"))
    await father.start(fresh)
    await father.tap(say.plain("button-decline"))
    await father.tap(say.plain("button-decline-surely"))
    await father.sees(say.plain("consent-declined"))
    await girl.sees(say.plain("notice-representative-declined").partition("\n")[0])
    await girl.tap(say.plain("button-take-back"), on=card)
    await applicant.sees("summary")
    assert (await the_enrolment(world)).state is EnrolmentState.DRAFT


async def test_a_form_left_in_the_middle_goes_on_at_the_first_open_question(world: World) -> None:
    say = texts("kk")
    girl = await world.phone("Аружан", "kk", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await girl.write("Сәрсен Аружан")
    await girl.write("05.03.2010")
    await applicant.sees("ask-region")
    await girl.write("/menu")
    await girl.tap(say.plain("menu-button-continue"))
    await applicant.sees("ask-region")
    await girl.start()
    await world.idle()
    await world.restart_bot()
    await girl.tap(say.plain("menu-button-continue"))
    await applicant.sees("ask-region")
    await girl.write("/language")
    await girl.tap("English")
    await girl.sees(title(texts("en").plain("ask-region")))
    await world.restart_bot()
    await girl.tap("Almaty Region")
    await girl.sees(title(texts("en").plain("ask-place")))
    await girl.tap(texts("en").plain("button-back"))
    await girl.sees("Almaty Region", texts("en").plain("button-keep-answer"))
    await girl.tap(texts("en").plain("button-keep-answer"))
    await girl.sees(title(texts("en").plain("ask-place")))


async def test_a_mother_reads_on_and_takes_her_consent_back(world: World) -> None:
    say = texts("kk")
    centre = await world.centre("Достық мектебі")
    mentor = await world.staff("Айгүл", RoleKind.MENTOR, centre_id=centre)
    girl = await world.phone("Аружан", "kk", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2010)
    await applicant.choose("Достық", "Айгүл")
    await applicant.sign_and_send()
    mother = await world.phone("Гүлнар", "kk", phone="+77010000002")
    await mother.start(await girl.link(await girl.sees(say.plain("button-share-link"))))
    await mother.tap("Қазақша")
    await mother.tap(say.plain("button-i-represent"))
    await read_to_the_end(mother, say.plain("button-agree-go-on"))
    await mother.tap(say.plain("button-agree-go-on"))
    await mother.write("Сәрсенова Гүлнар")
    await mother.share_contact()
    await mother.tap(say.plain("button-consent"))
    await mentor.sees("Сәрсен Аружан")
    await mother.write("/menu")
    await mother.tap(say.plain("menu-button-wards"))
    await mother.tap("Сәрсен Аружан")
    await mother.sees(say.plain("ward-submitted"))
    await mother.tap(say.plain("button-withdraw-consent"))
    await mother.tap(say.plain("button-withdraw-surely"))
    await mother.sees(say.plain("ward-withdrawn-done", child="Сәрсен Аружан", days=30))
    await girl.sees(
        say.plain("notice-consent-withdrawn", days=30, complete="no").partition("\n")[0]
    )
    await mentor.sees(say.plain("notice-participant-left", name="Сәрсен Аружан"))
    assert (await the_enrolment(world)).state is EnrolmentState.WITHDRAWN


async def test_staff_take_their_role_and_are_asked_their_name(world: World) -> None:
    say = texts("kk")
    centre = await world.centre("Достық мектебі")
    async with world.bot.database.transaction() as session:
        link = await make_link(
            session,
            InvitationKind.STAFF,
            None,
            world.clock.now(),
            role=RoleKind.MENTOR,
            centre_id=centre,
        )
    woman = await world.phone("Айгүл", "kk")
    await woman.start(link)
    await woman.tap("Қазақша")
    await woman.tap(say.plain("invitation-button-accept"))
    await woman.sees(said(say, "welcome-mentor"))
    await woman.write("Айгүл")
    await woman.sees("«Айгүл»", "⚠️")
    await woman.write("серікова айгүл")
    await woman.sees(say.plain("button-menu").partition(" ")[2])
    await woman.start(link)
    await woman.sees(say.plain("refused-link"))
    await woman.start("x_what")
    await woman.sees(say.plain("refused-unknown-link"))
    async with world.bot.database.transaction() as session:
        found = (
            await session.execute(
                select(Person.full_name, Role.kind).join(Role, Role.person_id == Person.id)
            )
        ).all()
    assert [tuple(row) for row in found] == [("Серікова Айгүл", RoleKind.MENTOR)]


async def test_forged_taps_get_an_answer_and_change_nothing(world: World) -> None:
    girl = await world.phone("Аружан", "kk", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await world.centre("Достық мектебі")
    await applicant.begin()
    await applicant.tell_of_oneself(2010)
    levels = await girl.sees("🥉 Қола", "🥈")
    intent, _, _ = levels["buttons"][0][0]["data"].rpartition("level:")
    for forged in ("level:diamond", "choose", "nothing", "keep"):
        await girl.forge(levels["message_id"], intent + forged)
    for stale in ("assign:1:1", "mentors:1:0", "new:1", "rlink", "rback", "assign:x:y"):
        assert await girl.forge(levels["message_id"], stale) is not None
    enrolment = await the_enrolment(world)
    assert (enrolment.level, enrolment.mentor_id) == (None, None)
    assert enrolment.state is EnrolmentState.DRAFT


async def test_a_text_not_read_in_this_language_is_not_signed(world: World) -> None:
    student = await world.phone("Ержан", "kk", phone="+77011234567")
    applicant = Applicant(world, student, "kk")
    centre = await world.centre("Достық мектебі")
    await world.staff("Айгүл", RoleKind.MENTOR, centre_id=centre)
    await applicant.begin()
    await applicant.tell_of_oneself(2005)
    await applicant.choose("Достық", None)
    sign = applicant.say.plain("button-sign-and-send")
    await applicant.tap("button-read-agreement")
    await read_to_the_end(student, sign)
    last = await student.sees(sign)
    data = next(b["data"] for row in last["buttons"] for b in row if b["text"] == sign)
    await student.write("/language")
    await student.tap("Русский")
    fresh = await student.sees(texts("ru").plain("button-back"), "/ 2")
    assert texts("ru").plain("button-sign-and-send") not in str(fresh["buttons"])
    refusal = await student.forge(fresh["message_id"], data)
    assert refusal is not None
    assert refusal["text"] == texts("ru").plain("refused-unread")
    assert (await the_enrolment(world)).state is EnrolmentState.DRAFT
