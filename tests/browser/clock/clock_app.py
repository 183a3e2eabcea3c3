"""Serves the app; its clock runs ahead by the seconds that stand in the file `ahead` beside the store."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from app import app
from components import session

__all__ = ["app"]

_AHEAD = Path(os.environ["LLM_LADDER_DATA"]) / "ahead"
_real_now = session.now


def _moved_now() -> datetime:
    seconds = float(_AHEAD.read_text(encoding="utf-8")) if _AHEAD.exists() else 0.0
    return _real_now() + timedelta(seconds=seconds)


session.now = _moved_now
