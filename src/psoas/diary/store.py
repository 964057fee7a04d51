"""Adding to the diary, reading it, and what the plan remembers of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.exc import SQLAlchemyError

from psoas import __version__
from psoas.diary import tables
from psoas.diary.collecting import without_collecting
from psoas.diary.problems import plainly
from psoas.library import Library
from psoas.plan.events import Event, EventKind
from psoas.plan.memory import Memory
from psoas.plan.remember import MEMORY_VERSION, memory_as_data, memory_from_data, remember
from psoas.plan.response_rules import load_rules

_INSERTS: Mapping[str, Callable[..., Any]] = {
    "sqlite": insert_sqlite,
    "postgresql": insert_postgresql,
}
VERSION = f"{MEMORY_VERSION}/{__version__}/{load_rules().version}"
"""A snapshot made by other code or other rules is made again."""
NOTHING: Mapping[str, str] = MappingProxyType({})
ME = "me"
"""On one's own computer there is one person."""


class Diary:
    """A person's diary, or those of many people in one database."""

    def __init__(self, engine: Engine, where: str, path: Path | None) -> None:
        self._engine = engine
        self._where = where
        self.path = path

    def add(self, events: Iterable[Event]) -> None:
        """Store events for good, all or none; one that is already there changes nothing.

        When this returns they survive a power cut. Raises `DiaryProblem`.
        """
        rows = [_row(event) for event in events]
        if not rows:
            return
        insert = _INSERTS[self._engine.dialect.name](tables.event)
        with plainly(self._where), self._engine.begin() as connection:
            connection.execute(insert.on_conflict_do_nothing(), rows)

    def events(
        self,
        person: str = ME,
        kinds: Iterable[EventKind] = (),
        since: date | None = None,
        until: date | None = None,
        unless: Mapping[str, str] = NOTHING,
    ) -> list[Event]:
        """Everything that happened to a person in the order it arrived.

        Or some kinds of it, or what happened from one day to another, both included; and of these
        all but those whose data has one of the texts of `unless`.
        """
        query = _of(person)
        if since:
            query = query.where(tables.event.c.on >= since)
        if until:
            query = query.where(tables.event.c.on <= until)
        for key, text in unless.items():
            told = tables.event.c.data[key].as_string()
            query = query.where(told.is_distinct_from(text))
        chosen = [kind.value for kind in kinds]
        if chosen:
            # Adding nothing to the number lets SQLite find the kinds first and order them then.
            query = query.where(tables.event.c.kind.in_(chosen)).order_by(None)
            query = query.order_by(tables.event.c.number + 0)
        with plainly(self._where), self._engine.connect() as connection, without_collecting():
            return [_event(row) for row in connection.execute(query).all()]

    def memory(self, library: Library, person: str = ME) -> Memory:
        """What the plan remembers; only what happened since the last time is read again."""
        with plainly(self._where), self._engine.connect() as connection:
            number, memory = _kept(connection, person)
            newest = number
            for row in _since(connection, person, number):
                memory, newest = remember(memory, _event(row), library), row.number
        if newest != number:
            self._keep(person, newest, memory)
        return memory

    def _keep(self, person: str, newest: int, memory: Memory) -> None:
        """Keep what is remembered; a diary that can't be written to can still be read."""
        with suppress(SQLAlchemyError), self._engine.begin() as connection:
            _keep(connection, self._engine.dialect.name, person, newest, memory)

    def check(self) -> None:
        """Read the whole file once; raises `DiaryProblem` if any of it is damaged."""
        if self._engine.dialect.name != "sqlite":
            return
        with plainly(self._where):
            with self._engine.connect() as connection:
                answer = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if answer != "ok":
                raise OSError("the file is corrupt")

    def count(self, person: str = ME) -> int:
        """How many events there are."""
        query = select(func.count()).where(tables.event.c.person == person)
        with plainly(self._where), self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def has(self, identity: str, kind: EventKind, person: str = ME) -> bool:
        """Whether an event of that id and kind is there."""
        table = tables.event.c
        query = select(table.number).where(
            table.person == person, table.id == identity, table.kind == kind.value
        )
        with plainly(self._where), self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def event(self, identity: str, person: str = ME) -> Event | None:
        """One event by its id; None where there is none."""
        with plainly(self._where), self._engine.connect() as connection:
            row = connection.execute(_of(person).where(tables.event.c.id == identity)).first()
            return _event(row) if row else None

    def erase(self, person: str = ME) -> None:
        """Remove all about a person, also from free space, backups and the details of a fault."""
        with plainly(self._where):
            with self._engine.begin() as connection:
                connection.execute(delete(tables.event).where(tables.event.c.person == person))
                forget = delete(tables.snapshot).where(tables.snapshot.c.person == person)
                connection.execute(forget)
            if self.path:
                self._sweep(self.path)

    def _sweep(self, path: Path) -> None:
        for copy in (path.parent / "backups").glob("diary-*.db"):
            copy.unlink()
        # What is kept of a fault may hold words of the diary.
        (path.parent / "last-fault.txt").unlink(missing_ok=True)
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file or the database."""
        self._engine.dispose()


def _of(person: str) -> Any:
    return select(tables.event).where(tables.event.c.person == person).order_by("number")


def _since(connection: Connection, person: str, number: int) -> Iterator[Row[Any]]:
    return iter(connection.execute(_of(person).where(tables.event.c.number > number)))


def _row(event: Event) -> Mapping[str, Any]:
    return {
        "person": event.person,
        "id": event.id,
        "at": event.at,
        "on": event.on,
        "kind": event.kind.value,
        "data": dict(event.data),
    }


def _event(row: Row[Any]) -> Event:
    _number, person, identity, at, on, kind, data = tuple(row)
    known = _KINDS.get(kind) or EventKind(kind)
    return Event(id=identity, person=person, at=at, on=on, kind=known, data=data)


_KINDS = {kind.value: kind for kind in EventKind}
"""Looked up faster than by calling the class."""


def _kept(connection: Connection, person: str) -> tuple[int, Memory]:
    query = select(tables.snapshot).where(tables.snapshot.c.person == person)
    row = connection.execute(query).first()
    if row is None or row.version != VERSION:
        return 0, Memory()
    return row.number, memory_from_data(row.memory)


def _keep(connection: Connection, dialect: str, person: str, number: int, memory: Memory) -> None:
    values = {"number": number, "version": VERSION, "memory": memory_as_data(memory)}
    insert = _INSERTS[dialect](tables.snapshot).values(person=person, **values)
    newer = tables.snapshot.c.number < number
    other = tables.snapshot.c.version != VERSION
    connection.execute(
        insert.on_conflict_do_update(index_elements=["person"], set_=values, where=newer | other)
    )
