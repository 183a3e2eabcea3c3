"""The learner's day: it begins at their hour, in their time zone, not at midnight UTC. Pure."""

from datetime import UTC, date, datetime, time, timedelta

from core.quiz.settings import ReviewSettings


def day_of(at: datetime, settings: ReviewSettings) -> date:
    """The learner's day that a moment belongs to; `at` has a time zone.

    >>> day_of(datetime(2026, 3, 2, 2, 30, tzinfo=UTC), ReviewSettings(zone="Europe/Berlin"))
    datetime.date(2026, 3, 1)
    """
    local = at.astimezone(settings.zone_info)
    return local.date() - timedelta(days=local.hour < settings.day_starts_at)


def days_until(day: date, at: datetime, settings: ReviewSettings) -> int:
    """How many days off a date is, as people say it: from midnight on what was tomorrow is today.

    >>> night = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    >>> days_until(date(2026, 3, 3), night, ReviewSettings(zone="Europe/Berlin"))
    1
    """
    return (day - at.astimezone(settings.zone_info).date()).days


def day_start(day: date, settings: ReviewSettings) -> datetime:
    """The moment, in UTC, at which a learner's day begins.

    On the night when clocks go forward over that hour, it is the moment at which they do.

    >>> day_start(datetime(2026, 7, 1).date(), ReviewSettings(zone="Europe/Berlin")).isoformat()
    '2026-07-01T02:00:00+00:00'
    """
    return datetime.combine(day, time(settings.day_starts_at), settings.zone_info).astimezone(UTC)


def day_end(at: datetime, settings: ReviewSettings) -> datetime:
    """The moment, in UTC, at which the learner's day of `at` ends."""
    return day_start(day_of(at, settings) + timedelta(days=1), settings)
