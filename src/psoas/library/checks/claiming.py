"""Every claim points into a source that the library knows, at lines that the source has."""

from collections.abc import Iterator

from psoas.knowledge import Problem
from psoas.library.checks.places import Written, claims
from psoas.library.claims import Claim, Source
from psoas.library.exercise import Quality
from psoas.library.loading import Library

SOURCE_KINDS = frozenset({"article", "guideline", "study", "leaflet", "textbook", "judgement"})
SAID = frozenset(
    {"hold", "breaths", "repetitions", "sets", "times_per_day", "times_per_week", "sides"}
)


def claims_have_sources(library: Library) -> Iterator[Problem]:
    """Each claim's source is in sources.toml."""
    for written in claims(library):
        source = written.value.source
        if source not in library.sources:
            yield written.problem(f"the source “{source}” is not in sources.toml; add it there")


def claims_have_lines(library: Library) -> Iterator[Problem]:
    """Each claim names lines of a source that has lines, and these exist."""
    for written in claims(library):
        source = library.sources.get(written.value.source)
        if source and source.lines is not None:
            yield from _lines_problem(written, source, source.lines)


def _lines_problem(written: Written, source: Source, count: int) -> Iterator[Problem]:
    claim: Claim = written.value
    lines = claim.line_range
    if lines is None:
        yield written.problem("say where: write `line 12` or `lines 12-15`")
    elif not 1 <= lines[0] <= lines[1] <= count:
        yield written.problem(f"{claim.where} is not in “{source.id}”, which has {count} lines")


def claims_say_known_things(library: Library) -> Iterator[Problem]:
    """What a claim says of the dose has a known name, and ranges run upwards."""
    for written in claims(library):
        for name, value in written.value.says.items():
            if name not in SAID:
                yield written.problem(f"`says` does not know “{name}”; use one of {sorted(SAID)}")
            if isinstance(value, tuple) and value[0] > value[1]:
                yield written.problem(f"{name}: write the least first, then the most")


def sources_are_whole(library: Library) -> Iterator[Problem]:
    """A source has a known kind; an article has its line count and hash."""
    for source in library.sources.values():
        written = Written("sources.toml", source.id, source)
        if source.kind not in SOURCE_KINDS:
            yield written.problem(f"the kind must be one of {', '.join(sorted(SOURCE_KINDS))}")
        if source.kind == "article" and not (source.lines and source.sha256):
            yield written.problem("an article needs `lines` and `sha256` of the text that was read")


def quality_is_earned(library: Library) -> Iterator[Problem]:
    """What is called sourced has a claim, or a why that gives our own reason."""
    for exercise in library.exercises.values():
        if exercise.quality is not Quality.DRAFT and not (exercise.claims or exercise.why):
            yield Problem(
                f"exercises/{exercise.id}.toml",
                "quality",
                f"it is called {exercise.quality} but has neither claims nor why; add one",
            )
