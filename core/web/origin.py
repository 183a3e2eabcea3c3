"""Whether a request comes from a page of this server, judged by the browser's own headers. Pure."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers


def names_own_host(headers: Headers) -> bool:
    """Whether the page that asks is of the host that is asked; not where the browser names no page.

    >>> names_own_host(Headers({"origin": "http://ladder.test", "host": "ladder.test"}))
    True
    >>> names_own_host(Headers({"origin": "http://evil.test", "host": "ladder.test"})) or names_own_host(Headers({}))
    False
    """
    try:
        page_host = urlsplit(headers.get("origin", "")).netloc
    except ValueError:  # no address at all
        return False
    return bool(page_host) and page_host == headers.get("host")
