"""The first tables: events and the snapshot of what the plan remembers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "event",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.UniqueConstraint("person", "id", name="event_once"),
    )
    op.create_index("event_in_order", "event", ["person", "number"])
    op.create_table(
        "snapshot",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("version", sa.String(80), nullable=False),
        sa.Column("memory", sa.JSON(), nullable=False),
    )
