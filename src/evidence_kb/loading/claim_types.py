"""Finds a claim whose `type` is wrong by its keys: they are all those of another type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from evidence_kb.findings import Finding
from evidence_kb.loading.schema_errors import UNKNOWN_KEY, Origin
from evidence_kb.records.claims.union import CLAIM_TYPES

WRONG_TYPE_OF_CLAIM = "SC209"


def fitting_types(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The types of claim as which the content can be read without a mistake."""
    return tuple(name for name, model in CLAIM_TYPES.items() if _fits(data, name, model))


def wrong_type(error: ValidationError, data: Mapping[str, Any], origin: Origin) -> Finding | None:
    """One finding in the place of many, where at least two keys are wrong and another type has all of them right."""
    wrong = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    fitting = fitting_types(data) if len(wrong) > 1 else ()
    if not fitting:
        return None
    given, guess = str(data["type"]), fitting[0]
    names = " or ".join(f"`{name}`" for name in fitting)
    message = f"`type` is `{given}`, and the keys of this claim are those of the type {names}."
    fix = f"Write `type: {guess}`, or give the claim the keys of `{given}`."
    return origin.finding(WRONG_TYPE_OF_CLAIM, message, ("type",), value=given, allowed=fitting, nearest=guess, fix=fix)


def misspelt_type(origin: Origin) -> Finding | None:
    """The key that was meant to be `type`: a misspelt key whose value is a type of claim."""
    data = origin.document.data
    key = next((key for key, value in data.items() if isinstance(value, str) and value in CLAIM_TYPES), None)
    if key is None or "type" in data:
        return None
    message = f"`{key}` is not a key of this record. Did you mean `type`?"
    return origin.finding(
        UNKNOWN_KEY, message, (key,), key=True, value=key, nearest="type", fix="Rename the key to `type`."
    )


def _fits(data: Mapping[str, Any], name: str, model: Any) -> bool:
    try:
        model.model_validate({**data, "type": name})
    except ValidationError:
        return False
    return True
