"""What can go wrong, as one message that says what to do and one exit code.

A failure that is not listed here is a mistake of the program's own, and shows its traceback.
"""

import errno
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from enum import IntEnum

import typer

from extract.evaluation.gold import NoGoldError
from orchestration.building import BuildFailedError
from orchestration.checks import CheckFailedError
from orchestration.home import HomeBusyError
from orchestration.queries import QuestionError


class ExitCode(IntEnum):
    """How `marsad` ends; the numbers are part of what scripts rely on."""

    DONE = 0
    FAILED = 1
    MISUSED = 2
    NOTHING_READ = 3
    BUSY = 4
    STOPPED = 130


EXPECTED = (
    OSError,
    HomeBusyError,
    NoGoldError,
    QuestionError,
    CheckFailedError,
    BuildFailedError,
    BrokenProcessPool,
    KeyboardInterrupt,
)


@contextmanager
def plain_errors() -> Iterator[None]:
    """End the command with one message and an exit code when one of the `EXPECTED` comes."""
    try:
        yield
    except EXPECTED as error:
        fail(*describe(error))


def fail(message: str, code: ExitCode) -> None:
    """End the command with a message on standard error."""
    typer.echo(f"marsad: {message}", err=True)
    raise typer.Exit(code)


def describe(error: BaseException) -> tuple[str, ExitCode]:
    """Say what one of the `EXPECTED` failures means for who started the command."""
    if isinstance(error, KeyboardInterrupt):
        return "stopped; run it again to go on from here", ExitCode.STOPPED
    if isinstance(error, HomeBusyError):
        return str(error), ExitCode.BUSY
    if isinstance(error, NoGoldError) or _is_missing_path(error):
        return str(error), ExitCode.NOTHING_READ
    return _describe_failure(error), ExitCode.FAILED


def _is_missing_path(error: BaseException) -> bool:
    """Whether it is what `find_files` says of a path that is not there."""
    return isinstance(error, FileNotFoundError) and not error.errno


def _describe_failure(error: BaseException) -> str:
    if isinstance(error, CheckFailedError):
        return f"what was read breaks the contract, so nothing was built:\n{error}"
    if isinstance(error, BuildFailedError):
        return f"nothing was published; readers keep what they had:\n{error}"
    if isinstance(error, BrokenProcessPool):
        return "a reading process died, perhaps for want of memory: run again with fewer --workers"
    if isinstance(error, OSError):
        return _describe_os_error(error)
    return str(error)


def _describe_os_error(error: OSError) -> str:
    place = error.filename or "the home"
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"no space left for {place}: free some and run again; what was done is kept"
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return f"no right to write or read {place}: MARSAD_HOME must be a folder of your own"
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)
