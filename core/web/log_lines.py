"""Tells in one line of what a client sends that cannot be read: each would be a traceback in the log, by anybody."""

import logging
from functools import partial

_TOLD = {
    "uvicorn.error": "Invalid UTF-8 sequence received from client.",
    "streamlit.web.server.starlette.starlette_websocket": "Error deserializing back message",
}
"""Who tells of it, and how. A version that has other words writes its traceback, as a test would see."""


def shorten_log() -> None:
    """From now on these are told without their tracebacks."""
    for logger, words in _TOLD.items():
        logging.getLogger(logger).addFilter(partial(_shortened, words))


def _shortened(words: str, record: logging.LogRecord) -> bool:
    if record.msg == words:
        record.exc_info = None
    return True
