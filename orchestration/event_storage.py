"""Dagster's events in SQLite, those of many days in one transaction.

Dagster's own storage opens two databases and waits for the disk twice at each event: a year of
days in twelve tables is 8,800 of them. Half of these say what a run means to make; here that is one
event a table, and its days are rows of the index only. Where events are kept and how they are read
is left to Dagster; its storage in PostgreSQL writes batches by itself. There are batches only where
`DAGSTER_EVENT_BATCH_SIZE` is set, as `serving` does.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dagster import EventLogEntry, StringSource
from dagster._config.config_schema import UserConfigSchema
from dagster._core.definitions.asset_checks.asset_check_evaluation import (
    AssetCheckEvaluationPlanned,
)
from dagster._core.definitions.partitions.subset import PartitionsSubset
from dagster._core.events import ASSET_CHECK_EVENTS, ASSET_EVENTS
from dagster._core.storage.event_log.schema import SqlEventLogStorageTable
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, NullPool, create_engine
from sqlalchemy import event as engine_event

# What is stored in the run's database and in the index alike.
TOGETHER = ASSET_EVENTS | ASSET_CHECK_EVENTS
MOST_ENGINES = 16


class EventStorage(SqliteEventLogStorage):
    """SQLite storage, under the folder where Dagster's own has it, that writes in batches."""

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        """Ask for `home`: the folder that DAGSTER_HOME names."""
        return {"home": StringSource}

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, Any]
    ) -> "EventStorage":
        """Open the storage of an instance."""
        base = Path(config_value["home"]) / "history" / "runs"
        return cls(base_dir=str(base), inst_data=inst_data)

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        """Begin with no database looked at."""
        self._engines: dict[str, Engine] = {}
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        """Open a database in a transaction, as Dagster does, by an engine that is kept.

        Dagster makes one for each connection, which compiles every statement anew: two thirds of
        the time of storing one event.
        """
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def _engine(self, shard: str) -> Engine:
        # A page that lists runs looks at a database each.
        if len(self._engines) >= MOST_ENGINES:
            self._engines.clear()
        if shard not in self._engines:
            engine = create_engine(
                self.conn_string_for_shard(shard),
                poolclass=NullPool,
                connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS},
            )
            engine_event.listen(engine, "connect", _undo_in_memory)
            self._engines[shard] = engine
        return self._engines[shard]

    @property
    def supports_partition_subset_in_asset_materialization_planned_events(self) -> bool:
        """Take what is planned for many days as one event; `_for_index` tells them apart."""
        return True

    def store_event(self, event: EventLogEntry) -> None:
        """Store one event, as Dagster does unless it is one that plans many days."""
        if _planned_days(event):
            self._store_together([event])
        else:
            super().store_event(event)

    def store_event_batch(self, events: Sequence[EventLogEntry]) -> None:
        """Store what a run made, or plans to make, as one change of each database.

        Args:
            events: Of one run.
        """
        together = [event for event in events if event.dagster_event_type in TOGETHER]
        for event in events:
            if event.dagster_event_type not in TOGETHER:
                self.store_event(event)
        if together:
            self._store_together(together)

    def _store_together(self, at_once: Sequence[EventLogEntry]) -> None:
        events = _apart(at_once)
        rows = [self._event_to_row(event) for event in events]
        table = SqlEventLogStorageTable
        insert = table.insert()
        identified = insert.returning(table.c.id, sort_by_parameter_order=True)
        with self.run_connection(events[0].run_id) as connection:
            connection.execute(insert, rows)
        indexed = [
            (event, row)
            for event, whole in zip(events, rows, strict=True)
            for row in _for_index(event, whole)
        ]
        with self.index_transaction() as connection:
            ids = [row[0] for row in connection.execute(identified, [row for _, row in indexed])]
            stored = [(event, n) for (event, _), n in zip(indexed, ids, strict=True)]
            self._note_assets(connection, [one for one in stored if _is_of_asset(one[0])])
        for event, event_id in stored:
            if event.dagster_event_type in ASSET_CHECK_EVENTS:
                self.store_asset_check_event(event, event_id)

    def _note_assets(
        self, connection: Connection, stored: Sequence[tuple[EventLogEntry, int]]
    ) -> None:
        """Store the tags of events that the index has, and of each asset its last event."""
        events, ids = [event for event, _ in stored], [event_id for _, event_id in stored]
        self._store_asset_event_tags(connection, events, ids)
        # Of a kind: what was planned last, and what was made last.
        last = {
            (event.get_dagster_event().asset_key, event.dagster_event_type): (event, event_id)
            for event, event_id in stored
        }
        for event, event_id in last.values():
            self._store_asset_event(connection, event, event_id)

    def _store_asset_check_evaluation_planned(
        self, event: EventLogEntry, event_id: int | None
    ) -> None:
        """Store that a run means to make a check: once, as it then makes it once for all its days.

        Dagster would store it of each day, and wait for evaluations of days that never come.
        """
        planned = event.get_dagster_event()
        check = planned.asset_check_planned_data
        of_run = AssetCheckEvaluationPlanned(asset_key=check.asset_key, check_name=check.check_name)
        whole = event._replace(dagster_event=planned._replace(event_specific_data=of_run))
        super()._store_asset_check_evaluation_planned(whole, event_id)


def _undo_in_memory(connection: Any, _: object) -> None:
    """Let SQLite keep what would undo a statement of many rows in memory.

    In a file of its own it is two thirds of all that storing a year of days writes.
    """
    connection.execute("pragma temp_store = memory")


def _apart(events: Sequence[EventLogEntry]) -> list[EventLogEntry]:
    """Give the events at least a millisecond apart: of those of one moment the UI lists but one."""
    moment = math.inf
    apart = []
    for event in reversed(events):
        moment = min(event.timestamp, moment - 0.001)
        apart.append(event if event.timestamp == moment else event._replace(timestamp=moment))
    return apart[::-1]


def _is_of_asset(event: EventLogEntry) -> bool:
    return event.dagster_event_type in ASSET_EVENTS


def _planned_days(event: EventLogEntry) -> PartitionsSubset | None:
    """Give the days that an event plans to make, where it plans several."""
    return event.dagster_event.partitions_subset if event.dagster_event else None


def _for_index(event: EventLogEntry, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Give an event's rows for where days are looked up: one a day, so that each can fail."""
    days = _planned_days(event)
    return [{**row, "partition": day} for day in days.get_partition_keys()] if days else [row]
