"""A fault on its way from the layer that met it to the loop that reports it. Never leaves this package."""

from backfile.model.capture import Place, Skipped, SkipReason


class Fault(Exception):
    """Bytes that cannot be read, with the reason and, where it is known, the byte in the file being read."""

    def __init__(self, reason: SkipReason, message: str, offset: int | None = None) -> None:
        super().__init__(reason, message, offset)
        self.reason = reason
        self.message = message
        self.offset = offset

    def at(self, place: Place) -> Skipped:
        """The fault as a record, at `place` or at its own byte inside that file."""
        if self.offset is not None:
            place = place._replace(offset=self.offset, length=None)
        return Skipped(place, self.reason, self.message)


def fault_of_os_error(error: OSError) -> Fault:
    """What the operating system said, as a reason and a line for a person."""
    if isinstance(error, FileNotFoundError):
        return Fault(SkipReason.MISSING_FILE, "There is no such file or folder. Check the name.")
    if isinstance(error, PermissionError):
        return Fault(
            SkipReason.NO_PERMISSION, "No permission to read this. Change its permissions or run as its owner."
        )
    detail = error.strerror or str(error)
    return Fault(SkipReason.UNREADABLE, f"The disk gave an error ({detail}). Check the disk, then try again.")
