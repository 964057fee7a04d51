import pytest
from tests.practice.living import Living

from psoas.diary import open_diary


@pytest.fixture(scope="session")
def shared_diary(tmp_path_factory):
    """One diary for all the people of these tests, who never see each other's entries."""
    diary = open_diary(tmp_path_factory.mktemp("diary"))
    yield diary
    diary.close()


@pytest.fixture
def somebody(shared_diary):
    """Makes a person of whom nothing is known yet."""
    return lambda: Living(shared_diary)


@pytest.fixture
def sam(somebody):
    """A person who may do most things, and has answered the full check."""
    return somebody().described()
