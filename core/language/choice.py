"""Which language a visitor is taken to want, by what their browser or their address says. Pure."""

from core.language.catalogue import languages

LANGUAGE_COOKIE = "llm_ladder_language"
LANGUAGE_PARAM = "lang"


def known_language(wish: str | None) -> str | None:
    """The code of an available language for a wish such as `de-AT`; None when there is none.

    >>> known_language("de-AT"), known_language("EN_us"), known_language("tlh"), known_language(None)
    ('de', 'en', None, None)
    """
    code = (wish or "").replace("_", "-").split("-")[0].lower()
    return code if code in languages() else None


def accepted_language(header: str) -> str | None:
    """The first language of an `Accept-Language` header, when there is one; its browser names the dearest first.

    >>> accepted_language("de-DE,de;q=0.9,en;q=0.8"), accepted_language("fr, de;q=0.5"), accepted_language("")
    ('de', None, None)
    """
    return known_language(header.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].strip())
