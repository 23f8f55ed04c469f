"""The moment, as OpenStack's `oslo_utils.timeutils` gives it."""

# No file has it: what else the module has is not known.
from oslo_utils.timeutils.rest import *

import datetime


def utcnow(with_timezone=False):
    now = datetime.datetime.now(datetime.timezone.utc)
    return now if with_timezone else now.replace(tzinfo=None)
