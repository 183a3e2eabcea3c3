"""The queue of runs and the workers that empty it. Equal runs are one run; finished ones are kept. Starts processes.

The only threads here wait for workers to speak; no arithmetic is done in the server's own process.
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.lab.result import gather
from core.lab.runner.jobs import DIED, NO_START, OVER, STOPPED, STUCK, BusyError, FullError, Job, State, View
from core.lab.runner.lines import CANCELLED, DONE, READY, REFUSED
from core.lab.runner.process import WorkerProcess
from core.lab.settings import Setting
from core.language.text import marked

Clock = Callable[[], float]


@dataclass(frozen=True)
class Limits:
    """Seconds, but for `kept`, which counts finished runs. `queued` is the work that may wait for each worker."""

    queued: float = 120.0
    run: float = 120.0
    silence: float = 20.0
    cancel: float = 2.0
    kept: int = 256
    look: float = 0.2
    restart: float = 1.0


class Runner:
    """Takes runs from any thread. Close it when the server ends."""

    def __init__(
        self, workers: int, clock: Clock, limits: Limits | None = None, start: Callable[[], WorkerProcess] | None = None
    ) -> None:
        self._clock, self._limits, self._start = clock, limits or Limits(), start or WorkerProcess
        self._lock = threading.Condition()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: deque[Job] = deque()
        self._busy: dict[int, tuple[Job, WorkerProcess]] = {}
        self._processes: dict[int, WorkerProcess] = {}
        self._closed = False
        self._threads = [threading.Thread(target=self._serve, args=(n,), daemon=True) for n in range(workers)]
        self._threads.append(threading.Thread(target=self._watch, daemon=True))
        for thread in self._threads:
            thread.start()

    def submit(self, setting: Setting, owner: str, seconds: float) -> View:
        """Asks for a run of about so many seconds; joins an equal one that waits, runs, or is finished.

        Raises:
            BusyError: too much work waits, or the owner has another run.
        """
        with self._lock:
            job = self._jobs.get(setting.key)
            if job is None or job.cancelled is not None or job.state in (State.CANCELLED, State.FAILED):
                self._refuse_when_busy(owner, seconds)
                job = Job(setting, seconds, {owner})
                self._jobs[setting.key] = job
                self._waiting.append(job)
                self._lock.notify_all()
            elif job.state is not State.FINISHED:
                job.owners.add(owner)
            self._jobs.move_to_end(setting.key)
            return job.view(self._place(job))

    def look(self, key: str) -> View | None:
        """How a run stands; None when it is not known, or no longer."""
        with self._lock:
            job = self._jobs.get(key)
            return job.view(self._place(job)) if job else None

    def going(self, owner: str) -> str | None:
        """The key of the run that the owner waits for; None when there is none, or it is over."""
        with self._lock:
            return next((key for key, job in self._jobs.items() if owner in job.owners), None)

    def cancel(self, key: str, owner: str) -> None:
        """Takes the owner off a run; a run that nobody waits for any more is stopped."""
        with self._lock:
            job = self._jobs.get(key)
            if job is None or job.state in OVER or job.cancelled is not None:
                return
            job.owners.discard(owner)
            if job.owners:
                return
            if job.state is State.WAITING:
                self._waiting.remove(job)
                self._end(job, State.CANCELLED, STOPPED)
                return
            job.cancelled = self._clock()
            process = next(process for running, process in self._busy.values() if running is job)
            process.cancel()  # before it can be given another run, which would hear it

    def pids(self) -> Sequence[int]:
        """The ids of the processes that work now or wait for work."""
        with self._lock:
            return [process.pid for process in self._processes.values()]

    def close(self) -> None:
        """Ends all workers."""
        with self._lock:
            self._closed = True
            self._lock.notify_all()
            processes = list(self._processes.values())
        for process in processes:
            process.kill()
        for thread in self._threads:
            thread.join(timeout=5)

    def _refuse_when_busy(self, owner: str, seconds: float) -> None:
        if any(owner in job.owners for job in self._jobs.values() if job.state not in OVER):
            raise BusyError(marked("You already have a run in progress. Wait for it, or stop it, then run again."))
        waiting = sum(job.seconds for job in self._waiting)
        if waiting + seconds > self._limits.queued * (len(self._threads) - 1):
            raise FullError(len(self._waiting))

    def _place(self, job: Job) -> int:
        return self._waiting.index(job) if job.state is State.WAITING else 0

    def _serve(self, number: int) -> None:
        """One worker's life, and the lives of those that replace it."""
        while not self._closed:
            try:
                process = self._start()
            except OSError:  # no memory or no process left for it
                self._say_that_nothing_starts()
                continue
            with self._lock:
                self._processes[number] = process
            try:
                ready = self._use(number, process)
            finally:
                process.close()
            if not ready:
                self._say_that_nothing_starts()

    def _use(self, number: int, process: WorkerProcess) -> bool:
        """Gives runs to a process until it is gone; false when it never came to be ready."""
        lines = process.lines()
        if next(lines, (None,))[0] != READY:
            return False
        while (job := self._order_next(number, process)) is not None:
            if not self._follow(job, lines):
                break
        return True

    def _say_that_nothing_starts(self) -> None:
        """Fails the runs that wait, and lets a moment pass before the next attempt."""
        with self._lock:
            while self._waiting:
                self._end(self._waiting.popleft(), State.FAILED, NO_START)
            self._lock.wait_for(lambda: self._closed, self._limits.restart)

    def _order_next(self, number: int, process: WorkerProcess) -> Job | None:
        """Waits for a run and gives it to a process; None once the runner is closed."""
        with self._lock:
            self._busy.pop(number, None)
            while not self._waiting and not self._closed:
                self._lock.wait()
            if self._closed:
                return None
            job = self._waiting.popleft()
            job.state, job.started, job.heard = State.RUNNING, self._clock(), self._clock()
            self._busy[number] = (job, process)
            process.order(job.setting)
            return job

    def _follow(self, job: Job, lines: Iterator[tuple[str, Any]]) -> bool:
        """Takes what a worker says of a run until the run is over; false when the worker is gone."""
        for kind, said in lines:
            with self._lock:
                if kind in (DONE, CANCELLED, REFUSED):
                    self._finish(job, kind, said)
                    return True
                job.take(said, self._clock())
        with self._lock:
            if job.cancelled is not None:
                self._end(job, State.CANCELLED, STOPPED)
            else:
                self._end(job, State.FAILED, STUCK if self._is_late(job) else DIED)
        return False

    def _finish(self, job: Job, kind: str, said: Any) -> None:
        if kind == DONE:
            job.result = gather(job.setting, job.events)
            self._end(job, State.FINISHED, "")
        elif kind == CANCELLED:
            self._end(job, State.CANCELLED, STOPPED)
        else:
            self._end(job, State.FAILED, said["sentence"])

    def _end(self, job: Job, state: State, sentence: str) -> None:
        """Closes a run, and forgets the finished ones that were asked for longest ago."""
        job.state, job.sentence, job.progress = state, sentence, None
        job.owners.clear()
        over = [key for key, known in self._jobs.items() if known.state in OVER]
        for key in over[: max(0, len(over) - self._limits.kept)]:
            del self._jobs[key]

    def _watch(self) -> None:
        """Kills workers that are silent, too slow, or deaf to a cancel; what they ran fails, and they are replaced."""
        while not self._closed:
            with self._lock:
                self._lock.wait_for(lambda: self._closed, self._limits.look)
                for job, process in self._busy.values():
                    if self._is_stuck(job):
                        process.kill()

    def _is_stuck(self, job: Job) -> bool:
        if job.state is not State.RUNNING:
            return False
        is_deaf = job.cancelled is not None and self._clock() - job.cancelled > self._limits.cancel
        return is_deaf or self._is_late(job)

    def _is_late(self, job: Job) -> bool:
        """Whether a run takes too long, or has told nothing for too long."""
        now = self._clock()
        return now - job.started > self._limits.run or now - job.heard > self._limits.silence
