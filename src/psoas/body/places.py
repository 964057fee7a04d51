"""Where it hurts: the back and each leg by itself, and how far down a leg it reaches."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from psoas.body.sides import Side


class Zone(IntEnum):
    """How far down symptoms reach; the codes of `distal_*` in the response rules."""

    NONE = 0
    BACK = 1
    BUTTOCK = 2
    THIGH = 3
    BELOW_KNEE = 4
    FOOT = 5


class Place(StrEnum):
    """A place on the body map."""

    BACK = "back"
    LEFT_BUTTOCK = "left_buttock"
    LEFT_THIGH = "left_thigh"
    LEFT_BELOW_KNEE = "left_below_knee"
    LEFT_FOOT = "left_foot"
    RIGHT_BUTTOCK = "right_buttock"
    RIGHT_THIGH = "right_thigh"
    RIGHT_BELOW_KNEE = "right_below_knee"
    RIGHT_FOOT = "right_foot"

    @property
    def side(self) -> Side:
        """The leg it belongs to; the back belongs to both."""
        if self is Place.BACK:
            return Side.BOTH
        return Side.LEFT if self.startswith("left_") else Side.RIGHT

    @property
    def zone(self) -> Zone:
        """How far down it is."""
        return Zone[self.removeprefix("left_").removeprefix("right_").upper()]


def furthest(places: Iterable[Place], side: Side) -> Zone:
    """The zone furthest down on one leg; the back counts for either leg."""
    zones = (place.zone for place in places if place.side in (side, Side.BOTH))
    return max(zones, default=Zone.NONE)


def leg_places(places: Iterable[Place], side: Side) -> frozenset[Place]:
    """The places at the thigh or below on one leg: what counts as a leg symptom."""
    return frozenset(p for p in places if p.side is side and p.zone >= Zone.THIGH)
