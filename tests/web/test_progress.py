import re
from datetime import UTC, datetime, time

import pytest
from tests.simulated import LAST_DAY, better, simulated, steady, worse

from psoas.plan.events import EventKind


@pytest.fixture
def lived(practice, clock):
    """Fills the diary with made-up days that end today."""

    def live(days, course=better):
        clock.now = datetime.combine(LAST_DAY, time(18), UTC)
        practice.diary.add(simulated(days, course))

    return live


def section(text, heading):
    """The part of a page under a heading."""
    return text.partition(f'aria-labelledby="{heading}"')[2].partition("</section>")[0]


def test_before_anything_was_told_it_is_warm_and_leads_on(client):
    text = client.get("/progress").text
    assert "Nothing here yet" in text
    assert "<svg" not in text
    assert 'href="/wanted"' in text


def test_it_stands_in_the_head_of_every_page(client):
    assert '<a href="/progress" aria-current="page">' in client.get("/progress").text
    assert 'href="/history"' not in client.get("/").text


def test_the_answer_comes_first_and_says_that_it_is_no_cause(client, lived):
    lived(120)
    text = client.get("/progress").text
    helping = section(text, "helping")
    assert "Better." in helping
    assert "not why" in helping
    assert text.index("Is it helping?") < text.index("<svg")


def test_too_early_says_when(client, lived):
    lived(7)
    helping = section(client.get("/progress").text, "helping")
    assert "Too early to say." in helping
    assert "It may be possible from 23 March 2026." in helping


def test_where_someone_should_look_the_report_is_ready_at_the_top(client, lived):
    lived(50, worse)
    text = client.get("/progress").text
    advice = section(text, "advice")
    assert "Have someone look at it within a week" in re.sub(r"\s+", " ", advice)
    assert 'href="/report.pdf"' in advice
    assert 'href="/how#rule-C' in advice
    assert advice.count("report is ready") == 1
    assert text.index('id="advice"') < text.index("<svg")


def test_where_nothing_calls_for_it_there_is_no_advice(client, lived):
    lived(120)
    assert 'id="advice"' not in client.get("/progress").text


def test_better_and_the_rule_for_six_weeks_do_not_contradict_each_other(client, practice, lived):
    """The first week was mild, then it was bad, and now it is between the two."""
    lived(0)
    practice.diary.add(simulated(70, lambda share: 5 if share < 0.11 else 8 - 4 * share))
    text = client.get("/progress").text
    assert "Better." in section(text, "helping")
    assert "Beside your very first week" in section(text, "advice")
    assert "changed little" not in text


def test_every_chart_has_a_name_a_sentence_and_a_table(client, lived):
    lived(60)
    text = client.get("/progress").text
    pictures = re.findall(r"<svg.*?</svg>", text, re.S)
    assert len(pictures) >= 6
    for picture in pictures:
        name, words = re.findall(r'aria-(?:labelledby|describedby)="([a-z-]+)"', picture)
        assert f'<title id="{name}">' in picture
        assert f'<desc id="{words}">' in picture
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len({*ids})
    assert text.count("<table>") == text.count("chart-card") == len(pictures)


@pytest.mark.parametrize(
    ("chosen", "days"),
    [("2_weeks", "of 14 days"), ("6_weeks", "of 42 days"), ("all", "of 60 days")],
)
def test_it_shows_as_much_as_asked(client, lived, chosen, days):
    lived(60)
    text = client.get(f"/progress?range={chosen}").text
    assert days in section(text, "done")
    assert f'range={chosen}#pain-over-time" aria-current="true"' in text


def test_a_danger_sign_comes_before_all_of_it(client, lived, known):
    lived(60)
    assert "danger sign" not in client.get("/progress").text
    known("ces_saddle")
    text = client.get("/progress").text
    assert text.index("A danger sign comes before all of this.") < text.index("Is it helping?")


def test_junk_is_one_plain_sentence(client, lived, sentence):
    lived(7)
    answer = client.get("/progress?range=junk")
    assert answer.status_code == 422
    assert sentence(answer) == "Progress can’t show that time. Choose one of those it offers."


def test_what_changed_is_told_with_its_rule_and_notes_in_ones_own_words(client, practice, lived):
    lived(60)
    practice.record(EventKind.NOTED, {"id": "n", "words": "Slept <badly> & late."})
    changed = section(client.get("/progress").text, "changed")
    assert "One step more of one thing." in changed
    assert "/how#rule-P01" in changed
    assert "Slept &lt;badly&gt; &amp; late." in changed
    assert "The same dose next time." not in changed


def test_flares_stand_on_the_time_line(client, practice, lived):
    lived(60)
    practice.record(EventKind.FLARE_STARTED, {"because": "said"})
    assert "2 March 2026: " in (text := client.get("/progress").text)
    assert "a flare began" in text
    practice.record(EventKind.FLARE_ENDED, {"because": "said"})
    assert "a flare ended" in client.get("/progress").text


def test_what_is_wanted_back_stands_with_how_it_goes(client, lived):
    lived(60)
    function = section(client.get("/progress").text, "function")
    assert "Put on my socks" in function
    assert re.search(r"\d of 10, and \d at first", function)
    assert "Roland-Morris total over time" in function
    assert "a change that people notice" in function


def test_without_anything_wanted_back_it_invites(client, practice):
    practice.record(EventKind.MORNING, {"pain": 3, "left": 0, "right": 0})
    function = section(client.get("/progress").text, "function")
    assert "Name up to three things" in function
    assert 'href="/wanted"' in function


def test_things_that_were_just_named_wait_for_their_rating(client, practice):
    things = [{"id": "a", "words": "Swim"}, {"id": "b", "words": "Sit through a film"}]
    practice.record(EventKind.THINGS_CHOSEN, {"things": things})
    function = section(client.get("/progress").text, "function")
    assert "not rated yet" in function
    assert "Say how well they go" in function
    practice.record(EventKind.THINGS_RATED, {"ratings": {"a": 4, "b": 6}})
    function = section(client.get("/progress").text, "function")
    assert "4 of 10" in function
    assert "The next time to rate them is 16 March 2026." in function


def test_of_exercises_it_cant_tell_unless_the_days_speak(client, lived):
    lived(70, steady)
    mornings = section(client.get("/progress").text, "mornings")
    assert "Can’t tell, of any so far." in mornings
    assert "isn&#39;t always cause" in mornings
    assert "it takes 10" in mornings or "is likely" in mornings


def test_an_exercise_that_goes_with_worse_mornings_is_named(client, practice, lived):
    """On the days after the made-up hard one, mornings are three points worse."""
    lived(0)
    events, hard = simulated(160, steady), "bird_dog"
    done = {event.on for n, event in enumerate(events) if n % 2 and event.kind is EventKind.MORNING}
    practice.diary.add(event for event in events if event.kind is not EventKind.MORNING)
    practice.diary.add(_mornings(events, done))
    practice.diary.add(_hard_days(events, done, hard))
    mornings = section(client.get("/progress").text, "mornings")
    assert "Goes with worse mornings." in mornings
    assert "Lost one" in mornings or f"/library/{hard}" in mornings


def _mornings(events, hard):
    from dataclasses import replace
    from datetime import timedelta

    for event in events:
        if event.kind is EventKind.MORNING:
            after = event.on - timedelta(days=1) in hard
            yield replace(event, data={**event.data, "pain": 7 if after else 4})


def _hard_days(events, hard, exercise):
    from dataclasses import replace

    for event in events:
        if event.kind is EventKind.CHECKED_IN and event.on in hard:
            about = {"step": 0, "side": "both", "seconds": 60.5, "completed": 100}
            data = {"session": event.data["session"], "exercise": exercise, **about}
            yield replace(event, id=f"{event.id}-x", kind=EventKind.EXERCISE_DONE, data=data)


def test_no_text_promises_or_claims_a_cause(client, lived):
    lived(60)
    text = client.get("/progress").text.lower().partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"relie[fv]|\bcure|\bheal|treat|streak|because of psoas|clinically", text)
