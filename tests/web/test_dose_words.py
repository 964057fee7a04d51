from psoas.library import Kind, load
from psoas.safety.person import Irritability, Person
from psoas.web.dose_words import cap_words, dose_rows

LIBRARY = load()
CALM = Person(age=40, back_pain=2, leg_pain=0, irritability=Irritability.NO_LEG_SYMPTOMS)


def rows(identity, person=CALM):
    return dict(dose_rows(LIBRARY.exercises[identity], person, LIBRARY.caps))


def test_a_stretch_says_start_goal_most_and_how_often():
    assert rows("supine_active_hamstring") == {
        "To start, for you": "2 × 10 seconds",
        "To aim for": "hold 10 to 30 seconds, 2 times",
        "Never more than": "30 seconds a hold (60 from the age of 65), 4 times",
        "How often": "once a day, 5 to 7 days a week",
    }


def test_a_walk_is_counted_in_minutes():
    walk = rows("walking_bouts")
    assert "minute" in walk["To start, for you"]
    assert "4 bouts a day" in walk["Never more than"]


def test_what_is_only_read_has_no_dose():
    assert rows("tai_chi_yoga_class") == {}


def test_a_kind_without_limits_says_none():
    assert cap_words(LIBRARY.caps[Kind.INFORMATION]) == ""


def test_every_dose_can_be_said():
    said = [text for identity in LIBRARY.exercises for text in rows(identity).values()]
    assert said
    assert not [text for text in said if "{" in text or "None" in text]
