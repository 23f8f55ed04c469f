"""Of dateutil.tz what needs no table of zones."""

import datetime

UTC = datetime.timezone.utc


def tzutc():
    return UTC
