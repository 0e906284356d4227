"""From the complete level to the badge."""

import sqlalchemy as sa
from alembic import op

revision = "0009_badge"
down_revision = "0008_bounds"
branch_labels = None
depends_on = None


_OF_COMMISSIONS = (
    "interview_time",
    "appeal",
    "protocol_paper",
    "sitting_protocol",
    "points",
    "ballot",
    "candidacy",
    "presence",
    "sitting",
    "commission_member",
    "commission",
)


def upgrade() -> None:
    _dossiers()
    _notes()
    _commissions()
    _seats_in_links()
    _sittings()
    _candidacies()
    _votes()
    _protocols()
    _appeals()
    _ratings()
    _certificates()
    _olzha()
    _portfolios()
    _waiting()
    _interviews()
    _ceremonies()


def _dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_dossier_enrolment_id_enrolment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_dossier_enrolment_id")),
    )
    op.create_index("ix_dossier_state_due", "dossier", ["state", "due"])
    op.create_table(
        "dossier_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_step_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_dossier_step_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_step")),
    )
    op.create_index(op.f("ix_dossier_step_dossier_id"), "dossier_step", ["dossier_id"])
    op.create_table(
        "household_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(120), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_household_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
    )
    op.create_index(op.f("ix_household_member_person_id"), "household_member", ["person_id"])
    op.create_index(op.f("ix_household_member_birth_date"), "household_member", ["birth_date"])
    # Levels that were complete before begin their way here; nobody was given a term yet.
    op.execute(
        """
        INSERT INTO dossier (enrolment_id, state, since)
        SELECT id, 'complete', coalesce(completed_at, begun_at)
        FROM enrolment WHERE state = 'complete' ORDER BY id
        """
    )
    op.execute(
        """
        INSERT INTO dossier_step (dossier_id, state, at)
        SELECT id, state, since FROM dossier ORDER BY id
        """
    )


def _commissions() -> None:
    op.create_table(
        "commission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("season", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(8), nullable=True),
        sa.Column("level", sa.String(32), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_commission_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commission")),
    )
    op.create_index(op.f("ix_commission_season"), "commission", ["season"])
    op.create_table(
        "commission_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(32), nullable=False),
        sa.Column("of_authority", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_commission_member_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_commission_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commission_member")),
    )
    op.create_index(
        op.f("ix_commission_member_commission_id"), "commission_member", ["commission_id"]
    )
    op.create_index(op.f("ix_commission_member_person_id"), "commission_member", ["person_id"])


def _seats_in_links() -> None:
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("member_id", sa.Integer(), nullable=True))
        invitation.create_foreign_key(
            op.f("fk_invitation_member_id_commission_member"),
            "commission_member",
            ["member_id"],
            ["id"],
        )
        invitation.create_index(invitation.f("ix_invitation_member_id"), ["member_id"])


def _sittings() -> None:
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["person.id"], name=op.f("fk_sitting_closed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_sitting_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["person.id"], name=op.f("fk_sitting_opened_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index(op.f("ix_sitting_commission_id"), "sitting", ["commission_id"])
    op.create_index(
        "uq_sitting_commission_id_open",
        "sitting",
        ["commission_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "presence",
        sa.Column("sitting_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_presence_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_presence_sitting_id_sitting")
        ),
        sa.PrimaryKeyConstraint("sitting_id", "person_id", name=op.f("pk_presence")),
    )


def _candidacies() -> None:
    op.create_table(
        "candidacy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("appeal", sa.Boolean(), nullable=False),
        sa.Column("put_by", sa.Integer(), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marks_closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("sitting_id", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("by_casting_vote", sa.Boolean(), nullable=False),
        sa.Column("to_ceremony", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_candidacy_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_candidacy_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_candidacy_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(["put_by"], ["person.id"], name=op.f("fk_candidacy_put_by_person")),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_candidacy_sitting_id_sitting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidacy")),
    )
    op.create_index(
        "ix_candidacy_commission_id_ended_at", "candidacy", ["commission_id", "ended_at"]
    )
    op.create_index(op.f("ix_candidacy_dossier_id"), "candidacy", ["dossier_id"])
    op.create_index(op.f("ix_candidacy_sitting_id"), "candidacy", ["sitting_id"])
    op.create_index(
        "uq_candidacy_dossier_id_waits",
        "candidacy",
        ["dossier_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def _votes() -> None:
    op.create_table(
        "ballot",
        sa.Column("candidacy_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stepped_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("vote", sa.String(32), nullable=True),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidacy_id"], ["candidacy.id"], name=op.f("fk_ballot_candidacy_id_candidacy")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_ballot_person_id_person")
        ),
        sa.PrimaryKeyConstraint("candidacy_id", "person_id", name=op.f("pk_ballot")),
    )
    op.create_table(
        "points",
        sa.Column("candidacy_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("criterion", sa.String(32), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidacy_id"], ["candidacy.id"], name=op.f("fk_points_candidacy_id_candidacy")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_points_person_id_person")
        ),
        sa.PrimaryKeyConstraint("candidacy_id", "person_id", "criterion", name=op.f("pk_points")),
    )


def _protocols() -> None:
    op.create_table(
        "sitting_protocol",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("season", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("issued_by", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["corrects_id"],
            ["sitting_protocol.id"],
            name=op.f("fk_sitting_protocol_corrects_id_sitting_protocol"),
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["person.id"], name=op.f("fk_sitting_protocol_issued_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name=op.f("fk_sitting_protocol_sitting_id_sitting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_protocol")),
        sa.UniqueConstraint("season", "number", name=op.f("uq_sitting_protocol_season_number")),
    )
    op.create_index(op.f("ix_sitting_protocol_sitting_id"), "sitting_protocol", ["sitting_id"])
    op.create_table(
        "protocol_paper",
        sa.Column("protocol_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["protocol_id"],
            ["sitting_protocol.id"],
            name=op.f("fk_protocol_paper_protocol_id_sitting_protocol"),
        ),
        sa.PrimaryKeyConstraint("protocol_id", name=op.f("pk_protocol_paper")),
    )


def _appeals() -> None:
    op.create_table(
        "appeal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidacy_id"], ["candidacy.id"], name=op.f("fk_appeal_candidacy_id_candidacy")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_appeal_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_appeal_made_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_appeal_dossier_id")),
    )


def _ratings() -> None:
    op.create_table(
        "rating",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("region", sa.String(8), nullable=True),
        sa.Column("rating", sa.Double(), nullable=False),
        sa.Column("gained", sa.Double(), nullable=False),
        sa.Column("percents", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_rating_enrolment_id_enrolment")
        ),
        sa.PrimaryKeyConstraint("enrolment_id", name=op.f("pk_rating")),
    )
    op.create_index("ix_rating_level_rating", "rating", ["level", "rating"])
    op.create_index("ix_rating_level_region_rating", "rating", ["level", "region", "rating"])
    op.create_index("ix_rating_level_region_gained", "rating", ["level", "region", "gained"])
    op.create_table(
        "rating_count",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_count")),
    )
    op.create_table(
        "public_name",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_public_name_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_public_name_given_by_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_public_name")),
    )


def _certificates() -> None:
    op.create_table(
        "certificate_counter",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", "level", name=op.f("pk_certificate_counter")),
    )
    op.create_table(
        "verification_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asker", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_try")),
    )
    op.create_index("ix_verification_try_asker_at", "verification_try", ["asker", "at"])
    _certificate_tables()


def _certificate_tables() -> None:
    op.create_table(
        "certificate_picture",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=True),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_certificate_picture_given_by_person")
        ),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_certificate_picture")),
    )
    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=48), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=True),
        sa.Column("named_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["person.id"], name=op.f("fk_certificate_ended_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_certificate_enrolment_id_enrolment")
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["person.id"], name=op.f("fk_certificate_issued_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["certificate.id"], name=op.f("fk_certificate_replaced_by_certificate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_certificate_token_hash")),
        sa.UniqueConstraint(
            "year", "level", "serial", name=op.f("uq_certificate_year_level_serial")
        ),
    )
    for column in ("enrolment_id", "person_id"):
        op.create_index(op.f(f"ix_certificate_{column}"), "certificate", [column])
    _partial("ix_certificate_unmade", ["id"], "token IS NOT NULL", unique=False)
    _partial(
        "uq_certificate_person_id_level_held",
        ["person_id", "level"],
        "state = 'valid'",
        unique=True,
    )
    op.create_table(
        "certificate_paper",
        sa.Column("certificate_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("badge", sa.LargeBinary(), nullable=True),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_paper_certificate_id_certificate"),
        ),
        sa.PrimaryKeyConstraint("certificate_id", name=op.f("pk_certificate_paper")),
    )
    _partial(
        "ix_certificate_paper_unbadged",
        ["certificate_id"],
        "badge IS NULL",
        unique=False,
        table="certificate_paper",
    )


def _partial(
    name: str, columns: list[str], which: str, *, unique: bool, table: str = "certificate"
) -> None:
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(which),
        postgresql_where=sa.text(which),
    )


def _interviews() -> None:
    op.create_table(
        "interview_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("offered_by", sa.Integer(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("came", sa.Boolean(), nullable=True),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_interview_time_{column}_{table}")
            )
            for column, table in (
                ("commission_id", "commission"),
                ("offered_by", "person"),
                ("candidacy_id", "candidacy"),
                ("noted_by", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_time")),
    )
    stands = sa.text("withdrawn_at IS NULL")
    awaited = sa.text("candidacy_id IS NOT NULL AND withdrawn_at IS NULL AND came IS NULL")
    op.create_index(
        "uq_interview_time_commission_id_starts_at",
        "interview_time",
        ["commission_id", "starts_at"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
    op.create_index(
        "uq_interview_time_candidacy_id_awaited",
        "interview_time",
        ["candidacy_id"],
        unique=True,
        sqlite_where=awaited,
        postgresql_where=awaited,
    )
    op.create_index("ix_interview_time_candidacy_id", "interview_time", ["candidacy_id"])


def _olzha() -> None:
    op.create_table(
        "olzha_row",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reward", sa.String(24), nullable=False),
        sa.Column("cause", sa.String(64), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("earned_on", sa.Date(), nullable=False),
        sa.Column("untold", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_olzha_row_enrolment_id_enrolment")
        ),
        sa.PrimaryKeyConstraint("enrolment_id", "reward", "cause", name=op.f("pk_olzha_row")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_olzha_row_untold",
        "olzha_row",
        ["enrolment_id"],
        sqlite_where=sa.text("untold"),
        postgresql_where=sa.text("untold"),
    )
    op.create_table(
        "olzha_owner",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("off_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_olzha_owner_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_olzha_owner")),
    )
    op.create_index(
        "ix_olzha_owner_due",
        "olzha_owner",
        ["person_id"],
        sqlite_where=sa.text("changes <> counted"),
        postgresql_where=sa.text("changes <> counted"),
    )


def _ceremonies() -> None:
    op.create_table(
        "ceremony",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(8), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("address", sa.String(200), nullable=False),
        sa.Column("bring", sa.Text(), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("called_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_ceremony_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ceremony")),
    )
    op.create_index(op.f("ix_ceremony_region"), "ceremony", ["region"])
    op.create_table(
        "ceremony_guest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ceremony_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(32), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("came_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ceremony_id"], ["ceremony.id"], name=op.f("fk_ceremony_guest_ceremony_id_ceremony")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_ceremony_guest_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["came_by"], ["person.id"], name=op.f("fk_ceremony_guest_came_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ceremony_guest")),
        sa.UniqueConstraint(
            "ceremony_id", "dossier_id", name=op.f("uq_ceremony_guest_ceremony_id_dossier_id")
        ),
    )
    op.create_index(op.f("ix_ceremony_guest_dossier_id"), "ceremony_guest", ["dossier_id"])
    op.create_index(
        "ix_ceremony_guest_ceremony_id_answer", "ceremony_guest", ["ceremony_id", "answer", "id"]
    )


def _portfolios() -> None:
    op.create_table(
        "portfolio_photo",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_unique_id", sa.String(64), nullable=False),
        sa.Column("direction", sa.String(32), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_portfolio_photo_enrolment_id_enrolment"),
        ),
        sa.PrimaryKeyConstraint("enrolment_id", "file_unique_id", name=op.f("pk_portfolio_photo")),
    )
    op.create_table(
        "portfolio_order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("again_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_portfolio_order_enrolment_id_enrolment"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_portfolio_order_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio_order")),
    )
    op.create_index(op.f("ix_portfolio_order_enrolment_id"), "portfolio_order", ["enrolment_id"])
    unsettled = sa.text("settled_at IS NULL")
    for name, columns, unique in (
        ("uq_portfolio_order_open", ["person_id", "enrolment_id"], True),
        ("ix_portfolio_order_waiting", ["asked_at"], False),
    ):
        op.create_index(
            name,
            "portfolio_order",
            columns,
            unique=unique,
            sqlite_where=unsettled,
            postgresql_where=unsettled,
        )


def _notes() -> None:
    op.create_table(
        "closing_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("recommends", sa.Boolean(), nullable=True),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_closing_note_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["person.id"], name=op.f("fk_closing_note_written_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing_note")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_closing_note_dossier_id")),
    )
    op.create_table(
        "note_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("voice_file_id", sa.String(200), nullable=True),
        sa.ForeignKeyConstraint(
            ["note_id"], ["closing_note.id"], name=op.f("fk_note_part_note_id_closing_note")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_part")),
        sa.UniqueConstraint("note_id", "part", name=op.f("uq_note_part_note_id_part")),
    )
    op.create_index(op.f("ix_note_part_note_id"), "note_part", ["note_id"])
    # A dossier that is not recommended can be disputed.
    with op.batch_alter_table("dispute") as dispute:
        dispute.add_column(sa.Column("dossier_id", sa.Integer(), nullable=True))
        dispute.create_foreign_key(
            op.f("fk_dispute_dossier_id_dossier"), "dossier", ["dossier_id"], ["id"]
        )


def _waiting() -> None:
    waits = sa.text("state = 'submitted'")
    op.create_index(
        "ix_entry_waiting", "entry", ["submitted_at"], sqlite_where=waits, postgresql_where=waits
    )


def downgrade() -> None:
    op.drop_index("ix_entry_waiting", "entry")
    op.drop_table("ceremony_guest")
    op.drop_table("ceremony")
    op.drop_table("portfolio_order")
    op.drop_table("portfolio_photo")
    op.drop_table("olzha_owner")
    op.drop_table("olzha_row")
    op.drop_table("public_name")
    op.drop_table("rating_count")
    op.drop_table("rating")
    with op.batch_alter_table("invitation") as invitation:
        invitation.drop_index(invitation.f("ix_invitation_member_id"))
        invitation.drop_constraint(
            invitation.f("fk_invitation_member_id_commission_member"), type_="foreignkey"
        )
        invitation.drop_column("member_id")
    for table in _OF_COMMISSIONS:
        op.drop_table(table)
    for table in ("certificate_paper", "certificate", "certificate_picture"):
        op.drop_table(table)
    op.drop_table("verification_try")
    op.drop_table("certificate_counter")
    with op.batch_alter_table("dispute") as dispute:
        dispute.drop_constraint(op.f("fk_dispute_dossier_id_dossier"), type_="foreignkey")
        dispute.drop_column("dossier_id")
    op.drop_table("note_part")
    op.drop_table("closing_note")
    op.drop_table("household_member")
    op.drop_table("dossier_step")
    op.drop_table("dossier")
