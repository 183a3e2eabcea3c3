"""Whether something is new since its page was opened, instead of once per visit."""

from components import session


def once_per_opening(name: str, token: str) -> bool:
    """Whether `token` is new under this name, or its page has been opened anew since it came."""
    return session.once(name, f"{session.kept('page.openings')} {token}")
