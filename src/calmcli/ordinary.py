"""Reading what stands in a file's place, without waiting for it and without reading too much.

Standard library only, and little of it: help now and the first words are read through it.
"""

import os
from stat import S_ISDIR, S_ISREG

# Nothing blocks on a pipe without a writer, and no program we start inherits the file.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


class NotOrdinary(OSError):  # noqa: N818  it says what stands there
    """A pipe, a device or a socket, which may never begin or never end."""


def read_ordinary(path: "str | os.PathLike[str]", most_bytes: int) -> bytes:
    """The bytes of an ordinary file; of one that is longer than that, one byte more.

    Raises OSError, IsADirectoryError and NotOrdinary among them, and ValueError for a path that
    can be none.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if S_ISDIR(mode):
            raise IsADirectoryError(path)
        if not S_ISREG(mode):
            raise NotOrdinary(path)
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(most_bytes + 1)
    finally:
        os.close(descriptor)
