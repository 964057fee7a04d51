"""Brought routines for tests, without a page behind them."""

from psoas.articles.brought import BroughtItem, BroughtRoutine
from psoas.articles.found import FoundExercise, FoundStep
from psoas.library import load

LIBRARY = load()


def steps(*says):
    return tuple(
        FoundStep(say=say, start=place, end=place + 1, lines=str(place + 1))
        for place, say in enumerate(says)
    )


def item(place, exercise=None, kept=True, **more):
    told = {"name": f"Move {place}", "steps": steps(f"Do the {place}. thing."), **more}
    found = FoundExercise(exercise=exercise, match=1.0, start=10, end=100, **told)
    return BroughtItem(place=place, found=found, kept=kept)


def unknown(place, **more):
    """A move that no library has."""
    return item(place, **{"position": "standing", "repetitions": (8, 8), **more})


def routine(*items, **more):
    return BroughtRoutine(id="own-1", name="Mine", items=items, **more)
