"""A worker: reads orders from its input, runs them one by one, and writes each event to its output. A process."""

import os
import queue
import sys
import threading
import time
from typing import Any, TextIO

from core.lab.catalogue import EXPERIMENTS
from core.lab.runner.lines import CANCEL, CANCELLED, DONE, READY, REFUSED, event_line, read_line, said
from core.lab.settings import BadSettingError, Setting
from core.lab.shelf import Shelf
from core.lab.storage import shipped_weights

KINDER = 10


def main() -> None:
    """Works until its input ends, as it does when the server is gone."""
    if hasattr(os, "nice"):
        os.nice(KINDER)
    orders: queue.Queue[dict[str, Any]] = queue.Queue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(sys.stdin, orders, stop), daemon=True).start()
    shelf = Shelf(shipped_weights)
    _tell(said(READY))
    while True:
        order = orders.get()
        setting = Setting(order["experiment"], order["seed"], order["values"])
        _tell(_work(setting, shelf, stop))


def _listen(orders_in: TextIO, orders: "queue.Queue[dict[str, Any]]", stop: threading.Event) -> None:
    for line in orders_in:
        kind, fields = read_line(line)
        if kind == CANCEL:
            stop.set()
        else:
            stop.clear()
            orders.put(fields)
    os._exit(0)


def _work(setting: Setting, shelf: Shelf, stop: threading.Event) -> str:
    """Runs one setting; returns the line that ends it."""
    try:
        for event in EXPERIMENTS[setting.experiment].run(setting, shelf, time.process_time):
            _tell(event_line(event))
            if stop.is_set():
                return said(CANCELLED)
    except BadSettingError as error:
        return said(REFUSED, sentence=str(error))
    return said(DONE)


def _tell(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
