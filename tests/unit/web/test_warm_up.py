"""What the first visitor after a start does not wait for."""

import subprocess
import sys

WARMED = """
import sys, threading
from streamlit.dataframe_util import is_dataframe_like  # what Streamlit asks of all that a component is given
from core.web.warm_up import warm_up
warm_up(lambda: None)
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
before = set(sys.modules)
is_dataframe_like({"step": "sft"})
print(sorted(set(sys.modules) - before))
"""


def test_first_component_that_is_drawn_waits_for_no_import() -> None:
    done = subprocess.run([sys.executable, "-c", WARMED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
