"""Encoding of the records: the dictionary is trained once there are enough, and those before it are encoded again in the end."""

from backfile.archive.store.story_records import Records, Stored
from backfile.archive.store.writer import Store


def keep_encoding(store: Store, *, is_end: bool = False) -> None:
    """Train the dictionary where it is due; at the end of an adding encode with it what was stored before there was one."""
    if store.records.is_training_due:
        store.keep_dictionary(store.records.train())
    if is_end and (again := encode_again(store.records)):
        store.put_again(again)


def encode_again(records: Records) -> list[tuple[int, Stored]]:
    """The records that were stored before there was a dictionary, encoded with it."""
    return [(version, records.encoded(version)) for version in records.unencoded()]
