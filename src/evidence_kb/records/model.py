"""The common ground of all records: closed, frozen, read from text, described by docstrings."""

from __future__ import annotations

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
        fields = type(self).model_fields
        return [(fields[name].alias or name, getattr(self, name)) for name in fields if name in self.model_fields_set]
