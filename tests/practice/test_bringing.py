from dataclasses import replace

import pytest
from tests.practice.living import Living

from psoas.articles import mending
from psoas.articles.page import Page
from psoas.body import Position
from psoas.diary import export, import_into, open_diary
from psoas.diary.takeaway import BadExport
from psoas.plan.events import EventKind
from psoas.practice import bringing
from psoas.practice.bringing import MOST_PAGES, TooManyPages, UnknownPage
from psoas.practice.standing import still_open
from psoas.safety.person import Setting

PAGE = Page(
    text="""Two moves for the evening

1. Knee hug
Lie on your back. Bring one knee to your chest with both hands. Hold it for 20 seconds. Swap legs.

2. The paddling canoe
Stand with your feet wide apart. Swing both arms past your hips like a paddle.
8 times, then the other side.

Don't do toe touches.
"""
)


@pytest.fixture
def brought(sam):
    """A routine that Sam brought, not saved yet."""
    return sam.practice.bring(PAGE, "", "My routine")


def played(sam, identity, **options):
    """The exercises of the session that the routine becomes."""
    standing = sam.practice.standing()
    return [s.exercise for s in sam.practice.today(standing, routine=identity, **options).steps]


def test_a_page_becomes_a_routine_that_can_be_done(sam, brought):
    assert played(sam, brought) == [f"{brought}-1", "single_knee_to_chest"]


def test_what_the_library_lacks_is_guided_in_the_pages_words(sam, brought):
    begun = sam.begin(routine=brought)
    script = sam.practice.script(sam.practice.planned(sam.practice.session(begun.session)))
    said = " ".join(moment.say for moment in script.moments)
    assert "Swing both arms past your hips" in said
    assert "we can't check it" in said


def test_a_session_of_it_goes_on_after_an_interruption(sam, brought):
    record = sam.practice.session(sam.begin(routine=brought).session)
    assert sam.practice.goes_on(record)
    assert still_open(sam.practice.standing(), sam.practice.library, sam.practice.planned(record))


def test_a_session_of_it_stops_where_a_question_opens(sam, brought):
    """What nobody checked can't be checked against a new condition either."""
    record = sam.practice.session(sam.begin(routine=brought).session)
    person = sam.practice.standing().person
    sam.practice.describe(replace(person, conditions=frozenset({"recent_spine_surgery"})))
    assert sam.practice.standing().clearance.open_gates
    assert not sam.practice.goes_on(record)
    assert f"{brought}-1" not in played(sam, brought, full=True)


def test_what_hurt_rests(sam, brought):
    record = sam.practice.session(sam.begin(routine=brought).session)
    sam.does(record, 0)
    sam.tells(
        EventKind.HURT,
        session=record.id,
        step=0,
        exercise=f"{brought}-1",
        side="left",
        what="sharp",
    )
    sam.practice.enough(record)
    sam.clock.later(days=1)
    assert f"{brought}-1" not in played(sam, brought)


def test_a_mended_routine_is_kept_beside_the_page(sam, brought):
    sam.practice.mend(brought, lambda now: mending.left_out(now, 0))
    sam.practice.mend(brought, mending.saved)
    page = sam.practice.page(brought)
    assert [one.place for one in page.routine.kept] == [1]
    assert [one.place for one in page.original.kept] == [0, 1]
    assert page.reading.text == PAGE.text
    assert page.routine.saved


def test_a_change_that_changes_nothing_is_not_stored(sam, brought):
    before = sam.practice.diary.count(sam.name)
    sam.practice.mend(brought, lambda now: now)
    assert sam.practice.diary.count(sam.name) == before


def test_it_knows_what_was_brought_after_a_restart(sam, brought, shared_diary):
    again = Living(shared_diary)
    again.practice = type(sam.practice)(
        shared_diary, sam.practice._listed, sam.clock, sam.practice.new_id, sam.name
    )
    assert played(again, brought) == played(sam, brought)


def test_a_forgotten_page_is_gone_from_the_lists(sam, brought):
    sam.practice.forget(brought)
    assert brought not in sam.practice.brought()
    with pytest.raises(UnknownPage):
        sam.practice.page(brought)
    with pytest.raises(UnknownPage):
        sam.practice.mend(brought, mending.saved)
    sam.practice.forget(brought)


def test_a_page_that_is_too_long_is_kept_as_far_as_it_is_read(sam, monkeypatch):
    monkeypatch.setattr(bringing, "MOST_CHARACTERS", 60)
    kept = sam.practice.page(sam.practice.bring(PAGE, "", "My routine"))
    assert kept.reading.text == PAGE.text[:60]
    assert kept.reading.left_out[-1].why.startswith("too long")


def test_there_is_an_end_to_what_is_kept(sam, brought, monkeypatch):
    assert MOST_PAGES >= 50
    monkeypatch.setattr(bringing, "MOST_PAGES", 1)
    with pytest.raises(TooManyPages, match="You keep 1 pages already"):
        sam.practice.bring(PAGE, "", "My routine")


def test_todays_own_session_never_holds_what_was_brought(sam, brought):
    sam.practice.mend(brought, mending.saved)
    for setting in Setting:
        plan = sam.practice.today(sam.practice.standing(), setting)
        assert not [one for one in plan.steps if one.exercise.startswith("own-")]


def test_it_goes_with_the_diary(sam, brought, tmp_path):
    sam.practice.mend(brought, lambda now: mending.placed(now, 1, Position.KNEELING))
    other = open_diary(tmp_path)
    import_into(other, export(sam.practice.diary, sam.name))
    there = type(sam.practice)(other, sam.practice._listed, sam.clock, sam.practice.new_id)
    assert there.page(brought).routine == sam.practice.page(brought).routine
    other.close()


@pytest.mark.parametrize(
    "spoilt", [{"items": 3}, {}, None, {"id": "own-x", "name": "", "items": []}]
)
def test_a_damaged_routine_is_not_let_in(sam, brought, tmp_path, spoilt):
    document = export(sam.practice.diary, sam.name)
    entry = next(one for one in document["events"] if one["kind"] == "page_brought")
    entry["data"] = {**entry["data"], "routine": spoilt}
    other = open_diary(tmp_path)
    with pytest.raises(BadExport, match="damaged"):
        import_into(other, document)
    assert not other.count()
    other.close()


def test_a_routine_that_cannot_be_read_any_more_is_passed_over(sam, brought):
    sam.practice.record(EventKind.ROUTINE_MENDED, {"id": brought, "routine": {"items": 3}})
    assert brought not in sam.practice.brought()
    assert sam.practice.today(sam.practice.standing()).steps


def test_the_original_stays_as_it_was_read_whatever_the_reader_learns(sam, brought, monkeypatch):
    before = sam.practice.page(brought).original
    learned = bringing._reading(Page(text="Child's pose\nKneel and sit back on your heels.\n"))
    monkeypatch.setattr(bringing, "_reading", lambda page: learned)
    assert sam.practice.page(brought).original == before
