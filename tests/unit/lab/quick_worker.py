"""A worker that speaks as the real one does and computes nothing: what it does is named by its experiment."""

import json
import os
import queue
import sys
import threading
import time

orders: queue.Queue = queue.Queue()
stop = threading.Event()


def tell(**fields: object) -> None:
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def listen() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        if order["kind"] == "cancel":
            stop.set()
        else:
            orders.put(order)
    os._exit(0)


def work(name: str) -> str:
    for step in range(40 if name == "long" else 3):
        tell(kind="Progress", part="training", done=step + 1, total=40)
        tell(kind="Point", curve="loss", x=step, y=1 / (step + 1))
        if stop.is_set() and name != "deaf":
            return "cancelled"
        if name == "refused":
            return "refused"
        time.sleep(60 if name in ("silent", "deaf") else 0.05 if name in ("long", "short") else 0)
    tell(kind="Measured", figure="held out", value=0.9)
    return "done"


threading.Thread(target=listen, daemon=True).start()
tell(kind="ready")
while True:
    chosen = orders.get()["experiment"]
    stop.clear()
    tell(kind=work(chosen), sentence="DPO learns nothing at beta=0.")
