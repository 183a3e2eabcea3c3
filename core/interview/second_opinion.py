"""A second opinion on an answer by an LLM behind an OpenAI-compatible endpoint. Off unless configured. Speaks HTTP.

The model gives a verdict and a quote for each point; quotes are held against the answer, and the app computes the
score. Whatever goes wrong, the offline marks stand and a note says why. The answer is data between marks that it
cannot contain, and what it says of grading changes nothing that is checked here.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from core.interview.opinion_prompt import Form, request_body
from core.interview.opinion_reading import UnreadableOpinionError, read_opinion
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark
from core.language.text import marked, t

TIMEOUT_SECONDS, MOST_SECONDS = 20.0, 600.0
_MOST_BYTES = 1_000_000
_KEPT = marked("The offline marks stand.")


@dataclass(frozen=True)
class Endpoint:
    """Where the model is, its key, which is never shown, and how long it may take for an answer."""

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_seconds: float = TIMEOUT_SECONDS

    @property
    def address(self) -> str:
        """The address that is called."""
        return f"{self.base_url.rstrip('/')}/chat/completions"


@dataclass(frozen=True)
class Opinion:
    """The marks, whether they are the model's, its feedback, and why the offline marks stand instead: a marked text."""

    mark: AnswerMark
    by_model: bool
    feedback: str = ""
    why: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """That the offline marks stand, and why, in the language in force; empty when the marks are the model's."""
        return f"{t(self.why, **self.values)} {t(_KEPT)}" if self.why else ""


class _FailedError(Exception):
    """The model gave nothing usable; the message is a sentence for the learner, marked, with the values for it.

    It is not said here: this may be another thread than the page's, and the opinion is kept for the visit.
    """

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.values = values


class _UnsupportedError(Exception):
    """The endpoint does not know this form of answer."""


def endpoint_from(environment: Mapping[str, str]) -> Endpoint | None:
    """The endpoint that LLM_BASE_URL, LLM_MODEL and LLM_API_KEY name; None when it is not set up.

    LLM_TIMEOUT_SECONDS, 1 to 600, gives a slow model more time; what is no such number is 20.

    >>> endpoint_from({"LLM_BASE_URL": "http://127.0.0.1:8080/v1", "LLM_MODEL": "small"}).address
    'http://127.0.0.1:8080/v1/chat/completions'
    >>> endpoint_from({"LLM_BASE_URL": "file:///etc", "LLM_MODEL": "small"}), endpoint_from({})
    (None, None)
    """
    url, model = environment.get("LLM_BASE_URL", "").strip(), environment.get("LLM_MODEL", "").strip()
    if not model or url.partition("://")[0].lower() not in ("http", "https"):
        return None
    key, seconds = environment.get("LLM_API_KEY", "").strip(), environment.get("LLM_TIMEOUT_SECONDS", "").strip()
    allowed = float(seconds) if seconds.isdecimal() and 1 <= int(seconds) <= MOST_SECONDS else TIMEOUT_SECONDS
    return Endpoint(url, model, key, allowed)


def ask(endpoint: Endpoint, rubric: Rubric, answer: str, offline: AnswerMark) -> Opinion:
    """The model's marks of an answer, or the offline ones with a note, when the endpoint's time is up at the latest."""
    if not offline.judgeable:
        return Opinion(offline, False, why=marked("There is too little to ask about."))
    try:
        content = _within(endpoint.timeout_seconds, lambda: _content(endpoint, rubric, answer))
        mark, feedback = read_opinion(content, rubric, answer)
    except _FailedError as error:
        return Opinion(offline, False, why=str(error), values=error.values)
    except UnreadableOpinionError as error:
        return Opinion(offline, False, why=str(error))
    return Opinion(replace(mark, notes=offline.notes), True, feedback)


def _within(timeout: float, work: Callable[[], str]) -> str:
    """What `work` returns; a reply that trickles in letter by letter is given up too, and left to a thread."""
    outcome: SimpleQueue[str | _FailedError] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put(work())
        except _FailedError as error:
            outcome.put(error)

    Thread(target=run, daemon=True, name="second opinion").start()
    try:
        found = outcome.get(timeout=timeout)
    except Empty as error:
        raise _late(timeout) from error
    if isinstance(found, _FailedError):
        raise found
    return found


def _late(timeout: float) -> _FailedError:
    return _FailedError(marked("The model did not reply within {seconds} s."), seconds=f"{timeout:g}")


def _content(endpoint: Endpoint, rubric: Rubric, answer: str) -> str:
    """What the model wrote; a form that the endpoint does not know is followed by the next simpler one."""
    for form in Form:
        try:
            return _written(_post(endpoint, request_body(endpoint.model, rubric, answer, form)))
        except _UnsupportedError:
            continue
    raise _FailedError(marked("The endpoint refused the request; check LLM_MODEL."))


def _written(reply: Any) -> str:
    try:
        choice = reply["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (KeyError, IndexError, TypeError) as error:
        raise _FailedError(marked("The model's reply has no text in it.")) from error
    if reason == "length":
        raise _FailedError(marked("The model's reply was cut off before its end."))
    if not isinstance(content, str) or not content.strip():
        raise _FailedError(marked("The model's reply is empty."))
    return content


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, so that key and answer go nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Refuses."""


_OPENER = urllib.request.build_opener(_NoRedirect)


def _post(endpoint: Endpoint, body: Mapping[str, Any]) -> Any:
    timeout = endpoint.timeout_seconds
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.api_key:
        headers["Authorization"] = f"Bearer {endpoint.api_key}"
    try:
        request = urllib.request.Request(endpoint.address, json.dumps(body).encode(), headers, method="POST")
        with _OPENER.open(request, timeout=timeout) as response:
            return json.loads(response.read(_MOST_BYTES))
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(error.code) from error
    except TimeoutError as error:
        raise _late(timeout) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _late(timeout) from error
        raise _FailedError(marked("The model cannot be reached; check LLM_BASE_URL and the network.")) from error
    except (HTTPException, OSError, ValueError, RecursionError) as error:
        raise _FailedError(
            marked("What came back is not a reply from such an endpoint; check LLM_BASE_URL.")
        ) from error


def _refusal(status: int) -> Exception:
    if status in (400, 422):
        return _UnsupportedError()
    if status in (401, 403):
        return _FailedError(marked("The endpoint refused the key; check LLM_API_KEY."))
    if status == 429:
        return _FailedError(marked("The endpoint has had too many requests; try again in a minute."))
    return _FailedError(marked("The endpoint answered with an error ({status}); try again later."), status=status)
