"""Starts the gallery as an app of its own, with the product's fonts and settings."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import running_app
from tests.open_pages import ROOT

SCRIPT = "from tests.browser.gallery.gallery import gallery\n\ngallery()\n"


@contextmanager
def running_gallery() -> Iterator[str]:
    """The address of a server that shows the gallery."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "pages/static", Path(folder) / "static")
        script = Path(folder) / "gallery_page.py"
        script.write_text(SCRIPT, encoding="utf-8")
        with running_app(str(script), PYTHONPATH=str(ROOT)) as address:
            yield address
