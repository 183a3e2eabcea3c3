"""The script files that a first visit asks for: what they take from our server and from a blank page's, and weigh.

Both servers are the same Streamlit. The files are asked for one after the other on one connection, by turns, so that
what is measured is the server's work and not the browser's.
"""

import http.client
import re
import sys
import time
from contextlib import ExitStack
from statistics import median
from urllib.parse import urlsplit

from benchmarks.serving import ROOT, served

TIMES = 15
AT_MOST = 0.5
"""Times the blank page's server takes, and times its bytes."""
_ASKED = re.compile(rb"""(?:href|src)="\.(/static/js/[^"]+)""")


def files_of(address: str) -> list[str]:
    """The scripts that the document of an address names."""
    return [path.decode() for path in dict.fromkeys(_ASKED.findall(_get(_connection(address), "/")))]


def all_of(address: str, files: list[str]) -> tuple[float, int]:
    """Seconds and bytes of all the files, asked for as a browser asks."""
    connection, start = _connection(address), time.perf_counter()
    weight = sum(len(_get(connection, path)) for path in files)
    return time.perf_counter() - start, weight


def _connection(address: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(address).netloc)


def _get(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, deflate, br"})
    return connection.getresponse().read()


def main() -> int:
    """Prints both servers' figures for the files of the blank page; 1 when ours are over the limit."""
    with ExitStack() as servers:
        blank = servers.enter_context(served(ROOT / "benchmarks/blank/blank.py"))
        ours = servers.enter_context(served(ROOT / "app.py"))
        files = files_of(blank)
        taken: dict[str, list[float]] = {blank: [], ours: []}
        weights = {address: all_of(address, files)[1] for address in taken}
        for _ in range(TIMES):
            for address, times in taken.items():
                times.append(all_of(address, files)[0])
    print(f"{len(files)} script files of a first visit, median of {TIMES}: ms, kB as sent")
    for name, address in (("blank", blank), ("ours", ours)):
        print(f"{name:6} {median(taken[address]) * 1000:4.0f} ms {weights[address] / 1000:6.0f} kB")
    ratios = median(taken[ours]) / median(taken[blank]), weights[ours] / weights[blank]
    print(f"ratio {ratios[0]:.2f}, {ratios[1]:.2f} ≤ {AT_MOST} {'MISSED' if max(ratios) > AT_MOST else 'ok'}")
    return int(max(ratios) > AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
