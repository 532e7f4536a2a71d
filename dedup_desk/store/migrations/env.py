"""Alembic's entry: runs the migrations inside the transaction that we hand in."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,  # SQLite can; Alembic's default says it cannot
    version_table="schema_version",
)
context.run_migrations()
