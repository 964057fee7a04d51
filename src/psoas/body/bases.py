"""The poses that all others start from: standing, sitting, kneeling, lying."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

import numpy as np

from psoas.body.figure import Posture
from psoas.body.joints import ANGLES
from psoas.body.posing import Posed, take
from psoas.body.props import Prop, PropKind
from psoas.body.recipes import Recipe
from psoas.body.surroundings import Surroundings
from psoas.knowledge import read_toml


@dataclass(frozen=True, slots=True)
class _BaseFile:
    bases: Mapping[str, Recipe]


BASES: Mapping[str, Recipe] = read_toml(_BaseFile, files("psoas.body") / "bases.toml").bases
"""Every base pose by name; each position has one of its own name."""

_CHAIR = Prop(kind=PropKind.CHAIR, at=(0.14, 0.0))


def base(name: str, around: Surroundings) -> Posed:
    """The body in a base pose; a chair stands ready where the pose needs one.

    Everyone sits, kneels, stands and lies alike: the build's range counts from there.
    """
    recipe = BASES[name]
    around = replace(around, build=replace(around.build, range=1.0))
    if recipe.rest == "seat" and "seat" not in around.surfaces:
        around = Surroundings(props=(*around.props, _CHAIR), build=around.build)
    return take(recipe, _nowhere(recipe), around)


def _nowhere(recipe: Recipe) -> Posed:
    angles = np.zeros(len(ANGLES))
    return Posed(posture=Posture(position=recipe.position, angles=angles, root=np.zeros(3)))
