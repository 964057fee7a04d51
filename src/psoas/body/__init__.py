"""The body: what it rests on, its sides, where it hurts, the muscles and how they are named."""

from psoas.body.muscles import MUSCLES, Muscle
from psoas.body.places import Place, Zone, furthest, leg_places
from psoas.body.positions import Position, Surface
from psoas.body.sides import Side

__all__ = ["MUSCLES", "Muscle", "Place", "Position", "Side", "Surface", "Zone", "furthest",
           "leg_places"]  # fmt: skip
