"""What a person can choose with one key during a session."""

HURTS = {
    "1": ("sharp", "sharp pain", "pain"),
    "2": ("tingling", "tingling or numb", "pain"),
    "3": ("too_much", "too much", "too_hard"),
    "4": ("dizzy", "dizzy", "interrupted"),
    "5": ("weak", "a leg feels weak", "worried"),
    "6": ("chest", "chest pain", "worried"),
}
"""By key: what it is, how it is offered, and why a session ends that it stops."""
REASONS = {
    "1": ("none", "that was enough"),
    "2": ("pain", "pain"),
    "3": ("too_hard", "too hard"),
    "4": ("time", "no more time"),
    "5": ("interrupted", "interrupted"),
    "6": ("worried", "worried"),
}
"""By key: why one stops, as the diary has it, and how it is offered."""
