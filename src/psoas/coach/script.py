"""A session written out second by second: what to say, show and count.

One script, many players. What to say and when is decided here, once; a player only plays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from psoas.body import Position
from psoas.coach.arriving import ending, get_ready, switch, way_in, way_out
from psoas.coach.manner import Manner
from psoas.coach.moments import Moment, Script
from psoas.coach.scene import Scene
from psoas.coach.scenes import scenes_of, settings_of
from psoas.coach.work import work
from psoas.library import Library
from psoas.plan.session import Session

AS_AT_FIRST = Manner()
"""Every word, at the usual speed."""


def write(session: Session, library: Library, manner: Manner = AS_AT_FIRST) -> Script:
    """The script of a session. Moments follow each other without gaps.

    Raises `UnknownExercise`.
    """
    drafts: list[Moment] = []
    settings = settings_of(session.steps, library, manner)
    for index, (planned, setting) in enumerate(zip(session.steps, settings, strict=True)):
        scenes = scenes_of(planned, setting, library, manner, index)
        cap = library.caps[scenes[0].exercise.kind].hold
        drafts += _exercise(scenes, setting.before, cap)
    if drafts:
        drafts.append(ending(scenes[-1]))
    return Script(title=session.title, moments=_laid_out(drafts))


def _exercise(scenes: list[Scene], before: Position | None, cap: float | None) -> Iterator[Moment]:
    for scene in scenes:
        yield switch(scene) if scene.again else get_ready(scene, before)
        yield from way_in(scene)
        yield from work(scene, cap)
        yield from way_out(scene)


def _laid_out(drafts: Iterable[Moment]) -> tuple[Moment, ...]:
    moments: list[Moment] = []
    start = 0.0
    for draft in drafts:
        moments.append(replace(draft, start=round(start, 3)))
        start = moments[-1].end
    return tuple(moments)
