"""`streamlit run`, with a clock that runs ahead by the seconds that stand in the file `ahead` beside the store."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from streamlit.web.cli import main

from components import session

_AHEAD = Path(os.environ["LLM_LADDER_DATA"]) / "ahead"
_real_now = session.now


def _moved_now() -> datetime:
    seconds = float(_AHEAD.read_text(encoding="utf-8")) if _AHEAD.exists() else 0.0
    return _real_now() + timedelta(seconds=seconds)


if __name__ == "__main__":
    session.now = _moved_now
    sys.exit(main(prog_name="streamlit"))
