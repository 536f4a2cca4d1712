"""What day it is: the one place of the command line that looks at a clock."""

from datetime import date, datetime

PLACE = "Europe/Brussels"


def today() -> date:
    """The day it is in Brussels; of this computer where its time zones are not installed."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.now(ZoneInfo(PLACE)).date()
    except ZoneInfoNotFoundError:
        return datetime.now().date()
