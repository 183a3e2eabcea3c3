"""What a press has noted for the run after it, such as that the focus went with its button."""

from components import session


def asked_once(name: str) -> bool:
    """Whether something is noted under the name; the note is gone then."""
    noted = bool(session.kept(name))
    if noted:
        session.keep(name, None)
    return noted
