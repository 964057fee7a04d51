"""How long a session takes as it is told: the script's own moments, without writing them out.

The plan asks for it, so that a session fits its minutes when it is played.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from psoas.body import Position
from psoas.coach.arriving import ending, get_ready, switch, way_in, way_out
from psoas.coach.manner import Manner
from psoas.coach.scene import Scene
from psoas.coach.scenes import Setting, scenes_of, settings_of
from psoas.coach.work import work_seconds
from psoas.library import Library
from psoas.plan.planned import PlannedStep
from psoas.plan.timing import Pace


def pace_of(library: Library, manner: Manner) -> Pace:
    """The pace of a session told in that manner. One planning asks about the same steps often."""

    @cache
    def told(planned: PlannedStep, setting: Setting) -> int:
        scenes = scenes_of(planned, setting, library, manner)
        cap = library.caps[scenes[0].exercise.kind].hold
        end = 0 if setting.after else ending(scenes[-1]).seconds
        seconds = sum(_side(scene, setting.before, cap) for scene in scenes) + end
        return math.ceil(round(seconds, 3))

    def pace(steps: Sequence[PlannedStep]) -> Sequence[int]:
        settings = settings_of(steps, library, manner)
        return [
            told(replace(planned, reasons=()), setting)
            for planned, setting in zip(steps, settings, strict=True)
        ]

    return pace


def _side(scene: Scene, before: Position | None, cap: float | None) -> float:
    arrived = switch(scene) if scene.again else get_ready(scene, before)
    told = (arrived, *way_in(scene), *way_out(scene))
    return sum(moment.seconds for moment in told) + work_seconds(scene, cap)
