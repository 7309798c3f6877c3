"""An error is a value that crosses processes, and what nobody expected is one too."""

import pickle

import pytest

from pipeline.errors import AllwaysError, FaultError, ReadError, SettingsError, fault, guarded


def _raise(error: Exception) -> int:
    raise error


@pytest.mark.parametrize(
    "error",
    [
        ReadError("m", where="w", remedy="r"),
        FaultError("m", where="w", remedy="r", trace="t"),
    ],
)
def test_an_error_crosses_a_process_boundary_whole(error: AllwaysError) -> None:
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)


def test_work_that_succeeds_gives_its_result() -> None:
    assert guarded("a.md", len, "abc") == 3


def test_an_error_of_the_work_is_given_back_as_it_is() -> None:
    error = ReadError("m", where="a.md")

    assert guarded("b.md", _raise, error) is error


def test_what_nobody_expected_names_the_file_and_keeps_the_traceback() -> None:
    found = guarded("a.md", _raise, RecursionError("too deep"))

    assert isinstance(found, FaultError)
    assert str(found).startswith("a.md: this is a fault of Allways (RecursionError: too deep).")
    assert "in _raise" in found.trace


def test_a_full_memory_is_no_fault_and_names_the_file_and_what_to_do() -> None:
    found = guarded("a.md", _raise, MemoryError("Unable to allocate 1.00 MiB"))

    assert not isinstance(found, FaultError)
    assert str(found).startswith("a.md: there was not enough memory for this. Close other")


def test_wrong_settings_stop_the_run() -> None:
    with pytest.raises(SettingsError):
        guarded("a.md", _raise, SettingsError("m"))


def test_a_stop_by_the_person_goes_through() -> None:
    with pytest.raises(KeyboardInterrupt):
        guarded("a.md", _interrupt)


def _interrupt() -> None:
    raise KeyboardInterrupt


def test_a_fault_without_words_is_named_by_its_kind() -> None:
    assert "(ValueError)." in fault(ValueError(), "a.md").message


class PanicException(BaseException):
    """What a library written in Rust raises that has gone wrong."""


def panicked() -> None:
    raise PanicException("end byte index 65535 is not a char boundary")


def test_a_library_that_panics_stops_one_piece_of_work_and_not_the_run() -> None:
    error = guarded("a.md", panicked)
    assert isinstance(error, FaultError)
    assert "PanicException" in error.message
