"""The app starts with what the systemd unit gives it, and nothing more: no home of its user, no other variable."""

import shlex
import subprocess
import sys
from pathlib import Path

import httpx2

from tests.browser.server import free_port, wait_until_healthy
from tests.open_pages import ROOT

UNIT = (ROOT / "deploy" / "llm-ladder.service").read_text(encoding="utf-8")
FOLDER, PYTHON = "/var/lib/llm-ladder", "/opt/llm-ladder/.venv/bin/python -m streamlit "
NOBODY = """
import pwd, runpy
def unknown(_): raise KeyError("a user of DynamicUser= that the system's tables do not name")
pwd.getpwuid = unknown
runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
"""


def settings(name: str) -> list[str]:
    """All values of one name."""
    lines = (line.partition("=") for line in UNIT.splitlines() if not line.startswith("#"))
    return [value for key, _, value in lines if key == name]


def test_app_starts_with_the_variables_of_the_unit_alone(tmp_path: Path) -> None:
    (command,) = settings("ExecStart")
    given = (pair.partition("=") for value in settings("Environment") for pair in shlex.split(value))
    environment = {name: value.replace(FOLDER, str(tmp_path)) for name, _, value in given}
    port = str(free_port())
    arguments = shlex.split(command.removeprefix(PYTHON).replace("8501", port))
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, "-c", NOBODY, *arguments], cwd=ROOT, env=environment, stdout=quiet, stderr=quiet
    )
    try:
        wait_until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health")
        assert httpx2.get(f"http://127.0.0.1:{port}/").headers["set-cookie"]
        assert [path.name for path in tmp_path.iterdir()] == ["cookie_secret"]
    finally:
        process.kill()
        process.wait()


def test_service_writes_only_to_its_own_folder() -> None:
    (folder,) = settings("StateDirectory")
    assert f"/var/lib/{folder}" == FOLDER
    assert settings("DynamicUser") == ["yes"]
    assert settings("User") == ["llm-ladder"]  # of a copy too: one folder cannot have two owners
    assert settings("ProtectSystem") == ["strict"]
