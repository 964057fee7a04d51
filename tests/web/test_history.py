from xml.etree import ElementTree

import pytest

from psoas.plan.events import EventKind


@pytest.fixture
def session(practice):
    """Stores a session as the player and the pages tell of it; one after the other."""
    count = iter(range(1000))

    def store(back=3, leg=1, exercise="pelvic_tilt"):
        about = {"session": f"session-{next(count)}"}
        practice.record_all(
            [
                (EventKind.CHECKED_IN, {"back": back, "leg": leg, "left": 1, "right": 1, **about}),
                (EventKind.SESSION_STARTED, {"plan": {"title": "A calm start"}, **about}),
                (
                    EventKind.EXERCISE_DONE,
                    {
                        "exercise": exercise,
                        "side": "both",
                        "seconds": 150,
                        "completed": 100,
                        "step": 0,
                        **about,
                    },
                ),
                (EventKind.SESSION_ENDED, {"completed": 80, "why": "time", **about}),
            ]
        )

    return store


def test_before_anything_happened_it_is_warm(client):
    text = client.get("/history").text
    assert "Nothing here yet" in text
    assert "<svg" not in text


def test_a_session_is_told_with_its_exercises(client, session):
    session()
    text = client.get("/history").text
    assert "A calm start" in text
    assert "2 minutes of movement; 80% of it" in text
    assert "/library/pelvic_tilt" in text
    assert "Monday, 2 March" in text


def test_an_exercise_that_the_library_lost_keeps_its_name(client, session):
    session(exercise="old_stretch")
    assert "old stretch" in client.get("/history").text


def test_chart_and_table_hold_the_same_days(client, clock, session, practice):
    for pain in (5, 3):
        session(back=pain)
        practice.record(EventKind.MORNING, {"pain": 2, "left": 1, "right": 1})
        clock.on(days=1)
    text = client.get("/history").text
    figure = text.partition("</figure>")[0].partition("<figure")[2]
    assert figure.count('class="mark-1"') == 2 + 1  # and one in the key
    table = text.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = ElementTree.fromstring(f"<t>{table}</t>")
    assert [[cell.text for cell in row] for row in rows] == [
        ["2 Mar 2026", "5", "1", "2"],
        ["3 Mar 2026", "3", "1", "2"],
    ]


@pytest.mark.parametrize(("days", "found"), [("28", 1), ("90", 2), ("all", 3)])
def test_it_shows_as_far_back_as_asked(client, clock, session, days, found):
    for gap in (250, 60, 0):
        session()
        clock.on(days=gap)
    text = client.get(f"/history?days={days}").text
    assert text.partition("<tbody>")[2].count("<tr>") == found


def test_ten_years_fit_on_a_page(client, clock, session):
    for _ in range(40):
        session()
        clock.on(days=91)
    text = client.get("/history?days=all").text
    assert text.partition("<tbody>")[2].count("<tr>") <= 130
    assert text.count("A calm start") <= 1


def test_each_month_has_its_page(client, clock, session):
    session()
    clock.on(days=31)
    session(exercise="cat_camel")
    april = client.get("/history").text
    march = client.get("/history?month=2026-03").text
    assert "month=2026-03" in april
    assert "month=2026-05" not in april
    assert "month=2026-02" not in march
    assert "/library/pelvic_tilt" in march
    assert "/library/cat_camel" not in march


@pytest.fixture
def decided(practice):
    """Puts a decision into the diary."""

    def decide(exercise, decision, *rules):
        about = {"about": "s", "outcome": None, "referral": None, "rules_version": "1"}
        told = {"exercise": exercise, "decision": decision, "rules": rules, **about}
        practice.record(EventKind.DECIDED, told)

    return decide


def test_decisions_are_told_with_effect_rule_and_reason(client, decided):
    decided("pelvic_tilt", "hold", "A06", "Z99")
    text = client.get("/history").text
    assert "The same dose next time." in text
    assert "/how#rule-A06" in text
    assert "still there an hour later" in text
    assert "rule Z99" in text


def test_what_the_same_rules_decided_is_told_once(client, decided):
    for exercise in ("pelvic_tilt", "cat_camel", None):
        decided(exercise, "hold", "A06")
    text = client.get("/history").text
    assert text.count("The same dose next time.") == 1
    assert "The whole plan" in text
    assert "/library/cat_camel" in text


def test_a_day_on_which_nothing_changed_is_folded(client, clock, decided):
    decided("pelvic_tilt", "hold", "A06")
    clock.on(days=1)
    decided("pelvic_tilt", "regress", "A06")
    text = client.get("/history").text
    assert "Monday, 2 March: nothing changed" in text
    assert "Tuesday, 3 March: nothing changed" not in text


def test_flares_are_marked(client, session, practice, clock):
    session()
    practice.record(EventKind.FLARE_STARTED, {"because": "said"})
    clock.on(days=2)
    practice.record(EventKind.FLARE_ENDED, {"because": "said"})
    text = client.get("/history").text
    assert 'class="flare"' in text
    assert "2 Mar 2026 – 4 Mar 2026" in text


@pytest.mark.parametrize(
    "junk", ["days=7", "days=x", "month=x", "month=2026-13", "month=0001-01", "month=9999-12"]
)
def test_junk_is_one_plain_sentence(client, junk):
    assert client.get(f"/history?{junk}").status_code == 422
