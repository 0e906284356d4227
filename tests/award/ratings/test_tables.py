"""Staff's tables: whom each sees, in which order, how many there are, and who looked (§8.11)."""

import pytest
from sqlalchemy import select

from award.errors import NotAllowed
from award.paging import PAGE
from award.ratings.tables import By, Counts, Sort, ask_for_table, groups, table, whole_table
from storage.tables import Audit, Centre, EnrolmentState, Person, RoleKind
from tests.award.ratings.places import NOW, Level


class Staff:
    """Two mentors of two experts at a centre each, in two regions, and those above them."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.people: dict[str, Person] = {}

    async def fill(self) -> "Staff":
        level = self.level
        for n, region in enumerate(("KZ-75", "KZ-71"), 1):
            centre = Centre(name=f"Орталық {n}", region=region, place="–")
            level.session.add(centre)
            await level.session.flush()
            expert = await level.role(RoleKind.EXPERT, centre_id=centre.id)
            mentor = await level.role(RoleKind.MENTOR, centre_id=centre.id, reports_to=expert.id)
            self.people |= {
                f"expert{n}": expert,
                f"mentor{n}": mentor,
                f"head{n}": await level.role(RoleKind.CENTRE_HEAD, centre_id=centre.id),
                f"coordinator{n}": await level.role(RoleKind.COORDINATOR, region=region),
            }
            for rating in range(10 * n, 10 * n + 10):
                person = await level.person(f"Аты {rating}", region=region)
                await level.participant(rating, person, mentor_id=mentor.id, centre_id=centre.id)
        self.people["operator"] = await level.role(RoleKind.OPERATOR)
        return self


@pytest.fixture
async def staff(level: Level) -> Staff:
    return await Staff(level).fill()


@pytest.mark.parametrize(
    ("who", "total", "counts"),
    [
        ("mentor1", 10, Counts(10)),
        ("expert1", 10, Counts(10, 1)),
        ("head1", 10, Counts(10, 1)),
        ("coordinator1", 10, Counts(10, 1, 1)),
        ("operator", 20, Counts(20, 2, 2, 2)),
    ],
)
async def test_each_sees_their_own_and_how_many_there_are(
    level: Level, staff: Staff, who: str, total: int, counts: Counts
) -> None:
    at = await level.acting(staff.people[who].id)
    found = await table(at, "bronze")
    assert (found.total, found.pages, found.counts) == (total, -(-total // PAGE), counts)
    best = total + 9
    assert [row.rating for row in found.rows] == [best - n for n in range(PAGE)]
    lowest = await table(at, "bronze", Sort.LOWEST, 1)
    assert lowest.rows[0].rating == 10 + PAGE
    assert (await table(at, "silver")).rows == ()
    asked = await ask_for_table(at, "bronze")
    assert len(await whole_table(level.session, asked)) == total
    lines = await level.session.scalars(select(Audit).order_by(Audit.id))
    seen = [(line.action, line.actor_id) for line in lines]
    assert seen == [("ratings.seen", at.actor.id)] * 3 + [("ratings.taken", at.actor.id)]


async def test_who_left_is_gone_at_once(level: Level, staff: Staff) -> None:
    best = await level.participant(100, mentor_id=staff.people["mentor1"].id)
    at = await level.acting(staff.people["mentor1"].id)
    assert (await table(at, "bronze")).rows[0].rating == 100
    best.state = EnrolmentState.WITHDRAWN
    await level.session.flush()
    assert (await table(at, "bronze")).rows[0].rating == 19


async def test_an_operator_compares_regions_centres_and_mentors(level: Level, staff: Staff) -> None:
    at = await level.acting(staff.people["operator"].id)
    for by, key in ((By.REGION, "KZ-71"), (By.CENTRE, None), (By.MENTOR, None)):
        found = (await groups(at, "bronze", by)).groups
        assert [(each.participants, each.mean) for each in found] == [(10, 24.5), (10, 14.5)]
        assert key is None or found[0].key == key
    assert found[0].name == staff.people["mentor2"].full_name


async def test_others_compare_what_lies_below_them(level: Level, staff: Staff) -> None:
    at = await level.acting(staff.people["coordinator1"].id)
    assert [each.mean for each in (await groups(at, "bronze", By.CENTRE)).groups] == [14.5]
    with pytest.raises(NotAllowed):
        await groups(at, "bronze", By.REGION)
    with pytest.raises(NotAllowed):
        await groups(await level.acting(staff.people["mentor1"].id), "bronze", By.MENTOR)


async def test_participants_have_no_tables(level: Level) -> None:
    mine = await level.participant(10)
    with pytest.raises(NotAllowed):
        await table(await level.acting(mine.person_id, NOW), "bronze")
