"""The page of progress with two years of a made-up diary, at a real browser."""

import pytest
from tests.browser import looking
from tests.simulated import simulated

pytestmark = pytest.mark.browser

_LETTERS = """() => [...document.querySelectorAll('svg.chart text')].map((each) =>
  parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)"""

_OUTSIDE = """() => [...document.querySelectorAll('svg.chart')].flatMap((picture) => {
  const frame = picture.getBoundingClientRect()
  return [...picture.querySelectorAll('text')].filter((each) => {
    const box = each.getBoundingClientRect()
    return box.left < frame.left - 1 || box.right > frame.right + 1 ||
      box.top < frame.top - 1 || box.bottom > frame.bottom + 3
  }).map((each) => each.textContent)
})"""

_OVERLAPPING = """() => [...document.querySelectorAll('svg.chart')].flatMap((picture) => {
  const words = [...picture.querySelectorAll('text')]
  const boxes = words.map((each) => each.getBoundingClientRect())
  return boxes.flatMap((one, n) => boxes.slice(n + 1).flatMap((other, m) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    const touch = across > 1 && down > 0.5 * Math.min(one.height, other.height)
    return touch ? [`${words[n].textContent} | ${words[n + 1 + m].textContent}`] : []
  }))
})"""


@pytest.fixture
def two_years(site, page):
    """The page of someone who has practised for two years."""
    site.practice.diary.add(simulated(730))
    page.goto("/progress?range=all")
    return page


@pytest.mark.parametrize("size", [looking.NARROW, looking.PHONE, looking.LAPTOP])
@pytest.mark.parametrize("chosen", ["2_weeks", "all"])
def test_every_letter_of_a_chart_can_be_read(two_years, size, chosen):
    two_years.set_viewport_size(size)
    two_years.goto(f"/progress?range={chosen}")
    assert min(two_years.evaluate(_LETTERS)) >= 11
    assert two_years.evaluate(_OUTSIDE) == []
    assert two_years.evaluate(_OVERLAPPING) == []


def test_another_time_is_chosen_with_the_keyboard_alone(two_years):
    link = two_years.get_by_role("link", name="2 weeks")
    link.focus()
    two_years.keyboard.press("Enter")
    two_years.wait_for_url("**/progress?range=2_weeks#pain-over-time")
    assert "of 14 days" in two_years.locator("section[aria-labelledby=done]").inner_text()
    assert two_years.locator("nav.row [aria-current]").inner_text() == "2 weeks"


def test_the_figures_of_a_picture_unfold_with_the_keyboard(two_years):
    summary = two_years.locator("section[aria-labelledby=pain-over-time] summary")
    summary.focus()
    two_years.keyboard.press("Enter")
    table = two_years.get_by_role("region", name="Table of pain")
    assert table.is_visible()
    assert table.locator("tbody tr").count() > 100


def test_a_screen_reader_hears_what_a_picture_shows(two_years):
    picture = two_years.get_by_role("img", name="Pain over time, from 0 to 10")
    assert picture.count() == 1
    words = two_years.locator("#pain-words").text_content()
    assert "at first" in words
    assert "mean of a week" in words


def test_from_anywhere_it_is_one_step_away_and_leads_on(two_years):
    two_years.goto("/library")
    two_years.get_by_role("link", name="Progress").click()
    two_years.get_by_role("heading", name="Is it helping?").wait_for()
    hrefs = two_years.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {"/take", "/history", "/wanted"} <= {*hrefs}


def test_a_reload_keeps_the_time_that_was_chosen(two_years):
    two_years.reload()
    assert two_years.locator("nav.row [aria-current]").inner_text() == "All of it"
