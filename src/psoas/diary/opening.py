"""Opening a diary: where it lies, who may read it, and bringing its tables up to date."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url

from psoas.diary.problems import DiaryProblem, plainly
from psoas.diary.store import Diary
from psoas.diary.tables import read_json

FILE = "diary.db"
BACKUPS = "backups"
NEWEST = "0002"
"""The revision of the tables that this version of Psoas reads and writes."""


def default_folder() -> Path:
    """The platform's folder for a program's data."""
    return user_data_path("psoas", appauthor=False)


def open_diary(folder: Path | None = None, url: str | None = None) -> Diary:
    """Open the diary in a folder, or the one at a database URL; make it where there is none.

    Raises `DiaryProblem` with a sentence that says what to do.
    """
    if url:
        return _opened(_database(url), "in the database", None)
    path = (folder or default_folder()) / FILE
    with plainly(str(path)):
        _make_private(path)
    engine = create_engine(f"sqlite:///{path}", json_deserializer=read_json)
    return _opened(engine, str(path), path)


def _database(url: str) -> Engine:
    try:
        address = make_url(url)
        if address.drivername in ("postgres", "postgresql"):
            address = address.set(drivername="postgresql+psycopg")
        return create_engine(address, json_deserializer=read_json)
    except Exception as error:
        raise DiaryProblem(
            "PSOAS_DATABASE_URL can't be used. Write it like"
            " postgresql://name@localhost/psoas, and install Psoas with its extra: psoas[postgres]."
        ) from error


def _make_private(path: Path) -> None:
    """Only the owner may read what is written here."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    elif os.access(path, os.W_OK):
        path.chmod(0o600)


def _opened(engine: Engine, where: str, path: Path | None) -> Diary:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _safe_writing)
    with plainly(where):
        _bring_up_to_date(engine, path)
    return Diary(engine, where, path)


def _safe_writing(connection: sqlite3.Connection, _: object) -> None:
    """A write that was reported as done survives a power cut."""
    for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {setting}")


def _bring_up_to_date(engine: Engine, path: Path | None) -> None:
    with engine.connect() as connection:
        current = _revision(connection)
    if current == NEWEST:
        return
    if current and current > NEWEST:
        raise DiaryProblem(
            "This diary was written by a newer Psoas, and this one would lose some of it."
            " Update Psoas, then open it again."
        )
    if current and path:
        back_up(path)
    _migrate(engine)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _migrate(engine: Engine) -> None:
    # Alembic is slow to import and seldom needed.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "psoas.diary:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, NEWEST)


def back_up(path: Path) -> Path:
    """A copy of the whole diary beside it, readable by its owner alone; returns where."""
    folder = path.parent / BACKUPS
    folder.mkdir(exist_ok=True, mode=0o700)
    copy = folder / f"diary-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.db"
    os.close(os.open(copy, os.O_CREAT | os.O_WRONLY, 0o600))
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    return copy
