"""What a format needs that isn't part of every installation."""


class NotInstalled(Exception):
    """A package is missing; the message says which extra to install."""


CALENDAR_NEEDS = (
    "To write calendars, Psoas needs one more package: install psoas[sharing], or choose plain text"
    " instead."
)
PAPER_NEEDS = (
    "To write PDFs, Psoas needs one more package: install psoas[report], or choose plain text"
    " instead."
)
