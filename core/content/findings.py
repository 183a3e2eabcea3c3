"""What a rule across files finds: `(kind, id, field, message)`. Pure."""

from collections.abc import Iterable, Iterator

from core.content.problems import suggestion

Finding = tuple[str, str, str, str]

_PLURALS = {
    "approach": "approaches",
    "claim": "claims",
    "figure": "figures of components/figures",
    "figures": "claims",
    "item": "items",
    "scale": "claims",
    "stage": "stages",
    "station": "stations",
    "node": "nodes",
    "see": "terms",
    "source": "sections of the chapter",
    "twin": "items",
}


def dangling(kind: str, entry_id: str, field: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """One finding for each unknown name, with the nearest known one."""
    there = set(known)
    for name in names:
        if name not in there:
            what = field.rsplit(".", 1)[-1]
            what = _PLURALS.get(what, what)
            hint = suggestion(name, there) or "; write it first, or correct the id"
            yield kind, entry_id, field, f"{name!r} is not among the {what}{hint}"
