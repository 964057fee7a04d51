"""What a page must point out, and what holds for all of it, a sentence for each way to say it."""

import pytest

from psoas.articles.rules import _kinds_by_words
from psoas.articles.warnings import WORDS


def pointed_out(text):
    said = text.lower()
    return {kind.kind for kind, _ in WORDS.by_pattern.likely(said) if kind.holds(said)}


@pytest.mark.parametrize(
    "text",
    [
        "Three sessions and you will never need your tablets again.",
        "Your lumbago will be cured by Christmas.",
        "When the knee is bent you should slowly the hips.",
        "Now you can your arms above your head.",
        "Continue the stretch when your toes go numb.",
        "If your foot tingles, keep going for another minute.",
        "Numbness is no reason to stop.",
        "Simply ignore the pain and lean further.",
        "Work through the sharp pain until it gives in.",
        "The tingling must be endured, for it means the nerve is waking.",
        "If it doesn't hurt, it isn't working.",
        "This sequence rebuilds worn discs.",
        "Your cartilage will grow back.",
        "It flushes poisons from the muscles.",
        "This twist wrings the toxins out of your liver and spine.",
        "Corrects your posture permanently within a week.",
        "Dissolves even slipped discs.",
        "Everybody who tried it was cured after one visit.",
        "100% effective, every single time.",
        "You'll be free of pain by next Monday.",
        "The sciatica is completely gone by the weekend, believe me.",
        "We guarantee that you will bend like a teenager.",
        "Pain is part of the process.",
        "Don't the knees past the toes.",
        "Try to your heels on the floor.",
        "Push yourself past the pain and hold.",
        "The more your leg burns, the better it is healing.",
        "Your leg may get a bit worse at first, which is fine.",
        "Lie on your back with the top leg bent.",
        "There is nothing wrong with a stretch that hurts.",
        "Restores damaged nerves while you relax.",
        "You will throw away your crutches in a fortnight.",
    ],
)
def test_it_is_pointed_out(text):
    assert pointed_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop if your foot goes numb.",
        "Do not carry on if you feel dizzy.",
        "If the leg tingles, ease off until it settles, then continue.",
        "You should not push through pain.",
        "Never work into sharp pain.",
        "No stretch can regrow a disc.",
        "Most people feel better in six weeks.",
        "There is no guarantee that this will work for you.",
        "You can the next day go on as before.",
        "Straighten the leg as far as you can the moment it lets you.",
        "Some pulling in the leg is normal.",
        "Hold for 30 seconds and repeat three times.",
        "Keep going at a pace that lets you talk.",
        "Breathe out as you push through the heel.",
        "Press through your hands and lift the chest.",
        "Move into the stretch slowly.",
        "If it hurts, make it smaller.",
        "Lie on your back with one leg straight.",
        "Lie on your side with the bottom leg bent.",
        "Reset to the start and swap sides.",
        "See your doctor if the pain isn't gone after six weeks.",
        "You must not the least bit worry.",
        "The pain should fade within minutes.",
        "Rest when you are tired and carry on after a break.",
        "Discs lose water during the day and fill up again at night.",
        "Your spine will thank you.",
        "Muscle soreness can be expected for a day or two.",
        "If numbness comes, stop and ring us.",
        "Release the leg slowly and repeat.",
        "Push the floor away and round your back.",
    ],
)
def test_sound_advice_is_not(text):
    assert not pointed_out(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("breathing", "Let your breath flow while you stretch."),
        ("breathing", "Exhale as you lift."),
        ("breathing", "Never stop breathing during a hold."),
        ("breathing", "Move in time with your breath."),
        ("frequency", "Ten to fifteen minutes every morning will do."),
        ("frequency", "Tuesdays, Thursdays and Saturdays are stretching days."),
        ("frequency", "Once after breakfast and again at bedtime."),
        ("frequency", "Do it at the end of every working day."),
        ("frequency", "Aim for four days a week."),
        ("frequency", "Do the lot every evening for a month."),
        ("pain", "A 3 out of 10 is acceptable, above that do less."),
        ("pain", "Stop short of pain."),
        ("pain", "You should still be able to chat while holding."),
        ("pain", "If you are sore the day after, halve the repetitions."),
        ("pain", "Stretch to the edge of comfort and not beyond."),
        ("pain", "Nothing here should hurt."),
        ("stop", "Come out at once if your leg starts to burn."),
        ("stop", "Should numbness appear, discontinue and report it."),
        ("stop", "Dial 112 if you can no longer control your bladder."),
        ("stop", "Any movement that drives the tingling down your leg has to go: leave it."),
        ("stop", "If the exercise brings on leg pain, give it up."),
        ("stop", "Quit when something stings."),
        ("warm_up", "Never stretch cold."),
        ("warm_up", "Take a brisk walk first."),
        ("warm_up", "Five minutes on a bike before you start."),
        ("warm_up", "Have a hot bath beforehand."),
        ("progress", "Move up to the next stage after a week without pain."),
        ("progress", "Add two repetitions every week."),
        ("progress", "Start from the easiest version."),
        ("progress", "Once 10 repetitions feel easy, go on to 15."),
        ("other", "Wear loose clothes."),
        ("other", "Keep a sturdy chair within reach."),
        ("other", "Ask for the consent of your surgeon first."),
    ],
)
def test_it_holds_for_the_page(kind, text):
    assert kind in _kinds_by_words(text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "The knee points to the ceiling.",
        "I have had a bad back since school.",
        "Our clinic is open from 9:00 to 17:00.",
        "Subscribe for more.",
        "Backs are strong.",
        "The discs act as cushions.",
        "A survey found that two in three people hurt.",
        "Chairs are the enemy of the modern back.",
        "Read more about yoga here.",
    ],
)
def test_it_states_no_rule(text):
    assert not _kinds_by_words(text.lower())
