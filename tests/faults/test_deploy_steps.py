"""What docs/deploy.md has an administrator copy does what the page says: a plain address, a dump and its restore."""

import os
import re
import subprocess
from pathlib import Path

import httpx2
import pytest

from core.store.store import open_store
from tests.browser.processes import NGINX, behind_nginx
from tests.browser.server import free_port
from tests.open_pages import ROOT
from tests.postgres import new_database, postgres_server
from tests.unit.quiz.moments import answered
from tests.unit.store.counts import ANNA

PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")


def block(kind: str, word: str) -> str:
    """The one block of the page that has the word."""
    (found,) = (text for text in re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.M | re.S) if word in text)
    return str(found)


class NoProcess:
    """Where a process would be: nobody listens."""

    port = 1


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_plain_address_leads_to_https_and_its_code_is_in_no_log(tmp_path: Path) -> None:
    plain = free_port()
    below = block("nginx", "listen 80;").replace("listen 80;", f"listen {plain};")
    with behind_nginx((NoProcess(),), tmp_path, https=True, below=below):
        answer = httpx2.get(f"http://127.0.0.1:{plain}/join?room=ABC-234", headers={"Host": "learn.example.com"})
    assert (answer.status_code, answer.headers["location"]) == (301, "https://learn.example.com/join?room=ABC-234")
    logs = "".join(log.read_text(encoding="utf-8") for log in tmp_path.glob("*.log"))
    assert '"GET /join" 301' in logs and "ABC-234" not in logs


def test_dump_is_taken_while_the_app_is_at_work_and_restored_over_it_or_into_an_empty_database(tmp_path: Path) -> None:
    with postgres_server() as server:
        address, empty = (new_database(server).render_as_string(hide_password=False) for _ in range(2))
        store = open_store(address, tmp_path)
        store.log.append(ANNA, answered(1, "x"))
        run(block("sh", "pg_dump"), address, server.bin_path, tmp_path)
        kept = store.log.entries(ANNA)
        store.log.append(ANNA, answered(2, "y"))
        store.close()
        assert (tmp_path / "backup.dump").stat().st_mode & 0o777 == 0o600
        for database in (address, empty):
            run(block("sh", "pg_restore"), database, server.bin_path, tmp_path)
            store = open_store(database, tmp_path)
            assert store.log.entries(ANNA) == kept
            store.log.append(ANNA, answered(3, "z"))
            store.close()


def run(commands: str, database: str, tools: Path, folder: Path) -> None:
    """The commands, as somebody pastes them into a shell; the tools are of the server's own version."""
    env = os.environ | {"DATABASE_URL": database, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["/bin/sh", "-e", "-c", commands], cwd=folder, env=env, check=True)
