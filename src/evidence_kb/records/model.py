"""The common ground of all records: closed, frozen, read from text, described by docstrings."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A part of a record: unknown keys are errors, nothing changes after reading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        populate_by_name=False,
        hide_input_in_errors=True,
        serialize_by_alias=True,
    )

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that a YAML file may use here, in canonical order."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    def parts(self) -> list[tuple[str, Any]]:
        """The (key, value) pairs that are present, under the names that YAML uses."""
        given = self.model_fields_set
        return [(key, getattr(self, name)) for name, key in _keys(type(self)) if name in given]


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Name and key in YAML of each field."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
