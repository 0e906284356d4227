"""Who may call what transfers are about: the asker, the family, the receiver, whoever sees both."""

from award.transfers import parties, transfers, views
from tests.award.access.table.rows import READERS, SELF, Row

ASKERS = frozenset({"self", "mentor", "head"})
NEW = frozenset({"mentor2"})  # to whom one is to go

OF_TRANSFERS: dict[str, Row] = {
    "transfers.parties.asker": Row(
        lambda at, w, t: parties.asker(at, t.enrolment), ASKERS, recorded=False
    ),
    "transfers.transfers.ask_transfer": Row(
        lambda at, w, t: transfers.ask_transfer(
            at, t.enrolment, w.centre, w.people["mentor2"], "Көшіп кеттік"
        ),
        ASKERS,
        of="agreed",
    ),
    "transfers.transfers.answer_transfer": Row(
        lambda at, w, t: transfers.answer_transfer(at, t.transfer, agree=True),
        SELF | {"rep"},
        of="paused",
    ),
    "transfers.transfers.pull": Row(
        lambda at, w, t: transfers.pull(at, t.transfer),
        NEW,
        of="drafting",
        shows=frozenset({"drafting"}),
    ),
    "transfers.transfers.pull/by giving": Row(
        lambda at, w, t: transfers.pull(at, t.transfer, w.people["mentor2"]), frozenset({"head"})
    ),
    "transfers.transfers.refuse_transfer": Row(
        lambda at, w, t: transfers.refuse_transfer(at, t.transfer, "full"),
        NEW,
        of="drafting",
        shows=frozenset({"drafting"}),
    ),
    "transfers.transfers.withdraw_transfer": Row(
        lambda at, w, t: transfers.withdraw_transfer(at, t.transfer), SELF
    ),
    "transfers.transfers.withdraw_transfer/of a mentor": Row(
        lambda at, w, t: transfers.withdraw_transfer(at, t.transfer),
        frozenset({"mentor", "head"}),
        of="paused",
    ),
    "transfers.views.begin_transfer": Row(
        lambda at, w, t: views.begin_transfer(at, t.enrolment), ASKERS
    ),
    "transfers.views.centres_for": Row(lambda at, w, t: views.centres_for(at, t.enrolment), ASKERS),
    "transfers.views.mentors_for": Row(
        lambda at, w, t: views.mentors_for(at, t.enrolment, w.centre), ASKERS
    ),
    "transfers.views.mentors_to_give": Row(
        lambda at, w, t: views.mentors_to_give(at, t.transfer), frozenset({"head"})
    ),
    "transfers.views.transfer_seen": Row(
        lambda at, w, t: views.transfer_seen(at, t.transfer),
        READERS | NEW,
        of="drafting",
        shows=frozenset({"drafting"}),
    ),
    # Who is offered somebody reads who it is.
    "transfers.views.open_transfers": Row(
        lambda at, w, t: views.open_transfers(at),
        frozenset({"mentor", "mentor2", "head", "head2", "operator"}),
        shows=frozenset({"drafting"}),
        staff=True,
    ),
}
