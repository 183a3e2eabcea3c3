"""A runner of the lab that takes runs and leaves them where a test puts them."""

from core.lab.runner.jobs import OVER, STOPPED, BusyError, State, View
from core.lab.settings import Setting


class SlowRunner:
    """Takes runs as the runner does and leaves them where the test puts them."""

    def __init__(self) -> None:
        self.views: dict[str, View] = {}
        self.cancelled: list[str] = []
        self.waits_for: dict[str, str] = {}
        """The run that each owner asked for last, until they leave it."""
        self.busy = False
        self.goes_on = False
        """Whether others wait for the same runs, so that a cancelled one goes on."""

    def submit(self, setting: Setting, owner: str, seconds: float) -> View:
        if self.busy:
            raise BusyError(
                "The lab is full: 9 runs are waiting. Watch the recorded run now, or try again in a minute."
            )
        self.waits_for[owner] = setting.key
        return self.put(setting.key, State.RUNNING)

    def going(self, owner: str) -> str | None:
        key = self.waits_for.get(owner)
        return key if key and self.views[key].state not in OVER else None

    def put(self, key: str, state: State, **more: object) -> View:
        given: dict[str, object] = {"place": 0, "progress": None, "events": (), "result": None, "sentence": "", **more}
        self.views[key] = View(key, state, **given)  # type: ignore[arg-type]
        return self.views[key]

    def look(self, key: str) -> View | None:
        return self.views.get(key)

    def cancel(self, key: str, owner: str) -> None:
        self.cancelled.append(key)
        self.waits_for.pop(owner, None)
        if not self.goes_on:
            self.put(key, State.CANCELLED, sentence=STOPPED)
