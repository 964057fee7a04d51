"""Kinds of files and how each becomes plain text, with a limit on everything that it may cost."""
