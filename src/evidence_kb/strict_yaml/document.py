"""A file that was read: its tree of text, and where every part of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evidence_kb.findings import FieldPath
from evidence_kb.strict_yaml.positions import Place, locate, places


class Plain(str):
    """A value written without quotes, with exactly its characters: `0.80`, `no`, `1:30`, `2020-01-01`.

    Whether it stands for a number or a truth value is decided by the field that it fills, not by YAML.
    """

    __slots__ = ()


@dataclass(frozen=True, eq=False)
class Document:
    """The mapping that a file holds, with its text.

    Values are `str` (quoted or block text), `Plain` (unquoted), `None` (`null`, `~` or nothing), lists and
    dicts; keys are `str`.
    """

    data: dict[str, Any]
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file without their line ends."""
        return tuple(self.text.split("\n"))

    def position(self, path: FieldPath, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at `path`, or of its key.

        Where the path does not exist, the place of the nearest parent that does. Items of a list have no key:
        they answer with their own place. Never raises.
        """
        return locate(self._places, path, key)

    @cached_property
    def _places(self) -> Place:
        # Only files with a finding are asked for positions: the second pass is spared for all others.
        return places(self.text)
