"""The indexes that `sync_enum_values` makes anew."""

import typing


class TableIndex(typing.NamedTuple):
    name: str
    definition: str
