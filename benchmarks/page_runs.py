"""How long a run of a page takes through Streamlit's AppTest, without a browser. Prints `name seconds` a line."""

import sys
import time
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.serving import ROOT

TIMES = 15


def run_seconds(page: str) -> float:
    """Median seconds of a rerun of one page, after a first run that warms it."""
    app = AppTest.from_file(str(ROOT / "pages/navigation.py"), default_timeout=60).run()
    app.switch_page(f"{page.replace('-', '_')}.py").run()
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        app.run()
        taken.append(time.perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, run_seconds(name))
