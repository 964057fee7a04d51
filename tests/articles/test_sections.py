"""What is an exercise, where it begins and ends, and what it is called."""


def names(reading):
    return [one.name for one in reading.exercises]


STEPS = "Lie on your back. Pull one knee to your chest. Hold for 20 seconds, then change legs."


def test_a_heading_names_what_stands_below(one):
    assert one(f"Hug a knee\n\n{STEPS}").name == "Hug a knee"


def test_a_name_may_stand_at_the_front(one):
    assert one(f"Intro\n\nKnee hug: {STEPS}").name == "Knee hug"
    assert one(f"**1. Knee hug** {STEPS}").name == "Knee hug"


def test_a_label_is_no_name(one):
    assert one(f"Knee hug\n\nHow to do it\n\n{STEPS}").name == "Knee hug"
    assert one(f"Knee hug\n\nHow to do it:\n{STEPS}").name == "Knee hug"


def test_a_caption_below_a_name_is_no_name(one):
    assert one(f"Knee to chest\n\nMorning light\n\n{STEPS}").name == "Knee to chest"


def test_a_heading_that_announces_the_next_is_let_go(one):
    found = one(f"### 1. Knee hug\n\n*Single knee to chest:*\n{STEPS}")
    assert found.name == "Single knee to chest"


def test_exercises_without_names_are_parted(reading):
    text = f"{STEPS}\n\nStand and lean back with your hands on your hips. Do it 5 times."
    assert names(reading(text)) == [None, None]


def test_a_dose_that_stands_beside_the_name(one):
    found = one("My list\n\n1) Cobra\n\n2) Bird dogs, 3 sets of 6 each side\n\nBye.\n".replace(
        "1) Cobra\n\n", ""))  # fmt: skip
    assert (found.sets, found.repetitions, found.sides) == ((3, 3), (6, 6), "each")


def test_the_position_may_stand_in_the_name(one):
    found = one("Seated chair twist\n\nTurn your chest to the left. Hold 10 seconds.")
    assert found.position == "seated_chair"


def test_things_may_stand_in_the_name(one):
    assert one(f"Knee stretch with a towel\n\n{STEPS}").equipment == ("towel",)


def test_a_dose_grows_to_its_aim(one):
    text = "Plank\n\nPress up onto your toes. Hold for 10 seconds. Work up to 60 seconds."
    assert one(text).hold_seconds == (10, 60)


def test_a_dose_that_would_shrink_stays(one):
    text = "Bridge\n\nLie down. Lift your hips. Hold for 30 seconds. Work up to 10 seconds."
    assert one(text).hold_seconds == (30, 30)


def test_what_is_said_once_holds_for_all(reading):
    text = f"Hold each stretch for 15 seconds.\n\nCobra\n\nLie face down. Lift your chest.\n\n" \
           f"Knee hug\n\n{STEPS}"  # fmt: skip
    assert [one.hold_seconds for one in reading(text).exercises] == [(15, 15), (20, 20)]


def test_a_menu_holds_no_exercise(reading):
    assert reading("Home\nPool Therapy\nClasses\nFind us\n").exercises == ()


def test_an_empty_page(reading):
    found = reading("")
    assert (found.title, found.exercises) == ("", ())


def test_a_call_to_push_on_is_never_a_step(one):
    found = one(f"Knee hug\n\n{STEPS} Push through the pain for 10 seconds.")
    assert not [step for step in found.steps if "pain" in step.say]


def test_steps_know_their_lines(one):
    text = "Knee hug\n\nLie on your back and take hold of one of your knees with both\nhands."
    assert one(text + " Hold for 5 seconds.").steps[0].lines == "3-4"


def test_what_sounds_like_steps_is_told_as_left_out(reading):
    (left,) = reading("Desk\n\nStand tall now and then.").left_out
    assert left.text == "Desk"


def test_a_page_that_was_cut_says_so(reading):
    assert reading("Hello.", cut=True).left_out[-1].why.startswith("too long")
    assert reading("Hello, " * 40_000).left_out[-1].start == 200_000


def test_a_slogan_over_a_first_step_is_a_name(reading):
    text = (
        "Hug both knees\n\nLie on your back with your knees bent\n\nPull both knees to your chest "
        "and keep them there for 20 seconds, breathing out slowly.\n\nRepeat 3 times.\n"
    )
    assert names(reading(text)) == ["Hug both knees"]


def test_an_order_over_a_list_is_a_name(reading):
    text = "Resting on your front\n- Lie on your tummy.\n- Stay here for 5 minutes.\n\nBye.\n"
    assert names(reading(text)) == ["Resting on your front"]


def test_an_order_with_an_unknown_verb_between_steps_is_a_step(one):
    odd = "Zigzag your fists past your hips. Then to the left."
    text = f"Canoe\n\nStand with your feet apart. {odd} Repeat 8 times."
    assert len(one(text).steps) == 4


def test_a_sentence_may_turn_to_what_to_do(one):
    turn = "You are down there already, so hug both knees to your chest."
    text = f"Small ball\n\n{turn} Stay for 20 seconds."
    assert len(one(text).steps) == 2


def test_a_new_part_of_the_page_ends_a_warning(reading):
    warned = "Exercises to avoid\n\nSit-ups\n\nThey squeeze the discs.\n\n"
    text = f"{warned}Related\n\nDeep squats\n\nNobody loves them.\n"
    assert [one.name for one in reading(text).avoid] == ["Sit-ups"]


def test_comments_end_a_warning(reading):
    text = (
        "Exercises to avoid\n\nSit-ups\n\nThey squeeze the discs.\n\n**Leave a comment**\n\n"
        "Ann: I love the glute bridge.\n\nFAQ\n\nDouble leg lifts\n\nWhy not?\n"
    )
    assert [one.name for one in reading(text).avoid] == ["Sit-ups"]


def test_a_way_to_lie_at_night_is_no_exercise(reading):
    text = (
        "How to lie\n\nSleeping on your back? Slide a pillow under your knees. On your side, keep "
        "one between your knees. Try not to sleep on your front.\n"
    )
    assert names(reading(text)) == []


def test_making_it_gentler_is_part_of_an_exercise(reading):
    text = f"Knee hug\n\n{STEPS}\n\nMake it gentler\n\nHold the thigh and lift your head less.\n"
    assert names(reading(text)) == ["Knee hug"]


def test_a_title_over_several_is_the_name_of_none(reading):
    found = reading(f"Five moves for a stiff back\n\n{STEPS}\n")
    assert names(found) == [None]
    assert found.title == "Five moves for a stiff back"


def test_a_slogan_may_stand_before_its_steps(reading):
    text = "Hug your knees: Lie on your back. Pull both knees to your chest for 20 seconds.\n"
    assert names(reading(f"My list\n\n{text}")) == ["Hug your knees"]


def test_a_remark_behind_a_step_makes_no_name_of_it(one):
    text = "Knee hug\n\nLie on your back.\n\nLift your leg: this is hard. Hold for 20 seconds.\n"
    assert one(text).name == "Knee hug"


def test_what_goes_on_is_no_name(one):
    more = "Breathe slowly, and keep the other leg on the floor for as long as you stay there."
    text = f"Knee hug\n\n{STEPS}\n\nRepeat it with your other leg\n\n{more}\n"
    assert one(text).name == "Knee hug"
