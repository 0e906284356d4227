"""The way from a complete level to the badge as data: terms, the commission, what it marks."""

from dataclasses import dataclass

from award.programme.values import Closed, Code, Count, Some, Text


@dataclass(frozen=True)
class Criterion(Closed):
    """One thing that each member of a commission marks, from 0 to `Award.most_points`.

    `of_interview`: of who came to one alone.
    """

    code: Code
    name: Text
    of_interview: bool = False


@dataclass(frozen=True)
class Award(Closed):
    """Terms in working days, the commission's rules, and what the badge gives its holder."""

    criteria: Some[Criterion]
    gives: Text
    note_days: Count = 5
    recommendation_days: Count = 5
    decision_days: Count = 30
    appeal_days: Count = 10
    appeal_answer_days: Count = 15
    least_members: Count = 3
    most_points: Count = 10
