"""What time it is somewhere, and whether people there are awake."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OPENS = time(9)
CLOSES = time(18)


class UnknownPlace(ValueError):
    """No time zone has this name."""


@dataclass(frozen=True)
class Answer:
    place: str
    time: str
    call: bool


def answer(place: str, now: datetime) -> Answer:
    """`now` must be aware of its own zone."""
    try:
        there = now.astimezone(ZoneInfo(place))
    except (ZoneInfoNotFoundError, ValueError) as cause:
        raise UnknownPlace(f"no time zone is called {place!r}") from cause
    working_day = there.weekday() < 5
    return Answer(place, there.strftime("%H:%M"), working_day and OPENS <= there.time() < CLOSES)
