"""How much a sentence asks for; `hold` is in seconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.articles.doses import FIELDS, doses
from psoas.articles.plain import plain

STATED = {
    "Hold for 20 seconds, then switch legs.": {"hold": (20, 20)},
    "Stay here for 10–20 seconds × 5–10.": {"hold": (10, 20), "repetitions": (5, 10)},
    "thirty to sixty seconds": {"hold": (30, 60)},
    "Hold for 30 seconds to one minute.": {"hold": (30, 60)},
    "Stay for half a minute.": {"hold": (30, 30)},
    "Hold the pose for 1 1/2 minutes.": {"hold": (90, 90)},
    "Hold for a minute and a half.": {"hold": (90, 90)},
    "Hold twenty-five seconds.": {"hold": (25, 25)},
    "a 30-second hold": {"hold": (30, 30)},
    "Hold: 5 secs   Reps: 10   Sets: 3   Freq: 2 x daily":
        {"hold": (5, 5), "repetitions": (10, 10), "sets": (3, 3), "times_per_day": (2, 2)},
    "Hold for at least 40 seconds.": {"hold": (40, None)},
    "Hold for 20 seconds or longer.": {"hold": (20, None)},
    "Hold no longer than 3 seconds.": {"hold": (None, 3)},
    "Hold for 30 seconds maximum.": {"hold": (None, 30)},
    "Lie there for two to three minutes.": {"hold": (120, 180)},
    "Tuck your chin, count of 5, and let go.": {"hold": (5, 5)},
    "Hold for a 10-count.": {"hold": (10, 10)},
    "Hold for five to ten slow, deep breaths.": {"breaths": (5, 10)},
    "Repeat 8-10 times.": {"repetitions": (8, 10)},
    "Do 15 on each side.": {"repetitions": (15, 15)},
    "Do ten.": {"repetitions": (10, 10)},
    "Do 20x each way.": {"repetitions": (20, 20)},
    "x10": {"repetitions": (10, 10)},
    "Repeat this twice.": {"repetitions": (2, 2)},
    "Finish with 10 repet": {"repetitions": (10, 10)},
    "Do 2 sets of 12.": {"sets": (2, 2), "repetitions": (12, 12)},
    "3 x 10": {"sets": (3, 3), "repetitions": (10, 10)},
    "10 reps x 3": {"repetitions": (10, 10), "sets": (3, 3)},
    "5 x 30 seconds": {"repetitions": (5, 5), "hold": (30, 30)},
    "Twice a day.": {"times_per_day": (2, 2)},
    "Once or twice a day.": {"times_per_day": (1, 2)},
    "10 times, morning and night": {"repetitions": (10, 10), "times_per_day": (2, 2)},
    "Work up to 60 seconds.": {"hold": (60, 60)},
    "Start with 5, work up to 20.": {"repetitions": (20, 20)},
    "Nine nods to each side are enough.": {"repetitions": (9, 9)},
    "Ten wobbles to each side will do.": {"repetitions": (10, 10)},
    "Do twelve small sways.": {"repetitions": (12, 12)},
    "Seven per side.": {"repetitions": (7, 7)},
    "9 a side.": {"repetitions": (9, 9)},
    "Do 6 with the right foot in front and 6 with the left.": {"repetitions": (6, 6)},
    "30 in total.": {"repetitions": (30, 30)},
    "Once on each side will do.": {"repetitions": (1, 1)},
    "Once per session.": {"repetitions": (1, 1)},
    "Repeat twice more.": {"repetitions": (2, 2)},
    "Build up to 20 on each side.": {"repetitions": (20, 20)},
    "Reps 12 Sets 2 Hold 4": {"repetitions": (12, 12), "sets": (2, 2), "hold": (4, 4)},
    "Reps:12, hold:4 sec": {"repetitions": (12, 12), "hold": (4, 4)},
    "2 sets/15 reps": {"sets": (2, 2), "repetitions": (15, 15)},
    "Perform 2 time(s) a day": {"times_per_day": (2, 2)},
    "Daily: 3": {"times_per_day": (3, 3)},
    "four rounds of eight": {"sets": (4, 4), "repetitions": (8, 8)},
    "two rounds of 30 seconds": {"repetitions": (2, 2), "hold": (30, 30)},
    "Breathe in and out eight times.": {"breaths": (8, 8)},
    "Stay for a breath or two.": {"breaths": (1, 2)},
    "Hold for a second, then lower.": {"hold": (1, 1)},
    'Hold 20" x 2': {"hold": (20, 20), "repetitions": (2, 2)},
    "Count slowly to six and let go.": {"hold": (6, 6)},
    "Hold between 15 and 20 seconds.": {"hold": (15, 20)},
    "Stay for a minimum of 10 seconds and a maximum of 40.": {"hold": (10, 40)},
    "After 25 seconds, change legs.": {"hold": (25, 25)},
    "Stay, and after two minutes come out.": {"hold": (120, 120)},
    "Start at 10 seconds; add five a week until you reach half a minute.":
        {"hold": (30, 30)},
    "Do 12 every two to three hours.": {"repetitions": (12, 12)},
    "Ten repetitions, every day.": {"repetitions": (10, 10)},
    "Three times over the course of the day.": {"times_per_day": (3, 3)},
    "am + pm": {"times_per_day": (2, 2)},
    "10 reps tds": {"repetitions": (10, 10), "times_per_day": (3, 3)},
    "When you wake up and before bed.": {"times_per_day": (2, 2)},
}  # fmt: skip

NO_DOSE = (
    "Do this for 3 weeks.",
    "Three times a week.",
    "Bend the knee to 90 degrees.",
    "Lift it 6 inches.",
    "80% of people have it.",
    "The routine takes 8 minutes.",
    "Get up every 30 minutes.",
    "I am 71.",
    "It costs £55.",
    "Hold for a few seconds.",
    "Stay for several breaths.",
    "On 12 March 2024.",
    "The pain fades within 60 seconds.",
    "It hurts 3 times more.",
    "Once you are there, relax.",
    "Stand with your feet 3 to 4 feet apart.",
    "Nerves leave from L4 to S3.",
    "On your 2nd try.",
    "Ring 555-0199.",
    "Version 2.0.1 of the 5,000 words",
    "Walk for 10 minutes.",
    "Hold for 5000 seconds.",
    "Lower over 4 seconds.",
    "Up 3s, down 3s.",
    "Relax for 5 seconds and repeat.",
    "Repeat once on the other side.",
    "That is one repetition.",
    "Walk 10 minutes and work up to 30 minutes.",
    "You can add two minutes each week.",
    'Stand 8" from the wall.',
    "Two hands on each side of the mat.",
    "There are five on each side.",
    "Do 3 different things.",
)


def told(sentence):
    return {one.field.removesuffix("_seconds"): one.value for one in doses(plain(sentence))}


@pytest.mark.parametrize("sentence", STATED)
def test_what_is_stated_is_read(sentence):
    assert told(sentence) == STATED[sentence]


@pytest.mark.parametrize("sentence", NO_DOSE)
def test_what_is_no_dose_is_left_alone(sentence):
    assert told(sentence) == {}


def test_a_dose_says_where_it_stands():
    sentence = "Now hold for 20 seconds."
    (dose,) = doses(plain(sentence))
    assert sentence[dose.start : dose.end] == "20 seconds"


@given(st.text(st.characters(exclude_categories=("Nd", "No", "Nl")), max_size=200))
def test_nothing_is_invented_where_there_is_no_number(text):
    words = "half a an minute once twice one two three four five six seven eight nine ten"
    if not set(plain(text).replace("-", " ").split()) & set(words.split()):
        assert all(told.field == "times_per_day" for told in doses(plain(text)))


@given(st.text(alphabet="0123456789 .-x×½/stdaminuebrhpcokl", max_size=120))
def test_every_value_is_a_sound_range_inside_the_text(text):
    for dose in doses(plain(text)):
        assert dose.field in FIELDS
        assert 0 <= dose.start < dose.end <= len(text)
        least, most = dose.value
        assert least is not None or most is not None
        assert least is None or most is None or 0 < least <= most
