"""Every page in every state a person may meet it, and the people who meet them."""

from datetime import time, timedelta

from tests.browser.messy_page import MESSY
from tests.simulated import simulated, worse

from psoas.articles import mending
from psoas.articles.page import Page
from psoas.plan.breaks import Answered
from psoas.plan.events import EventKind
from psoas.practice.desking import answer, breaks_of
from psoas.practice.timing import choose
from psoas.practice.wanting import Wanting
from psoas.sharing.timetable import Slot, Timetable


def nobody(site):
    """Someone who has told nothing yet."""


def known(site):
    """Someone who has told all that is asked."""
    site.known()


def practised(site):
    """Someone on the fourth morning, who got worse the day before."""
    site.known(minutes=20)
    for _ in range(3):
        worse = site.live()
        site.clock.set(site.clock() + timedelta(days=1))
    told = {"minutes": 180, "neuro": "transient"}
    site.practice.record(EventKind.SETTLED, {"session": worse, **told})


def locked(site):
    """Someone with a sign that closes every session."""
    site.known("ces_saddle")


def careful(site):
    """Someone for whom a clinician's look comes before the full sessions."""
    site.known("thoracic")


def flaring(site):
    """Someone in a flare."""
    site.known()
    site.practice.record(EventKind.FLARE_STARTED, {"because": "said"})


def reading(site):
    """Someone who brought a page, and a page without any exercise."""
    site.known()
    for text in (MESSY, "Our train leaves at nine."):
        site.practice.bring(Page(text=text), "a-very-long-address-" * 12, "My routine")
    first = next(iter(site.practice.brought()))
    site.practice.mend(first, mending.saved)


def wanting(site):
    """Someone who wants things back, rated them before, and has totals and many notes."""
    site.known()
    wanting, now = Wanting(site.practice), site.clock()
    for words in ("Put on my socks without sitting down", "Sit through a film", "Dance " * 30):
        wanting.name(words)
    for weeks, score in ((4, 3), (2, 5)):
        site.clock.set(now - timedelta(weeks=weeks))
        wanting.rate({thing.id: score for thing in wanting.wanted().things})
        wanting.total("rmdq", 3 * score, site.clock().date())
    for number in range(12):
        wanting.note(f"Note {number}: slept " + "badly " * 20 * (number % 2))
    site.clock.set(now)


def for_two_years(site):
    """Someone who has practised for two years and is better."""
    site.practice.diary.add(simulated(730))


def getting_worse(site):
    """Someone who got worse in seven weeks."""
    site.practice.diary.add(simulated(50, worse))


def for_a_week(site):
    """Someone of whom it is too early to say anything."""
    site.practice.diary.add(simulated(7))


def punctual(site):
    """Someone who chose times, one of them in quiet hours."""
    site.known()
    slots = (Slot(weekday=0, at=time(10)), Slot(weekday=2, at=time(22, 30)))
    chosen = Timetable(slots=slots, zone="UTC", starts=site.clock().date(), chosen_at=site.clock())
    choose(site.practice, chosen, {"remind": True})


def reminded(site):
    """Someone at a time that they chose."""
    punctual(site)
    site.clock.advance(3_660)


def walking(site):
    """Someone who has done all that can be done sitting."""
    site.known()
    for exercise in (*breaks_of(site.practice.library), *breaks_of(site.practice.library)):
        answer(site.practice, exercise, Answered.DONE)
    site.clock.advance(3_600)


def weary(site):
    """Someone who wants no more breaks today."""
    site.known()
    answer(site.practice, "seated_figure_4", Answered.NOT_TODAY)


def late(site):
    """Someone in their quiet hours."""
    site.known()
    site.clock.advance(13 * 3_600)


def stretching(site):
    """Someone with a session under way."""
    site.known()
    site.begun()


PAGES = {
    nobody: {
        "welcome": "/",
        "body, first time": "/about/body",
        "health, first time": "/about/health",
        "emergency card, for anyone": "/card/emergency",
        "urgent card": "/card/urgent",
        "see a clinician card": "/card/see_clinician",
        "crisis card": "/card/crisis",
        "pregnancy card": "/card/pregnancy",
        "no such page": "/nowhere",
        "history, empty": "/history",
        "progress, empty": "/progress",
        "erase": "/settings/erase",
        "desk, nobody known": "/desk",
        "take it with me, for anyone": "/take",
        "report, for anyone": "/report",
        "what I want back, empty": "/wanted",
    },
    known: {
        "today": "/",
        "today, at a desk": "/?setting=desk",
        "short check": "/check?scope=short",
        "body": "/about/body",
        "library, nothing found": "/library?q=zebra",
        "exercise": "/library/supine_active_hamstring",
        "exercise, excluded": "/library/standing_toe_touch",
        "exercise, disagreeing": "/library/chair_hamstring",
        "exercise, information only": "/library/tai_chi_yoga_class",
        "routines": "/routines",
        "routine, short": "/routines/desk-three",
        "notes": "/notes",
        "settings": "/settings",
        "take it with me": "/take",
        "report": "/report",
        "no such session": "/session/none",
        "times, none chosen": "/times",
        "desk, waiting": "/desk",
        "desk, a break": "/desk?since=2026-03-02T08:00:00%2B00:00",
        "today, a break": "/?desk=seated_figure_4",
    },
    wanting: {
        "what I want back": "/wanted",
        "what I want back, saved": "/wanted?saved",
        "today, a rating due": "/",
    },
    locked: {
        "take it with me, locked": "/take",
        "today, locked": "/",
        "desk, locked": "/desk",
        "emergency card, one's own": "/card/emergency",
    },
    careful: {"today, calm list": "/", "see a clinician card, one's own": "/card/see_clinician"},
    flaring: {"today, in a flare": "/"},
    reading: {
        "routines, with one's own": "/routines",
        "today, with one's own routine": "/?routine={own}",
        "bring a page": "/read",
        "a page that was brought": "/read/{own}",
        "a page that was just saved": "/read/{own}?saved=yes",
        "a page without exercises": "/read/{empty}",
    },
    for_two_years: {"progress, two years": "/progress?range=all"},
    for_a_week: {"progress, a week": "/progress"},
    walking: {"desk, a walk": "/desk?since=2026-03-02T08:00:00%2B00:00"},
    weary: {"desk, not today": "/desk"},
    late: {"desk, quiet hours": "/desk"},
    stretching: {
        "today, unfinished": "/",
        "desk, during a session": "/desk",
        "session": "/session/{id}",
        "after": "/session/{id}/after",
    },
}
"""Paths by who asks for them; {id} is the session under way, {own} and {empty} what was brought."""


def refused_check(page):
    page.goto("/check")
    page.evaluate("document.querySelector('form').noValidate = true")
    page.locator("form button.primary").click()


def open_check(page):
    page.goto("/check")
    for some in page.locator("input[type=radio][value=some]").all():
        some.check()
    for yes in page.locator(".sign > .choices input[value=yes]").all():
        yes.check()


def confirm(page):
    page.goto("/check")
    for nothing in page.locator("input[type=radio][value=none]").all():
        nothing.check()
    page.check('input[name="group.nerves"][value=some]')
    for no in page.locator("#group-nerves .sign > .choices input[value=no]").all():
        no.check()
    page.check('input[name="flag.ces_saddle"][value=yes]')
    page.locator("form button.primary").click()
    page.get_by_role("heading", name="Is that right?").wait_for()


def all_open(path):
    def unfold(page):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    return unfold


def erase_refused(page):
    page.goto("/settings/erase")
    page.fill("#word", "no")
    page.locator("button.danger").click()


def import_refused(page):
    page.goto("/take")
    junk = {"name": "copy.json", "mimeType": "application/json", "buffer": b"junk"}
    page.set_input_files("input[type=file]", junk)
    page.locator("form[action='/take/import'] button").click()
    page.get_by_role("alert").wait_for()


def total_refused(page):
    page.goto("/wanted")
    page.get_by_text("Add a total").click()
    page.check("input[type=radio][value=odi]")
    page.fill("#total", "101")
    page.locator("form[action='/wanted/total'] button").click()
    page.get_by_role("alert").wait_for()


def start_refused(page):
    page.goto("/")
    page.click("#start button.primary")
    page.get_by_role("alert").wait_for()


def playing(page):
    page.click("#begin")


def paused(page):
    playing(page)
    page.click("#pause")


def hurting(page):
    playing(page)
    page.click("#hurts")


def leaving(page):
    playing(page)
    page.click("#leave")


def alone(page):
    """The emergency card of a session that reaches nobody."""
    page.route("**/session/**", lambda route: route.abort())
    hurting(page)
    page.click("[data-what=chest]")
    page.locator("#card-dialog").wait_for()


def ended(page):
    """A session that stays to say why it ended."""
    page.route("**/session/**", lambda route: route.abort())
    hurting(page)
    page.click("[data-what=dizzy]")


def brought_open(page):
    page.goto("/routines")
    page.locator("a[href^='/read/own-']").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def bring_refused(page):
    page.goto("/read")
    page.click("text=Read it")
    page.get_by_role("alert").wait_for()


def times_refused(page):
    page.goto("/times")
    page.fill("#at-0", "")
    page.click("#times button.primary")
    page.get_by_role("alert").wait_for()


def report_refused(page):
    page.goto("/report")
    page.fill("#name", "李明")
    page.click("main button.primary")
    page.get_by_role("alert").wait_for()


def a_reminder(page):
    page.goto("/how")
    page.locator(".reminder").wait_for()


ACTIONS = {
    nobody: {
        "safety check, refused": refused_check,
        "safety check, all open": open_check,
        "erase, refused": erase_refused,
    },
    known: {
        "is that right": confirm,
        "today, all open": all_open("/"),
        "library": all_open("/library"),
        "exercise, all open": all_open("/library/chair_hamstring"),
        "routine with cuts": all_open("/routines/ten-for-21-days"),
        "health": all_open("/about/health"),
        "how": all_open("/how"),
        "about": all_open("/about"),
        "take it with me, import refused": import_refused,
        "report, refused": report_refused,
    },
    wanting: {
        "what I want back, all open": all_open("/wanted"),
        "what I want back, a total refused": total_refused,
    },
    reading: {
        "a page that was brought, all open": brought_open,
        "bring a page, refused": bring_refused,
    },
    for_two_years: {"progress, all open": all_open("/progress?range=6_weeks")},
    getting_worse: {"progress, worse, all open": all_open("/progress")},
    punctual: {"times, chosen": all_open("/times"), "times, refused": times_refused},
    reminded: {"a reminder": a_reminder},
    practised: {
        "history": all_open("/history"),
        "today, with questions about earlier days": all_open("/"),
        "today, start refused": start_refused,
    },
}
"""States that it takes more than an address to come to; what folds is open."""

IN_SESSION = {
    "session, playing": playing,
    "session, paused": paused,
    "session, this hurts": hurting,
    "session, stopping": leaving,
    "session, emergency": alone,
    "session, ended early": ended,
}
"""What can be seen on the page of a session; nothing of it reaches the diary."""
