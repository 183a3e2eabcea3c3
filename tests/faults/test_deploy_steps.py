"""What docs/deploy.md has an administrator copy does what the page says: a plain address, backups and restores."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from core.store.store import open_store
from core.web.cookie import COOKIE, learner_key
from tests.browser.processes import NGINX, behind_nginx
from tests.browser.server import free_port, running_app
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


def test_backup_of_a_running_server_is_restored_twice_and_the_next_server_knows_everybody(tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    data = tmp_path / "data"
    own = {"LLM_LADDER_DATA": str(data), "LLM_LADDER_SECRET": "", "PYTHONPATH": str(ROOT)}
    data.mkdir()
    with running_app(**own) as app:
        cookie = httpx2.get(app).cookies[COOKIE]
        learner = learner_key(cookie, (data / "cookie_secret").read_text(encoding="ascii"))
        assert learner
        store = open_store(None, data)
        store.log.append(learner, answered(1, "x"))
        kept = store.log.entries(learner)
        shell(block("sh", "backup -o backup-"), tmp_path, own)
        store.log.append(learner, answered(2, "y"))
        store.close()
    (data / "cookie_secret").write_text("of another server", encoding="ascii")
    (backup,) = tmp_path.glob("backup-*.zip")
    for _ in range(2):
        commands = block("sh", "--restore").replace("backup-2026-11-24.zip", backup.name)
        shell(commands, tmp_path, own)
        with running_app(**own) as app:
            assert "set-cookie" not in httpx2.get(app, cookies={COOKIE: cookie}).headers
            store = open_store(None, data)
            assert store.log.entries(learner) == kept
            store.close()
    assert len(list(data.glob("old-*/learners.db"))) == 2


def run(commands: str, database: str, tools: Path, folder: Path) -> None:
    """The commands, with tools of the server's own version."""
    shell(commands, folder, {"DATABASE_URL": database, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"})


def shell(commands: str, folder: Path, variables: dict[str, str]) -> None:
    """The commands, as somebody pastes them into a shell."""
    subprocess.run(["/bin/sh", "-e", "-c", commands], cwd=folder, env=os.environ | variables, check=True)
