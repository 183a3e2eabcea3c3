"""Server processes that share one PostgreSQL database, can be killed at once, and come back on the same port."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from tests.browser.seeded_rooms import SECRET
from tests.browser.server import free_port, wait_until_healthy
from tests.open_pages import ROOT

NGINX = shutil.which("nginx")


class HasPort(Protocol):
    """What nginx is put in front of."""

    port: int


class Process:
    """One process of the app."""

    def __init__(self, database: str | None, data: Path) -> None:
        self.port = free_port()
        self.log = data / f"server-{self.port}.log"
        self.address = f"http://127.0.0.1:{self.port}"
        self._env = os.environ | {
            "LLM_LADDER_DATA": str(data),
            "LLM_LADDER_SECRET": SECRET,
            "STREAMLIT_SERVER_COOKIE_SECRET": SECRET,
        }
        if database:
            self._env["DATABASE_URL"] = database
        self.start()

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        words = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        words += ["--server.address", "127.0.0.1"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(words, cwd=ROOT, env=self._env, stdout=log, stderr=subprocess.STDOUT)
        wait_until_healthy(self._process, f"{self.address}/_stcore/health")

    @property
    def pid(self) -> int:
        """What the system calls it, until it is started again."""
        return self._process.pid

    @property
    def processor_s(self) -> float:
        """Processor time that it has taken, in s (Linux)."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> float:
        """Kills it as a power cut would; the moment it was done, in s."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)
        return time.monotonic()

    def stop(self) -> None:
        """Ends it in peace."""
        self._process.terminate()
        self._process.wait(20)


@contextmanager
def processes(number: int, database: str | None, data: Path) -> Iterator[tuple[Process, ...]]:
    """So many processes of one installation."""
    started: list[Process] = []
    try:
        for _ in range(number):
            started.append(Process(database, data))
        yield tuple(started)
    finally:
        for process in started:
            process.stop()


@contextmanager
def behind_nginx(servers: tuple[HasPort, ...], folder: Path, *, https: bool = False, below: str = "") -> Iterator[str]:
    """The address of nginx in front of processes, with the configuration that is handed out, ports apart.

    With `https` it has a certificate that it signed itself, as docs/deploy.md says; `below` stands below its servers.
    """
    assert NGINX
    port, text = free_port(), (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8") + below
    text = text.replace("/var/log/nginx", str(folder))
    text = text.replace("8080", str(port)).replace("gzip on;", "gzip on; add_header X-Process $upstream_addr always;")
    scheme = "https" if https else "http"
    if https:
        text = re.sub(rf"listen {port}( default_server)?;", rf"listen {port} ssl\1; {_certificate(folder)}", text)
    for given, server in zip((8501, 8502), (*servers, *servers)[:2], strict=True):
        text = text.replace(f"127.0.0.1:{given}", f"127.0.0.1:{server.port}")
    whole = f"pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\nhttp {{ access_log off;\n{text}\n}}\n"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"])
    try:
        _wait_until_open(port)
        yield f"{scheme}://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _certificate(folder: Path) -> str:
    """A certificate for this machine, signed by itself, as nginx names it."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(words, check=True, capture_output=True)
    return f"ssl_certificate {certificate}; ssl_certificate_key {key};"


def _wait_until_open(port: int) -> None:
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("nginx did not open its port")
