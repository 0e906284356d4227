"""Tables to which rows are only ever added: the database itself refuses to change or remove one.

A batch operation on SQLite makes the table anew and so loses its triggers: call `protect` after it.
"""

from alembic import op

_SQLITE = (
    """
    CREATE TRIGGER {table}_keeps_rows_on_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
    """
    CREATE TRIGGER {table}_keeps_rows_on_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    """
    CREATE TRIGGER {table}_keeps_rows_on_replace BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION {table}_keeps_rows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'restrict_violation'; END $$
    """,
    """
    CREATE TRIGGER {table}_keeps_rows BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_keeps_rows()
    """,
    """
    CREATE TRIGGER {table}_keeps_rows_on_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {table}_keeps_rows()
    """,
)


def protect(table: str) -> None:
    """Forbid changing and removing rows of a table whose primary key is `id`."""
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement.format(table=table))


def drop_table(table: str) -> None:
    """Drop a protected table with all that protects it."""
    op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION {table}_keeps_rows()")
