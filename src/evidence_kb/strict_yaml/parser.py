"""The events of a YAML text, from the C parser where it is at hand and from the pure one elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml


def fast_loader() -> Any:
    """The event source in use: libyaml's where PyYAML was built with it."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events(text: str) -> Iterator[Any]:
    """The parsing events of a text. Events only: nothing is composed, resolved, constructed or executed.

    Raises yaml.YAMLError, and from the pure parser ValueError or OverflowError, where the text is not YAML.
    """
    loader = fast_loader()(text)
    try:
        event = loader.get_event()
        while event is not None:
            yield event
            event = None if isinstance(event, yaml.StreamEndEvent) else loader.get_event()
    finally:
        loader.dispose()
