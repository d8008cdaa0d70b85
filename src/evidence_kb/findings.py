"""What is wrong, where it is, and how it can be mended: the one shape of every complaint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FieldPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a finding weighs: an error fails the gate, a warning is shown and asks for a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in one file, told so that an editor can mend it.

    Lines and columns count from 1; `path` is the place inside the record (`("arms", 0, "percent")`),
    `record` the id of the entry (empty where the file could not be read).
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int = 1
    column: int = 1
    record: str = ""
    path: FieldPath = ()
    value: str | None = None
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    fix: str | None = None
    figures: tuple[str, ...] = ()
    """The printed figures that the finding rests on; a waiver answers it only if its reason names them."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which findings are sorted in every report."""
        return (self.file, self.line, self.column, self.code, self.message)


def dotted(path: FieldPath) -> str:
    """The path as editors write it: `arms.0.percent`."""
    return ".".join(str(part) for part in path)
