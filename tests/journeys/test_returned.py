"""A returned entry: the mentor's words read, mended, approved; nothing of it is lost."""

from tests.journeys.steps import a_pair, a_picture, log, now_on, said, tap_stale
from tests.journeys.world import World

WHY = "Суретте <сіз> көрінбейсіз & уақыты да аз. Парктегі фотоны қосыңыз."


async def test_returned_in_own_words_mended_and_approved(world: World) -> None:
    pair = await a_pair(world)
    girl, mentor, words = pair.participant, pair.mentor, pair.say.plain
    hour = words("minutes", minutes=60)
    second = words("journal-card-version", version=2)
    first = await log(pair, "жүгіру 20 мин, ескі аулада", a_picture(number=1))
    await mentor.tap(words("review-button-return"), on=await mentor.sees("ескі аулада"))
    await mentor.tap(words("review-button-words"))
    await mentor.sees(words("review-words-returned"))
    await mentor.write(WHY)
    told = await girl.sees(said(pair.say, "verdict-returned", "summary"), WHY)

    await girl.tap(words("verdict-button-mend"), on=told)
    draft = await girl.sees(second, "ескі аулада", words("journal-card-files", files=1))
    await girl.tap(words("journal-button-minutes"), on=draft)
    await girl.tap(hour, on=await now_on(girl, draft))
    await girl.tap(words("journal-button-words"), on=await now_on(girl, draft))
    await girl.write("Жаңа паркте жүгірдім")
    await girl.tap(words("journal-button-more"), on=await girl.sees("Жаңа паркте", hour, new=True))
    await girl.send(a_picture(number=2))
    ready = await girl.sees("Жаңа паркте", hour, words("journal-card-files", files=2), new=True)
    await girl.tap(words("journal-button-ok"), on=ready)
    await girl.sees(words("journal-saved-this-week", minutes=60, needed=60))

    again = await mentor.sees(
        words("review-version", version=2), WHY, "Жаңа паркте", "60 / 60", new=True
    )
    shown = [m for m in await mentor.messages() if m["message_id"] > first["message_id"]]
    assert sum(len(m["media"]) for m in shown) >= 2
    await mentor.tap(words("review-button-more"), on=again)
    await mentor.tap(words("review-button-earlier"), on=await now_on(mentor, again))
    await mentor.sees("ескі аулада", words("minutes", minutes=20), words("review-earlier-returned"))
    await mentor.tap(words("button-back"), on=await now_on(mentor, again))
    await mentor.tap(words("review-button-approve"), on=await now_on(mentor, again))
    await girl.sees(words("verdict-week-kept-this", minutes=60, needed=60))

    # The button of the returned version leads to what became of it, not to a third version.
    await tap_stale(girl, words("verdict-button-mend"), told)
    await girl.does_not_see(words("journal-card-version", version=3))
    await girl.write("/add")
    journal = words("entries-button-list")
    await girl.tap(journal, on=await girl.sees(journal, new=True))
    await girl.tap(hour, on=await girl.sees(hour, words("entries-filter-returned")))
    versions = words("entries-button-versions", versions=2)
    await girl.tap(versions, on=await girl.sees(words("entries-state-approved"), versions))
    both = await girl.sees(words("entries-versions"))
    await girl.tap(words("minutes", minutes=20), on=both)
    first_version = (await now_on(girl, both))["text"]
    for part in ("ескі аулада", words("entries-state-returned"), WHY):
        assert part in first_version
