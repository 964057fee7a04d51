import gc

import pytest

from psoas.diary.collecting import without_collecting


def test_collecting_rests_and_goes_on():
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_goes_on_after_a_fault():
    with pytest.raises(OSError, match="torn"), without_collecting():
        raise OSError("torn")
    assert gc.isenabled()


def test_what_was_off_stays_off():
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
