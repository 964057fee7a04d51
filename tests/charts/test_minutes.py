from psoas.charts.minutes import minutes_chart


def test_the_longest_bar_is_as_wide_as_there_is_room(seen):
    picture = seen(minutes_chart([("Back of the legs", 120), ("Hips", 30)]))
    long, short = (float(bar.get("width")) for bar in picture.of("bar"))
    assert long == 4 * short == float(picture.of("trough")[0].get("width"))


def test_it_says_how_many_in_all_and_what_most_were_for():
    chart = minutes_chart([("Back of the legs", 120.4), ("Hips", 30)])
    assert chart.sentence == "150 minutes in all, most of them for Back of the legs (120)."
    assert chart.rows == (("Back of the legs", "120"), ("Hips", "30"))


def test_less_than_a_minute_is_not_nothing(seen):
    chart = minutes_chart([("Hips", 0.3)])
    assert chart.rows == (("Hips", "<1"),)
    assert "<1" in seen(chart).words()
    assert float(seen(chart).of("bar")[0].get("width")) > 0


def test_nothing_done_has_no_picture():
    chart = minutes_chart([])
    assert (chart.svg, chart.rows) == ("", ())
    assert chart.sentence == "Nothing was practised in this time."


def test_no_minutes_at_all_are_a_picture_too(seen):
    assert seen(minutes_chart([("Hips", 0.0)])).of("bar")
