"""Pages without a browser keep learners in a store of their own."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from core.language.in_force import speaking


@pytest.fixture(scope="session", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("components.first_screen.PAUSE_S", 0)
        patch.setenv("LLM_LADDER_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv("LLM_LADDER_SECRET", "only for tests")
        # AppTest's cookies are a mock of the server, new at each run: `learner_key` would keep 4,096 of them, 3 GB.
        patch.setattr("components.session.cookie", lambda _: None)
        # Streamlit reads what every installed package says of itself anew for each app under test.
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def in_german() -> Iterator[None]:
    """AppTest asks outside a page, too, what an option is called."""
    with speaking("de"):
        yield
