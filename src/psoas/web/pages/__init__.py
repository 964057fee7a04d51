"""The pages, one module for each part of the practice."""

from fastapi import APIRouter

from psoas.web.pages.about import router as about
from psoas.web.pages.advice import router as advice
from psoas.web.pages.bring import router as bring
from psoas.web.pages.calendar import router as calendar
from psoas.web.pages.check import router as check
from psoas.web.pages.desk import router as desk
from psoas.web.pages.earlier import router as earlier
from psoas.web.pages.figures import router as figures
from psoas.web.pages.history import router as history
from psoas.web.pages.how import router as how
from psoas.web.pages.library import router as library
from psoas.web.pages.printing import router as printing
from psoas.web.pages.progress import router as progress
from psoas.web.pages.reminder import router as reminder
from psoas.web.pages.routines import router as routines
from psoas.web.pages.session import router as session
from psoas.web.pages.settings import router as settings
from psoas.web.pages.start import router as start
from psoas.web.pages.take import router as take
from psoas.web.pages.times import router as times
from psoas.web.pages.today import router as today
from psoas.web.pages.wanted import router as wanted

ROUTERS: tuple[APIRouter, ...] = (
    today, start, earlier, check, about, advice, session, library, routines, history, how, settings,
    figures, bring, wanted, take, times, calendar, reminder, desk, progress, printing,
)  # fmt: skip
