"""Lint finds each kind of error that can be planted in the library's files."""

from dataclasses import replace

import pytest

from psoas.library import Quality
from psoas.library.lint import CHECKS, lint
from psoas.library.loading import read

HAMSTRING = "exercises/supine_active_hamstring.toml"
EXCLUDED = "exercises/long_sit_forward_fold.toml"
SLIDER = "exercises/seated_sciatic_slider.toml"
BOTH_SIDES = "exercises/glute_bridge.toml"
WALKING = "exercises/walking_bouts.toml"
SLIDER_CAPS = """[caps.slider]
hold = 3
repetitions = 10
sets = 2
floor_repetitions = 3
"""
DESK = "routines/desk-three.toml"

PLANTED = {
    # file, this text, becomes that: (key, words of the mend)
    "an unknown source": (
        (HAMSTRING, "illinois-back-institute-2017", "nowhere"),
        ("claims.0", "not in sources.toml"),
    ),
    "a claim without lines": (
        (HAMSTRING, 'where = "lines 11-17"', 'where = "page 3"'),
        ("claims.0", "write `line 12` or"),
    ),
    "lines beyond the end": (
        (HAMSTRING, "lines 11-17", "lines 11-45"),
        ("claims.0", "which has 44 lines"),
    ),
    "lines that run backwards": (
        (HAMSTRING, "lines 11-17", "lines 17-11"),
        ("claims.0", "is not in"),
    ),
    "lines of a routine's item": (
        (DESK, "lines 244-248", "lines 244-999"),
        ("items.2", "263 lines"),
    ),
    "lines of a routine": ((DESK, "lines 230-248", "line 0"), ("where", "is not in")),
    "a claim that says an unknown thing": (
        (HAMSTRING, "says = { hold = 30", "says = { holding = 30"),
        ("claims.0", "does not know “holding”"),
    ),
    "a claim whose range runs down": (
        (HAMSTRING, "says = { hold = 30", "says = { hold = [30, 20]"),
        ("claims.0", "the least first"),
    ),
    "a source of an unknown kind": (
        ("sources.toml", 'kind = "judgement"', 'kind = "rumour"'),
        ("house", "the kind must be one of"),
    ),
    "an article without a hash": (
        ("sources.toml", "sha256 = ", "# "),
        ("seven-amazing-stretches", "needs `lines` and `sha256`"),
    ),
    "no words for what it feels like": (
        (HAMSTRING, 'feel = "A gentle', 'feel = "" # "A gentle'),
        ("feel", "needs this"),
    ),
    "a step to no pose": (
        (HAMSTRING, 'pose = "thigh_up"', 'pose = "headstand"'),
        ("enter.1.pose", "there is no pose “headstand”"),
    ),
    "a step that takes no time": (
        (HAMSTRING, "\nseconds = 5", "\nseconds = 0"),
        ("out.0.seconds", "a second or more"),
    ),
    "a status that only a person's own page may have": (
        (HAMSTRING, 'status = "ok"', 'status = "unchecked"'),
        ("status", "unchecked is for what people bring"),
    ),
    "a swap that doesn't exist": (
        (HAMSTRING, 'swaps = ["', 'swaps = ["plank", "'),
        ("swaps", "there is no exercise “plank”"),
    ),
    "a swap that is never offered": (
        (HAMSTRING, 'swaps = ["', 'swaps = ["hurdler_stretch", "'),
        ("swaps", "“hurdler_stretch” is never offered"),
    ),
    "a swap that is offered by its replacement only": (
        (HAMSTRING, 'swaps = ["', 'swaps = ["pigeon_pose", "'),
        ("swaps", "“pigeon_pose” is never offered"),
    ),
    "a swap that is only read": (
        (HAMSTRING, 'swaps = ["', 'swaps = ["tai_chi_yoga_class", "'),
        ("swaps", "“tai_chi_yoga_class” is never offered"),
    ),
    "itself as a swap": (
        (HAMSTRING, 'swaps = ["', 'swaps = ["supine_active_hamstring", "'),
        ("swaps", "no swap for itself"),
    ),
    "nothing to do instead": ((EXCLUDED, "swaps = [", "swaps = [] # "), ("swaps", "instead")),
    "no reason why not": ((EXCLUDED, "why = ", 'why = "" # '), ("why", "why it is not offered")),
    "an unknown muscle": (
        (HAMSTRING, 'muscles = ["hamstrings"]', 'muscles = ["hamstring"]'),
        ("muscles", "“hamstring” is not a known muscle"),
    ),
    "unknown equipment": (
        (HAMSTRING, "equipment = []", 'equipment = ["kettlebell"]'),
        ("equipment", "“kettlebell”"),
    ),
    "an offer rule with an unknown word": (
        (SLIDER, 'offered_when = "leg_symptoms"', 'offered_when = "sore"'),
        ("offered_when", "speaks of “sore”"),
    ),
    "a load above three": ((HAMSTRING, "nerve = 2", "nerve = 4"), ("load.nerve", "from 0 to 3")),
    "an angle above 180": (
        (HAMSTRING, "hip_flexion = 90", "hip_flexion = 190"),
        ("load.hip_flexion", "from 0 to 180"),
    ),
    "a ladder that doesn't exist": (
        (HAMSTRING, 'name = "hamstring_nerve"', 'name = "stairs"'),
        ("ladder.name", "no ladder “stairs”"),
    ),
    "a ladder that says otherwise": (
        (HAMSTRING, 'name = "hamstring_nerve"', 'name = "rotation"'),
        ("hamstring_nerve", "says its ladder is rotation"),
    ),
    "a rung that doesn't exist": (
        ("ladders.toml", '"cat_camel"', '"plank"'),
        ("movement", "no exercise “plank”"),
    ),
    "a rung that is never offered": (
        ("ladders.toml", '"downward_dog"]', '"downward_dog", "standing_toe_touch"]'),
        ("hamstring_nerve", "never offered"),
    ),
    "a rung that is on request too": (
        (
            "ladders.toml",
            '"pelvic_tilt", "cat_camel"]',
            '"pelvic_tilt", "cat_camel"]\non_request = ["cat_camel"]',
        ),
        ("movement", "“cat_camel” is a rung and on request"),
    ),
    "something on request that is never offered": (
        ("ladders.toml", 'on_request = ["doorway_hamstring"]', 'on_request = ["hurdler_stretch"]'),
        ("hamstring_nerve", "never offered"),
    ),
    "rungs in the wrong order": (
        (HAMSTRING, "level = 1", "level = 3"),
        ("hamstring_nerve", "has a lower level"),
    ),
    "a kind without caps": (
        ("caps.toml", SLIDER_CAPS, ""),
        ("kind", "no [caps.slider]"),
    ),
    "a dose above the cap": (
        (HAMSTRING, "hold = [10, 30]", "hold = [10, 35]"),
        ("dose.hold", "cap of 30"),
    ),
    "a slider that is held": (
        (SLIDER, "hold = [1, 3]", "hold = [1, 4]"),
        ("dose.hold", "cap of 3"),
    ),
    "a range that runs down": (
        (HAMSTRING, "repetitions = [2, 2]", "repetitions = [3, 2]"),
        ("dose.repetitions", "the least first"),
    ),
    "a start above the goal": (
        (HAMSTRING, "start_hold = 10", "start_hold = 31"),
        ("dose.start_hold", "above the goal of 30"),
    ),
    "a start without a goal": (
        (WALKING, "start_minutes", "start_hold = 5\nstart_minutes"),
        ("dose.start_hold", "needs a goal"),
    ),
    "a start below the floor": (
        (HAMSTRING, "start_hold = 10", "start_hold = 4"),
        ("dose.start_hold", "below the floor of 5"),
    ),
    "a goal below the floor": (
        (BOTH_SIDES, "start_repetitions = 5\nrepetitions = [5, 15]", "repetitions = [2, 15]"),
        ("dose.start_repetitions", "below the floor of 3"),
    ),
    "more in a session than a muscle's cap": (
        ("caps.toml", "_muscle_per_session = 240", "_muscle_per_session = 59"),
        ("dose.hold", "above the cap of 59"),
    ),
    "a week of eight days": (
        (HAMSTRING, "days_per_week = [5, 7]", "days_per_week = [5, 8]"),
        ("dose.days_per_week", "7 days"),
    ),
    "no dose": ((WALKING, "minutes = [", "# ["), ("dose", "needs repetitions or minutes")),
    "a routine with an unknown exercise": (
        (DESK, '"seated_knee_pull"', '"seated_plank"'),
        ("items.1.exercise", "no exercise “seated_plank”"),
    ),
    "a note on no topic": (
        ("notes.toml", 'topics = ["clothing", "start"]', "topics = []"),
        ("what-to-wear.topics", "must be some of"),
    ),
    "a note on an unknown topic": (
        ("notes.toml", 'topics = ["clothing", "start"]', 'topics = ["weather"]'),
        ("what-to-wear.topics", "must be some of"),
    ),
    "a disagreement about an unknown exercise": (
        ("disagreements.toml", 'exercises = ["wall_long_sit_90"]', 'exercises = ["plank"]'),
        ("c03.exercises", "no exercise “plank”"),
    ),
    "a ruling that can't be read": (
        ("disagreements.toml", 'when = "spinal_stenosis"', 'when = "stenosis"'),
        ("c01.rulings.3.when", "speaks of “stenosis”"),
    ),
    "rulings that leave somebody out": (
        ("disagreements.toml", 'when = "True"', 'when = "not leg_symptoms"'),
        ("c02.rulings", "for everyone"),
    ),
    "a promise": (
        (HAMSTRING, "Your back lies supported", "It relieves sciatica"),
        ("why", "“relieves” must not be shown"),
    ),
    "a promise in a step": (
        (HAMSTRING, "Bend the knee and lower the foot slowly.", "Lower the foot and heal."),
        ("out.0.say", "“heal” must not be shown"),
    ),
    "a promise in a note": (
        ("notes.toml", "Wear something soft", "Guaranteed: wear something soft"),
        ("what-to-wear.text", "“Guaranteed” must not"),
    ),
    "a promise in a claim's note": (
        ("notes.toml", "Move in slowly", "A cure: move in slowly"),
        ("no-bouncing.claims.0.note", "“cure” must not"),
    ),
    "a promise in a disagreement": (
        ("disagreements.toml", "Mornings are fine.", "Mornings realign you."),
        ("c22.rulings.1.decision", "“realign” must not"),
    ),
    "a placeholder that nobody fills": (
        (HAMSTRING, "Shoulders soft.", "{name}, shoulders soft."),
        ("reminders.0", "“{name}” is not filled"),
    ),
    "a brace left open": ((HAMSTRING, "Shoulders soft.", "{this"), ("reminders.0", "“{” is not")),
    "a side where there is none": (
        (BOTH_SIDES, "Feet flat", "{this} foot flat"),
        ("enter.1.say", "“{this}” needs an exercise with sides"),
    ),
}


@pytest.mark.parametrize(("damage", "expected"), PLANTED.values(), ids=PLANTED)
def test_lint_finds(plant, damage, expected):
    key, mend = expected
    folder = plant(*damage)
    found = lint(read(folder))
    assert any(problem.key == key and mend in problem.mend for problem in found), found
    assert all((folder / problem.file).is_file() for problem in found)


def test_a_routine_without_items_is_found(library):
    empty = replace(library.routines["desk-three"], items=())
    (problem,) = lint(replace(library, routines={"desk-three": empty}))
    assert (problem.file, problem.key) == ("routines/desk-three.toml", "items")


def test_a_note_without_claims_is_found(library):
    silent = replace(library.notes["pacing"], claims=())
    (problem,) = lint(replace(library, notes={"pacing": silent}))
    assert (problem.file, problem.key) == ("notes.toml", "pacing")


@pytest.mark.parametrize("side", ["one_side", "other_side"])
def test_a_side_without_claims_is_found(library, side):
    c01 = library.disagreements["c01"]
    mute = replace(c01, **{side: replace(getattr(c01, side), claims=())})
    (problem,) = lint(replace(library, disagreements={"c01": mute}))
    assert problem.key == f"c01.{side}"


def test_a_disagreement_without_rulings_is_found(library):
    open_question = replace(library.disagreements["c01"], rulings=())
    (problem,) = lint(replace(library, disagreements={"c01": open_question}))
    assert problem.key == "c01.rulings"


def test_quality_that_nothing_backs_is_found(library):
    name = "supine_active_hamstring"
    bare = replace(library.exercises[name], claims=(), why="")
    (problem,) = lint(replace(library, exercises={**library.exercises, name: bare}))
    assert problem.key == "quality"


def test_a_draft_needs_nothing_to_back_it(library):
    name = "glute_bridge"
    bare = replace(library.exercises[name], claims=(), why="", quality=Quality.DRAFT)
    assert lint(replace(library, exercises={**library.exercises, name: bare})) == ()


def test_every_check_says_what_it_proves():
    assert all(check.__doc__ for check in CHECKS)
