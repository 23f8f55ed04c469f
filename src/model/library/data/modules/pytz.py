"""Of pytz what needs no table of zones."""

import datetime

# No file has it: the zones' rules are data of the package.
from pytz.zones import zone

UTC = utc = datetime.timezone.utc


def timezone(name):
    return utc if name.upper() == "UTC" else zone(name)
