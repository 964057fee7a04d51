"""What the player sends: one event at a time, checked before any of it gets into the diary."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException

from psoas.body import Side
from psoas.messages import gettext as _
from psoas.plan.events import EventKind
from psoas.practice import Practice
from psoas.practice.practice import Reported

Name = Annotated[str, Field(max_length=64)]


class Done(BaseModel, extra="forbid"):
    """One side of an exercise that was done."""

    session: Name
    step: Annotated[int, Field(ge=0, le=200)]
    exercise: Name
    side: Side
    seconds: Annotated[float, Field(ge=0, le=86_400)]
    completed: Annotated[float, Field(ge=0, le=100)]


class Skipped(BaseModel, extra="forbid"):
    """An exercise that was skipped."""

    session: Name
    step: Annotated[int, Field(ge=0, le=200)]
    exercise: Name
    side: Side | None = None


class Ended(BaseModel, extra="forbid"):
    """The end of a session, and why it ended where it did."""

    session: Name
    completed: Annotated[float, Field(ge=0, le=100)]
    why: Literal["none", "pain", "too_hard", "time", "interrupted", "worried", "unknown"]
    enough: bool = False


class Hurting(BaseModel, extra="forbid"):
    """ "This hurts": what it is like, and where in the session."""

    session: Name
    step: Annotated[int, Field(ge=0, le=200)]
    exercise: Name
    side: Side
    position: Annotated[float, Field(ge=0, le=86_400)] = 0
    """Seconds into the script."""
    what: Literal["sharp", "tingling", "too_much", "dizzy", "weak", "chest"]


DATA: dict[str, type[BaseModel]] = {
    "exercise_done": Done,
    "exercise_skipped": Skipped,
    "session_ended": Ended,
    "hurt": Hurting,
}


class PlayerEvent(BaseModel, extra="forbid"):
    """One event as the player sends it."""

    id: Annotated[str, Field(pattern=r"^[!-~]{1,64}$")]
    kind: Literal["exercise_done", "exercise_skipped", "session_ended", "hurt"]
    at: AwareDatetime
    data: dict[str, Any]


def reported(sent: PlayerEvent, session: str, practice: Practice) -> Reported:
    """The event with its data checked; it must belong to that session and to the library.

    Raises an `HTTPException` with a sentence where it does not.
    """
    try:
        checked = DATA[sent.kind].model_validate(sent.data).model_dump(mode="json")
    except ValidationError:
        raise unreadable() from None
    if "exercise" in checked and checked["exercise"] not in practice.library.exercises:
        raise unreadable()
    if checked["session"] != session:
        raise HTTPException(422, _("This entry belongs to another session, so it was not stored."))
    return Reported(id=sent.id, kind=EventKind(sent.kind), at=sent.at, data=checked)


def unreadable() -> HTTPException:
    """What the player is told of an event that is none."""
    return HTTPException(422, _("This entry can’t be read, so it was not stored."))
