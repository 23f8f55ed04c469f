"""Identifiers, as OpenStack's `oslo_utils.uuidutils` makes them."""

# No file has it: what else the module has is not known.
from oslo_utils.uuidutils.rest import *

import uuid


def generate_uuid(dashed=True):
    made = uuid.uuid4()
    return str(made) if dashed else made.hex
