"""What a person told, out of the data of an event: a number is one only if somebody said it."""


def number_told(value: object) -> int | None:
    """A whole number that was told; "unknown" is None, and yes or no is no number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def worse_told(*told: object) -> int | None:
    """The highest of what was told; None where nobody said."""
    return max((n for value in told if (n := number_told(value)) is not None), default=None)
