"""How often Python looks for garbage while pages are read: the same in every process that reads them."""

import gc

_NEW_OBJECTS = 100_000
"""New objects before it looks: at its own 700 that is a tenth of what a cold `read` of one page takes, and 7% of reading two thousand. A cold search
makes 30,000."""


def collect_seldom() -> None:
    """Has this process look for garbage seldom. What it then keeps longer is 7 MB after two thousand pages."""
    gc.set_threshold(_NEW_OBJECTS)
