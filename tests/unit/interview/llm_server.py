"""A local server that answers like an OpenAI-compatible endpoint, or fails as a test wants it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, str]
HANGING, TRICKLE = 0, 1
"""In the place of a status: says nothing for two seconds; says 200, then a space every tenth of a second for two."""
Script = Callable[[dict[str, Any], str], Reply]


def completion(content: str, finish_reason: str = "stop") -> Reply:
    """The reply whose text is `content`."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
    return 200, json.dumps({"object": "chat.completion", "choices": [choice]})


@contextmanager
def llm_server(script: Script, seen: list[dict[str, Any]] | None = None) -> Iterator[str]:
    """The base URL of a server on which `script(body, authorization)` says what comes back."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if seen is not None:
                seen.append({"path": self.path, **body})
            status, text = script(body, self.headers.get("Authorization", ""))
            if status == HANGING:
                time.sleep(2)
                return
            self.send_response(200 if status == TRICKLE else status)
            if status == TRICKLE:
                self.end_headers()
                self._trickle()
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            data = text.encode()
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _trickle(self) -> None:
            for _ in range(20):
                self.wfile.write(b" ")
                time.sleep(0.1)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
