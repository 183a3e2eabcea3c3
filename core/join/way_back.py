"""Packs the current address into one value that a link carries, so that there is a way back; reads it safely. Pure."""

from collections.abc import Mapping
from urllib.parse import urlencode

from core.content.pages import Page
from core.join.few_params import few_params

MAX_LENGTH = 600
_MOST_PARAMS = 30
_NOT_CARRIED = ("from", "view")


def pack(page: Page, params: Mapping[str, str]) -> str:
    """An address as one value, without the address that it came from itself, so that links do not grow.

    >>> pack(Page.PIPELINE, {"step": "sft", "from": "start"})
    'pipeline?step=sft'
    """
    query = urlencode({name: value for name, value in params.items() if name not in _NOT_CARRIED}, safe=",")
    packed = f"{page.value}?{query}" if query else page.value
    return packed if len(packed) <= MAX_LENGTH else page.value


def unpack(packed: str) -> tuple[Page, dict[str, str]] | None:
    """The page and the parameters in a carried value; None when it names no page.

    >>> unpack("pipeline?step=sft"), unpack("https://example.com"), unpack("problem=style")
    ((<Page.PIPELINE: 'pipeline'>, {'step': 'sft'}), None, None)
    """
    name, _, query = packed[:MAX_LENGTH].partition("?")
    params = few_params(query, _MOST_PARAMS)
    if name not in tuple(Page) or params is None:
        return None
    return Page(name), {key: value for key, value in params.items() if key not in _NOT_CARRIED}


def carried(params: Mapping[str, str]) -> dict[str, str]:
    """The parameter that stays when the rest of an address changes: where its visitor came from.

    >>> carried({"way": "mock", "from": "progress"}), carried({"way": "mock"})
    ({'from': 'progress'}, {})
    """
    return {name: value for name, value in params.items() if name == "from"}
