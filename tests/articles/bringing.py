"""Brought routines for tests, without a page behind them."""

from psoas.articles.brought import BroughtItem, BroughtRoutine
from psoas.articles.found import FoundStep
from psoas.body import Position
from psoas.library import load

LIBRARY = load()


def steps(*says):
    return tuple(
        FoundStep(say=say, start=place, end=place + 1, lines=str(place + 1))
        for place, say in enumerate(says)
    )


def item(place, exercise=None, **more):
    told = {"name": f"Move {place}", "steps": steps(f"Do the {place}. thing."), **more}
    return BroughtItem(place=place, exercise=exercise, **told)


def unknown(place, **more):
    """A move that no library has."""
    return item(place, **{"position": Position.STANDING, "repetitions": (8, 8), **more})


def routine(*items, **more):
    return BroughtRoutine(id="own-1", name="Mine", items=items, **more)
