"""Disks, locks and clocks that fail, while readers look on: the next run puts everything right."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from observing import Newsroom, content_of, readers_looking_on, run_to_the_end, start_run

from orchestration.home import Home

pytestmark = pytest.mark.slow

BUSY, FAILED, STOPPED = 4, 1, 130
Content = Mapping[str, str]
# Each builds a warehouse once or twice: together they would take a third of the time that CI has.
in_full_only = pytest.mark.skipif(
    "MARSAD_FAULTS" not in os.environ, reason="MARSAD_FAULTS=1 tries every fault"
)


@contextmanager
def mounted(place: Path, options: str) -> Iterator[None]:
    """Mount a file system in memory; skip the test where that is not allowed."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"needs the right to mount a file system: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def remount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@contextmanager
def small_disk(newsroom: Newsroom, place: Path, spare: int) -> Iterator[Newsroom]:
    """Move the home to a disk with so many bytes to spare."""
    # Every file takes whole pages.
    with mounted(place, "size=1g"):
        subprocess.run(["cp", "-r", str(newsroom.home.root), str(place)], check=True)
        used = os.statvfs(place)
        taken = (used.f_blocks - used.f_bfree) * used.f_frsize
        remount(place, f"size={taken + spare}")
        yield replace(newsroom, home=Home.at(place / "home"))


# Room for none of it; for the reading, but not for what dbt builds.
@pytest.mark.parametrize("spare", [16_384, pytest.param(3_000_000, marks=in_full_only)])
def test_full_disk_fails_in_words_and_is_made_good(
    newsroom: Newsroom, undisturbed: Content, tmp_path: Path, spare: int
) -> None:
    place = tmp_path / "disk"
    with small_disk(newsroom, place, spare) as on_disk, readers_looking_on(on_disk.home):
        code, errors = run_to_the_end(on_disk.home, on_disk.inbox)
        assert code == FAILED
        assert "space" in errors
        assert "Traceback" not in errors
        remount(place, "size=1g")
        assert on_disk.finish() == undisturbed


@in_full_only
def test_read_only_disk_is_named_and_still_read_from(
    newsroom: Newsroom, undisturbed: Content, tmp_path: Path
) -> None:
    place = tmp_path / "disk"
    with small_disk(newsroom, place, 1 << 28) as on_disk:
        remount(place, "ro")
        with readers_looking_on(on_disk.home):
            code, errors = run_to_the_end(on_disk.home, on_disk.inbox)
        assert code == FAILED
        assert "MARSAD_HOME must be a folder of your own" in errors
        for command in (["sql", "who_speaks_most"], ["status"]):
            marsad = [str(Path(sys.executable).with_name("marsad")), *command]
            environment = {**os.environ, "MARSAD_HOME": str(on_disk.home.root)}
            subprocess.run(marsad, env=environment, check=True, capture_output=True)
        remount(place, "rw")
        assert on_disk.finish() == undisturbed


@in_full_only
def test_user_without_a_folder_that_can_be_written_still_has_a_warehouse(
    newsroom: Newsroom, undisturbed: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "nowhere"
    with mounted(place, "ro"):
        monkeypatch.delenv("MARSAD_CACHE")
        monkeypatch.setenv("HOME", str(place))
        monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        assert newsroom.finish() == undisturbed


@in_full_only
def test_parquet_cut_short_is_made_again(newsroom: Newsroom, undisturbed: Content) -> None:
    assert newsroom.finish() == undisturbed
    random = Random(7)  # noqa: S311 - which files, not secrets
    root = newsroom.home.root
    with readers_looking_on(newsroom.home):
        for folder in ("tables/_days", "tables/documents", "tables/quotes", "tables", "manifest"):
            for path in random.sample(sorted((root / folder).rglob("*.parquet")), 3):
                os.truncate(path, random.randrange(path.stat().st_size))
        assert newsroom.finish() == undisturbed


@in_full_only
def test_build_database_in_use_is_named_and_left_alone(
    newsroom: Newsroom, undisturbed: Content
) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(); input()"
    command = [sys.executable, "-c", hold, str(newsroom.home.build_database)]
    with readers_looking_on(newsroom.home):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
            assert holder.stdout
            holder.stdout.readline()
            code, errors = run_to_the_end(newsroom.home, newsroom.inbox)
            holder.communicate(b"\n")
        assert code == FAILED
        assert "is another program using it?" in errors
        assert newsroom.finish() == undisturbed


@in_full_only
def test_build_database_cut_short_is_made_anew(newsroom: Newsroom, undisturbed: Content) -> None:
    os.truncate(newsroom.home.build_database, 500_000)
    with readers_looking_on(newsroom.home):
        assert newsroom.finish() == undisturbed


@in_full_only
def test_of_two_runs_at_once_one_works_and_one_waits_or_leaves(
    newsroom: Newsroom, undisturbed: Content
) -> None:
    with readers_looking_on(newsroom.home):
        runs = [start_run(newsroom.home, newsroom.inbox) for _ in range(2)]
        patient = start_run(newsroom.home, newsroom.inbox, "--wait", "-1")
        errors = [run.communicate()[1] for run in runs]
        assert sorted(run.returncode for run in runs)[-1] == BUSY, errors
        patient.communicate()
        assert patient.returncode == 0
    assert newsroom.finish() == undisturbed


@in_full_only
def test_clock_that_jumps_changes_nothing(newsroom: Newsroom, undisturbed: Content) -> None:
    in_a_year = time.time() + 365 * 86_400
    for n, path in enumerate(sorted(newsroom.home.root.rglob("*"))):
        # Some files come from the future, the others from 1970.
        moment = in_a_year if n % 2 else 0
        os.utime(path, (moment, moment))
    with readers_looking_on(newsroom.home):
        assert newsroom.finish() == undisturbed


# In the midst of the reading, and of dbt.
@in_full_only
@pytest.mark.parametrize("sign", ["manifest/records.parquet", "dbt/dbt.log"])
def test_ctrl_c_stops_in_good_order(newsroom: Newsroom, undisturbed: Content, sign: str) -> None:
    began = time.time() - 0.01
    with readers_looking_on(newsroom.home):
        process = start_run(newsroom.home, newsroom.inbox, "--workers", "2")
        while (newsroom.home.root / sign).stat().st_mtime < began:
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(1)
        # As a terminal does: to every process of the group.
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == STOPPED, errors
        assert "run it again to go on from here" in errors
        assert "Traceback" not in errors
        assert newsroom.finish() == undisturbed
    assert content_of(newsroom.home) == undisturbed
