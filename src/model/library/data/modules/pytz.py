"""Of pytz what needs no table of zones."""

import datetime

# No file has it: the zones' rules are data of the package, and what else it has is not known.
from pytz.rest import *
from pytz.rest import zone

UTC = utc = datetime.timezone.utc


def timezone(name):
    return utc if name.upper() == "UTC" else zone(name)
