"""What a person can choose with one key during a session."""

from psoas.messages import gettext as _

HURTS = {
    "1": ("sharp", _("sharp pain"), "pain"),
    "2": ("tingling", _("tingling or numb"), "pain"),
    "3": ("too_much", _("too much"), "too_hard"),
    "4": ("dizzy", _("dizzy"), "interrupted"),
    "5": ("weak", _("a leg feels weak"), "worried"),
    "6": ("chest", _("chest pain"), "worried"),
}
"""By key: what it is, how it is offered, and why a session ends that it stops."""
HURTS_OFFERED = {key: text for key, (_what, text, _why) in HURTS.items()}
REASONS = {
    "1": ("none", _("that was enough")),
    "2": ("pain", _("pain")),
    "3": ("too_hard", _("too hard")),
    "4": ("time", _("no more time")),
    "5": ("interrupted", _("interrupted")),
    "6": ("worried", _("worried")),
}
"""By key: why one stops, as the diary has it, and how it is offered."""
REASONS_OFFERED = {key: text for key, (_why, text) in REASONS.items()}
