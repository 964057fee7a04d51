import pytest

from psoas.articles.matching import Matcher
from psoas.articles.page import Page
from psoas.articles.reading import read
from psoas.library import load


@pytest.fixture(scope="session")
def library():
    return load()


@pytest.fixture(scope="session")
def matcher(library):
    return Matcher.of(library)


@pytest.fixture
def reading(library):
    """What is read from a text."""

    def reading(text, **extra):
        return read(Page(text=text, **extra), library)

    return reading


@pytest.fixture
def one(reading):
    """The only exercise of a text."""

    def one(text):
        (found,) = reading(text).exercises
        return found

    return one
