"""The parameters of a query, unless there are more than any link of ours has. Pure."""

from urllib.parse import parse_qsl


def few_params(query: str, most: int) -> dict[str, str] | None:
    """The parameters, each with its last value; None where there are more than `most`.

    >>> few_params("step=sft&from=start", 2), few_params("a=1&b=2&c=3", 2)
    ({'step': 'sft', 'from': 'start'}, None)
    """
    return dict(parse_qsl(query)) if query.count("&") < most else None
