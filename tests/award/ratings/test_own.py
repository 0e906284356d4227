"""One's own place: as of now, among others as they were counted last, without names (§8.11)."""

from award.ratings.own import FEWEST, own_rating
from storage.tables import EnrolmentState
from tests.award.ratings.places import NOW, Level

RATINGS = (90, 80, 80, 70, 30, 12, 10, 5)


async def test_the_place_and_those_next_to_it(level: Level) -> None:
    mine = await level.participant(0)
    await level.read(mine, books=3)  # one of three directions: 33.3 percent by now
    for rating in RATINGS:
        await level.participant(rating)
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    asked = len(stands.percents)
    assert stands.rating == 100 / asked
    higher = [each for each in RATINGS if each > stands.rating]
    lower = [each for each in RATINGS if each < stands.rating]
    assert stands.country is not None
    assert (stands.country.place, stands.country.of) == (len(higher) + 1, len(RATINGS) + 1)
    assert [(each.place, each.rating) for each in stands.above] == [
        (1 + sum(other > each for other in RATINGS), each) for each in higher[-3:]
    ]
    assert [(each.place, each.rating) for each in stands.below] == [
        (len(higher) + 2 + n, each) for n, each in enumerate(lower[:3])
    ]


async def test_who_has_the_same_shares_the_place(level: Level) -> None:
    mine = await level.participant(None)
    for rating in (50, 0, 0, 0, 0):
        await level.participant(rating)
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    assert stands.country is not None
    assert (stands.country.place, stands.country.of) == (2, 6)
    assert {(each.place, each.rating) for each in stands.below} == {(2, 0)}


async def test_the_region_is_apart(level: Level) -> None:
    mine = await level.participant(None)
    for region in ("KZ-75", "KZ-71", "KZ-71"):
        await level.participant(50, await level.person(region=region))
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    assert stands.in_region is not None
    assert (stands.region, stands.in_region.place, stands.in_region.of) == ("KZ-75", 2, 2)


async def test_among_few_no_ratings_of_others_are_shown(level: Level) -> None:
    mine = await level.participant(None)
    for _ in range(FEWEST - 2):
        await level.participant(50)
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    assert not stands.above
    await level.participant(60)
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    assert stands.above


async def test_a_level_of_an_earlier_year_has_no_place(level: Level) -> None:
    mine = await level.participant(None, state=EnrolmentState.COMPLETE, completed_at=NOW)
    stands = await own_rating(await level.acting(mine.person_id))
    assert stands is not None
    assert stands.country is None
    assert stands.in_region is None
