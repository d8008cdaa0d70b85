"""Refusals: what a calculation says where there is no right answer."""

from __future__ import annotations


class CannotCompute(ValueError):  # noqa: N818 - a refusal with its reason is an answer, not a fault of the program
    """There is no right answer for these figures; `reason` says why, in a sentence for the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
