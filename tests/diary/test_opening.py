import os
import sqlite3
import stat
from contextlib import closing

import pytest

from psoas.diary import DiaryProblem, default_folder, open_diary, opening
from psoas.diary.opening import NEWEST
from psoas.diary.tables import metadata


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


def test_the_folder_is_the_platforms_own():
    assert default_folder().name == "psoas"


def test_only_the_owner_may_read_the_file(folder):
    open_diary(folder).close()

    assert stat.S_IMODE((folder / "diary.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_that_others_could_read_is_closed_to_them(folder):
    open_diary(folder).close()
    (folder / "diary.db").chmod(0o644)

    open_diary(folder).close()

    assert stat.S_IMODE((folder / "diary.db").stat().st_mode) == 0o600


def test_writes_are_on_disk_before_they_are_reported(folder):
    opened = open_diary(folder)
    with opened._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    opened.close()


def test_the_migrations_make_the_tables_that_the_code_uses(diary):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with diary._engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_the_newest_revision_is_the_last_migration():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "psoas.diary:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_a_diary_is_backed_up_before_its_tables_change(folder, morning, monkeypatch):
    opened = open_diary(folder)
    opened.add([morning()])
    opened.close()
    monkeypatch.setattr(opening, "NEWEST", "0003")
    monkeypatch.setattr(opening, "_migrate", lambda engine: engine.dispose())

    open_diary(folder).close()

    [copy] = (folder / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM event").fetchall() == [("morning-0",)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_diary_of_a_newer_psoas_is_left_alone(folder, morning):
    open_diary(folder).close()
    with closing(sqlite3.connect(folder / "diary.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DiaryProblem, match="newer Psoas"):
        open_diary(folder)


def test_a_file_that_is_no_diary_is_named_and_left_alone(folder):
    folder.mkdir()
    (folder / "diary.db").write_bytes(b"these are my notes, not a database" * 50)

    with pytest.raises(DiaryProblem, match=r"diary\.db is damaged.*backups"):
        open_diary(folder)

    assert (folder / "diary.db").read_bytes().startswith(b"these are my notes")


def test_damage_in_the_middle_is_found_by_the_check(folder, morning):
    opened = open_diary(folder)
    opened.add([morning(n) for n in range(400)])
    opened.close()
    path = folder / "diary.db"
    data = bytearray(path.read_bytes())
    data[8192:60000] = b"\xff" * (60000 - 8192)
    path.write_bytes(data)

    with pytest.raises(DiaryProblem, match="damaged"):
        damaged = open_diary(folder)
        damaged.check()


def test_a_whole_diary_passes_the_check(diary):
    diary.check()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_is_not_yours_is_a_plain_sentence(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)

    with pytest.raises(DiaryProblem, match="can't be written"):
        open_diary(tmp_path / "locked" / "data")


def test_a_folder_that_is_a_file_is_a_plain_sentence(tmp_path):
    (tmp_path / "data").write_text("x")

    with pytest.raises(DiaryProblem, match="could not be used"):
        open_diary(tmp_path / "data")


def test_a_read_only_diary_is_a_plain_sentence(folder, morning):
    opened = open_diary(folder)
    with opened._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.commit()
    with pytest.raises(DiaryProblem, match="can't be written to"):
        opened.add([morning()])
    opened.close()


def test_a_diary_that_cannot_be_written_to_is_still_remembered(folder, morning, library):
    opened = open_diary(folder)
    opened.add([morning()])
    with opened._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.commit()
    assert [entry.pain for entry in opened.memory(library).mornings] == [3]
    opened.close()


def test_a_full_disk_is_a_plain_sentence_and_loses_nothing(folder, morning):
    opened = open_diary(folder)
    opened.add([morning()])
    with opened._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.commit()

    with pytest.raises(DiaryProblem, match="disk is full"):
        opened.add([morning(n) for n in range(1, 2000)])

    assert opened.count() == 1
    opened.close()


def test_a_database_that_does_not_answer_is_a_plain_sentence():
    with pytest.raises(DiaryProblem, match="does not answer"):
        open_diary(url="postgresql://nobody@127.0.0.1:1/none")


def test_an_address_that_is_none_is_a_plain_sentence():
    with pytest.raises(DiaryProblem, match="PSOAS_DATABASE_URL"):
        open_diary(url="my database")


def test_an_older_diary_is_brought_up_to_date_and_loses_nothing(folder, morning, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(opening, "NEWEST", "0001")
        opened = open_diary(folder)
        opened.add([morning()])
        opened.close()

    opened = open_diary(folder)

    assert opened.events() == [morning()]
    opened.close()
    with closing(sqlite3.connect(folder / "diary.db")) as connection:
        names = {name for _, name, *_ in connection.execute("PRAGMA index_list(event)")}
    assert "event_of_kind" in names
    assert len([*(folder / "backups").iterdir()]) == 1
