"""What the query of an address says, unless it says too much to come from a link of ours. Pure."""

from urllib.parse import parse_qsl


def few_params(query: str, most: int) -> dict[str, str] | None:
    """The parameters, each with its last value; None where there are more than `most`.

    >>> few_params("step=sft&from=start", 2), few_params("a=1&b=2&c=3", 2)
    ({'step': 'sft', 'from': 'start'}, None)
    """
    return dict(parse_qsl(query)) if query.count("&") < most else None
