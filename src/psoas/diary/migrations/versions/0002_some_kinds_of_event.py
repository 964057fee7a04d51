"""An index by kind and day: some kinds of event are found without reading all the others."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("event_of_kind", "event", ["person", "kind", "on"])
