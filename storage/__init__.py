"""Remember: tables, migrations, sessions and transactions, on SQLite or PostgreSQL.

It knows nothing of the award's rules: what is asked of the tables is asked by those above.
"""
