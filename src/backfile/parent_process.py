"""Worker processes that end with the one that began them, also where that is killed with -9.

multiprocessing gives each a pipe whose other end only the first process holds. The kernel is asked to signal this process when
that end is closed (O_ASYNC), and the signal's own action is to end it: so it ends in the middle of whatever it is at, a search for
a pattern in compiled code too, which no thread of its own could break off.
"""

import fcntl
import multiprocessing
import os
import select


def end_with_parent() -> None:
    """Have this process, which multiprocessing began, end as soon as its parent has ended."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    pipe = parent.sentinel
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([pipe], [], [], 0)[0]:  # it had ended before the kernel was asked
        os._exit(1)
