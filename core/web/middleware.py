"""What every request passes before Streamlit, outermost first; and what answers when one fails."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from core.export.learner_json import MAX_BYTES
from core.join.join import Join
from core.web.binary_frames import BinaryFrames
from core.web.cards import read_cards
from core.web.cookie import LearnerCookie
from core.web.document import Document
from core.web.few_uploads import FewUploads
from core.web.kept_files import KeptFiles
from core.web.not_found import NotFound
from core.web.security_headers import SecurityHeaders, server_error
from core.web.share import Share

MOST_EXPORTS = 4
"""So many of the largest files, a learner's exports, may wait in memory: each is read as soon as it is there."""


def _gone(_: Request, __: Exception) -> Response:
    """For a browser that left before it had sent all, a large file perhaps: no fault, and nobody hears the answer."""
    return Response(status_code=400)


FAILED = {ClientDisconnect: _gone, Exception: server_error}


@dataclass(frozen=True)
class Head:
    """What documents get beside their tags: additions by path, the hashes of scripts that pages may add, an ending.

    `files` are those that documents ask for, by their addresses.
    """

    additions: Mapping[str, str]
    scripts: Sequence[str]
    ending: str
    files: Mapping[str, Path]


def middleware(
    secret: str, head: Head, pages: Path, join: Callable[[], Join], now: Callable[[], datetime]
) -> list[Middleware]:
    """Bytes for websockets; headers; files from memory; unknown addresses are told; cookie; head; bounded uploads.

    Args:
        secret: signs the cookie.
        head: what each document gets.
        pages: the folder of the pages; what is no page there is not found.
        join: gives what has an address, for the title of a shared link.
        now: the clock by which a cookie is given again.
    """
    cards = read_cards(pages)
    return [
        Middleware(BinaryFrames),
        Middleware(SecurityHeaders),
        Middleware(KeptFiles, files=head.files),
        Middleware(NotFound, pages=cards),
        Middleware(LearnerCookie, secret=secret, now=now),
        Middleware(
            Document,
            additions=head.additions,
            scripts=head.scripts,
            ending=head.ending,
            tags=Share(cards, join).tags,
        ),
        Middleware(FewUploads, most_bytes=MOST_EXPORTS * MAX_BYTES),
    ]
