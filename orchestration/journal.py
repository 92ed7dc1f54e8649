"""What became of the last `marsad run` in a home, for who did not watch it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from orchestration.failures import ExitCode, describe
from orchestration.home import Home, HomeBusyError


@contextmanager
def kept(home: Home) -> Iterator[None]:
    """Write down that a run has begun, and how it ended; the caller holds the home's lock."""
    began = datetime.now(UTC).isoformat(timespec="seconds")
    _write(home, {"began_at": began, "outcome": "running", "detail": None})
    outcome, detail = "done", None
    try:
        yield
    except BaseException as error:
        detail, code = describe(error)
        outcome = "stopped" if code is ExitCode.STOPPED else "failed"
        raise
    finally:
        ended = datetime.now(UTC).isoformat(timespec="seconds")
        note = {"began_at": began, "ended_at": ended, "outcome": outcome, "detail": detail}
        _write(home, note)


def _write(home: Home, note: dict[str, str | None]) -> None:
    aside = home.journal.with_suffix(".new")
    # A full disk fails the run itself, in plainer words than the journal's.
    with suppress(OSError):
        aside.write_text(json.dumps(note, ensure_ascii=False) + "\n")
        aside.replace(home.journal)


def read_journal(home: Home) -> dict[str, str | None]:
    """Say how the last run went; its `outcome` is that of a process that may be there no more.

    Returns:
        `began_at`, `ended_at` (UTC), `outcome` (`done`, `failed`, `stopped`, `running`, `killed`,
        `none`), `detail`.
    """
    try:
        note: dict[str, str | None] = json.loads(home.journal.read_text())
    except (OSError, ValueError):
        return {"began_at": None, "ended_at": None, "outcome": "none", "detail": None}
    if note["outcome"] == "running" and not _is_busy(home):
        note = {**note, "outcome": "killed", "detail": "run it again to go on from here"}
    return {"ended_at": None, **note}


def _is_busy(home: Home) -> bool:
    try:
        with home.locked():
            return False
    except HomeBusyError:
        return True
    except OSError:
        return False
