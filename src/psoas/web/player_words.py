"""What the player itself says and shows, in the person's language."""

from psoas.messages import gettext as _


def texts() -> dict[str, str]:
    """The texts by the keys that the player uses; words in braces are filled in by it."""
    return {
        "pause": _("Pause"),
        "go_on": _("Go on"),
        "paused": _("Paused. Take your time."),
        "welcome_back": _("Welcome back. It waited for you. Go on when you are ready."),
        "left": _("Left side"),
        "right": _("Right side"),
        "both": "",
        "count": _("{n} of {total}"),
        "set": _("set {n} of {total}"),
        "next": _("Next: {what}"),
        "kept": _(
            "Psoas does not answer just now. Your session is kept here and saved as soon as it"
            " does; you can leave this page open."
        ),
        "saved": _("Saved"),
        "saving": _("Saving"),
        "waiting": _("Not saved yet"),
        "hurts_said": _(
            "Stop here, and come out of it slowly. When you can, say on the screen what it is"
            " like. Or press play to leave this exercise out."
        ),
        "when_ready": _("Go on when you are ready."),
        "skipped": _("This exercise is left out today."),
        "stopped": _("That is enough for today. Sit or lie down, and stay where you feel safe."),
        "emergency": _(
            "Stop now. Sit or lie down. If this is new or strong, or doesn't go away at once,"
            " call your emergency number."
        ),
    }
