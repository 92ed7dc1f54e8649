"""Progress drawn in a terminal: what is being done, how far, how fast."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text


class _Steps(ProgressColumn):
    """Steps done, of how many, and how many a second; nothing where a stage has no steps."""

    def render(self, task: Task) -> Text:
        if not task.fields["is_counted"]:
            return Text("")
        # Steps come by the batch, so the mean since the start says more than the last few.
        seconds = task.elapsed or 0
        rate = f" {task.completed / seconds:,.0f}/s" if seconds and task.completed else ""
        return Text(f"{task.completed:,.0f}/{task.total or 0:,.0f}{rate}")


class ProgressBar:
    """One line a stage; in a pipe or a log, only the last state of each is printed."""

    def __init__(self, console: Console) -> None:
        """Draw on `console`; it should be standard error, so that output can be piped."""
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            _Steps(),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=console)
        self._task: TaskID | None = None
        self._total: int | None = None

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the last state on the screen."""
        self._finish()
        self._progress.stop()

    def begin(self, stage: str, total: int | None) -> None:
        """Close the line of the stage before and open one for this."""
        self._finish()
        self._total = total
        self._task = self._progress.add_task(stage, total=total, is_counted=bool(total))

    def advance(self, steps: int = 1) -> None:
        """Move the open line."""
        if self._task is not None:
            self._progress.advance(self._task, steps)

    def _finish(self) -> None:
        if self._task is not None:
            if not self._total:
                # Without steps there is nothing that would fill the bar.
                self._progress.update(self._task, total=1, completed=1)
            self._progress.stop_task(self._task)
        self._task = None
