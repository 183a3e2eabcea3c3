"""What a worker and its server say to each other: one JSON object a line. Pure."""

import json
from dataclasses import asdict
from typing import Any

from core.lab.events import Event, Measured, Point, Progress, Said
from core.lab.settings import Setting

_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Progress, Point, Said, Measured)}
READY, DONE, CANCELLED, REFUSED, RUN, CANCEL = "ready", "done", "cancelled", "refused", "run", "cancel"


def event_line(event: Event) -> str:
    """An event as a line.

    >>> read_line(event_line(Point("loss", 10, 4.5)))
    ('Point', Point(curve='loss', x=10, y=4.5))
    """
    return said(type(event).__name__, **asdict(event))


def said(kind: str, **fields: Any) -> str:
    """Anything else as a line.

    >>> said("done")
    '{"kind": "done"}\\n'
    """
    return json.dumps({"kind": kind, **fields}) + "\n"


def read_line(line: str) -> tuple[str, Any]:
    """The kind of a line, and its event or its other fields.

    Raises:
        ValueError: a line that nobody of ours wrote.
    """
    fields = json.loads(line)
    if not isinstance(fields, dict) or not isinstance(fields.get("kind"), str):
        raise ValueError(f"not a line of a worker: {line[:80]!r}")
    kind = fields.pop("kind")
    return kind, _KINDS[kind](**fields) if kind in _KINDS else fields


def run_line(setting: Setting) -> str:
    """The order to run a setting."""
    return said(RUN, experiment=setting.experiment, seed=setting.seed, values=dict(setting.values))
