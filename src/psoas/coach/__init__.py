"""The coach: a session written out second by second."""
