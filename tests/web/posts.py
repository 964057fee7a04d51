"""What a browser asks for and posts: pages, the fields of forms, the events of the player."""

from psoas.safety.flags import load_flags

PAGES = [
    "/", "/check", "/check?scope=short", "/card/emergency", "/card/crisis", "/about", "/about/body",
    "/about/health", "/library", "/library/pelvic_tilt", "/routines", "/progress",
    "/progress?range=all", "/history", "/how", "/notes", "/settings", "/settings/erase",
    "/wanted", "/take", "/times", "/desk", "/report", "/nowhere",
]  # fmt: skip
"""Pages that anyone can open; the last is none."""

BODY = {
    "where": ["back", "left_buttock", "left_thigh"],
    "recent": ["left"],
    "back": "3",
    "leg": "2",
    "morning": "3",
    "irritability": "low",
    "eases": "bending",
}
HEALTH = {
    "age": "50",
    "conditions": ["hypertension"],
    "equipment": ["chair", "wall", "mat", "strap", "cushion"],
    "lie_on": ["floor", "bed"],
    "minutes": "10",
    "times_per_day": "1",
}
CHECK_IN = {"back": "3", "leg": "2", "as_usual": "yes"}
AFTER = {"during": "4", "pain": "3", "reach": "usual", "neuro": "none"}
ADVICE = {
    "exercise": "childs_pose",
    "kind": "avoid",
    "who": "Sam",
    "given_on": "2026-03-01",
    "words": "Not yet.",
}


def check(*raised, country="NZ", flags=None, **answers):
    """The answers of the safety check: no to all but the raised flags, and any field of its own."""
    known = load_flags()
    fields = {"scope": "full" if flags is None else "short", "country": country, **answers}
    for group in known.groups:
        asked = [f.id for f in known.of_group(group) if flags is None or f.id in flags]
        if asked:
            fields[f"asked.{group.id}"] = asked
            some = set(asked) & set(raised)
            fields.setdefault(f"group.{group.id}", "some" if some else "none")
            if some:
                fields |= {f"flag.{f}": "yes" if f in raised else "no" for f in asked}
    return fields


def told(session, kind, identity="event-1", at="2026-03-02T09:01:00Z", **data):
    """One event of the player."""
    return {"id": identity, "kind": kind, "at": at, "data": {"session": session, **data}}


def done(session, step, index=0, side=None, identity=None):
    """A side of a planned step that was done."""
    side = side or step["sides"][0]
    data = {"step": index, "exercise": step["exercise"], "side": side, "seconds": 30.5}
    event = identity or f"{session}-done-{index}-{side}"
    return told(session, "exercise_done", event, completed=100, **data)


def hurt(session, step, what, index=0, side=None, identity="hurt-1"):
    """That something hurts, in a planned step."""
    data = {"step": index, "exercise": step["exercise"], "side": side or step["sides"][0]}
    return told(session, "hurt", identity, what=what, position=12, **data)


PAGE = """Two moves for the evening

1. Knee hug
Lie on your back. Bring one knee to your chest with both hands. Hold it for 90 seconds. Swap legs.

2. The paddling canoe
Stand with your feet wide apart. Swing both arms past your hips like a paddle.
8 times, then the other side.

Don't do toe touches. No pain, no gain!
"""
"""A page that somebody brings: one move that the library has, one that it hasn't."""
