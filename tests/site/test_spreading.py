"""Work that is shared out among processes gives what one process gives."""

from __future__ import annotations

import os
import threading

import pytest

from evidence_kb.spreading import spread


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, 2, 50])
def test_the_results_come_in_order(workers: int, number: int) -> None:
    assert spread(lambda item: item * item, range(number), workers) == [item * item for item in range(number)]


def test_what_was_read_before_is_at_hand() -> None:
    read = {"a": object()}
    assert spread(lambda key: key in read, ["a", "b"], 2) == [True, False]


def test_an_exception_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        spread(lambda item: 1 // item, [1, 0], 2)


def test_one_process_does_it_while_threads_run() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert set(spread(lambda item: os.getpid(), [1, 2], 2)) == {os.getpid()}
    finally:
        done.set()
        thread.join()
