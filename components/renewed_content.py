"""What an author changed in the content's files is there after a reload of the page."""

import logging

from components import session
from core.content.loader import said_with_line
from core.content.problems import ContentError
from core.content.translation_loader import load_languages
from core.web.process import EDITIONS


def renewed_content() -> None:
    """Looks at the files when a visit begins; content that is wrong changes nothing, and the log says what is wrong."""
    if not session.once("content.looked", "here") or not EDITIONS.turned():
        return
    log = logging.getLogger(__name__)
    try:
        load_languages()
    except ContentError as error:
        told = "\n".join(f"  {said_with_line(one)}" for one in error.problems)
        log.error("The content was changed and is wrong; what was there before is still shown:\n%s", told)
        return
    session.forget_content()
    log.info("The content was changed and is read anew.")
