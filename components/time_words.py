"""A length of time, in words."""

from core.language.text import t


def time_words(seconds: float) -> str:
    """Two units at most: 42 s, 3 min 5 s, 2 h 10 min; days once it is longer than one."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours >= 24:
        return t("{days} d {hours} h", days=hours // 24, hours=hours % 24)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {whole % 60} s" if minutes else f"{whole} s"
