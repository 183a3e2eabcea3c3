"""Pages without a browser keep learners in a store of their own."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("components.first_screen.PAUSE_S", 0)
        patch.setenv("LLM_LADDER_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv("LLM_LADDER_SECRET", "only for tests")
        yield
