"""Sentences that nobody should follow as they stand, in many words."""

import pytest

PAGE = "My back\n\nHere is a page about backs. {}\n\nAnd so it goes on.\n"


def warned(reading, text):
    return [one.kind for one in reading(PAGE.format(text)).warnings]


@pytest.mark.parametrize(
    "text",
    [
        "Follow this plan and your sciatica will be history before the month is out.",
        "My mum did these for ten days and binned her tablets.",
        "A new back in three sessions or you don't pay.",
        "It works every single time, for everybody.",
        "The pain melts away the very first night.",
        "When it starts to burn, hold on and go deeper: that is the toxins leaving.",
        "Do not stop when it hurts; the hurt means it is working.",
        "Hold until your legs shake and you can't bear it any more.",
        "A loud crack is a great sign.",
        "If your foot goes numb, ignore it and carry on.",
        "You will feel dizzy at first; that is normal.",
        "Bouncing at the end gets you deeper, so force it a little.",
        "This move pops the vertebra back into place.",
        "Keep your knees bent and your back flat on the",
        "Science says it cures nine out of ten bad backs.",
        "Results from day one, we promise.",
        "If it doesn't hurt, you are not doing it right.",
        "Pain is weakness leaving the body.",
        "No matter how much it hurts, never stop before sixty.",
        "You should hold your breath throughout.",
        "Your pain is guaranteed to go.",
        "This resets your nervous system and unlocks the nerve in 30 seconds.",
        "Trust me, one week and you'll be dancing again.",
        "Leg tingling during this stretch is a good thing.",
        "Stretch as far as you possibly can, then a bit more.",
    ],
)
def test_a_promise_or_a_call_to_push_on_is_pointed_out(text, reading):
    assert warned(reading, text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop if it hurts.",
        "A mild pull is normal.",
        "If the pain gets worse, do not carry on.",
        "Don't stop moving when your back is sore.",
        "It took about six weeks before I could bend again.",
        "Muscle soreness for a day or two is nothing to worry about.",
        "There is no guarantee that this helps.",
        "Ease off before it hurts.",
        "Never push into sharp pain.",
        "Your joints may click; that is harmless unless it hurts.",
        "Hold for thirty seconds, then come back slowly",
        "Keep going with your walks even if you are a little stiff.",
        "See your doctor if it hasn't improved in six weeks.",
        "A dull ache that fades within the hour is all right.",
        "Up to 90% of people have back pain at some time.",
        "If you feel dizzy, sit down and stop.",
        "Work within your comfort, not through pain.",
    ],
)
def test_advice_that_is_sound_is_not_pointed_out(text, reading):
    assert warned(reading, text) == []


def test_only_where_the_first_step_begins_tells_against_a_heading(reading):
    text = (
        "Standing figure four\n\nCross one ankle over the other knee. Sit on a low chair. 5 times."
    )
    assert [one.kind for one in reading(text).warnings] == []


def test_how_often_stands_beside_a_promise(reading):
    text = "Do this every day for two weeks and I promise you will throw your tablets away."
    assert [one.kind for one in reading(PAGE.format(text)).rules] == ["frequency"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("March on the spot for five minutes first.", "warm_up"),
        ("Two or three evenings a week is enough.", "frequency"),
        ("If you feel numb between the legs, get seen at once.", "stop"),
        ("See a doctor straight away where there is weakness in the foot.", "stop"),
        ("Sharp pain means stop.", "stop"),
        ("A stretch, never pain.", "pain"),
        ("If it aches for hours, you have overdone it.", "pain"),
        ("Not straight after a meal.", "other"),
    ],
)
def test_rules_in_other_words(text, kind, reading):
    assert kind in [one.kind for one in reading(PAGE.format(text)).rules]
