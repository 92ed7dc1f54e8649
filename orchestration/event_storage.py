"""Dagster's events in SQLite, those of many days in one transaction.

Dagster's own storage opens two databases and waits for the disk twice at each event: a year of
days in twelve tables is 8,800 of them. Where events are kept and how they are read is left to it;
its storage in PostgreSQL writes batches by itself. There are batches only where
`DAGSTER_EVENT_BATCH_SIZE` is set, as `serving` does.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dagster import EventLogEntry, StringSource
from dagster._config.config_schema import UserConfigSchema
from dagster._core.events import ASSET_EVENTS
from dagster._core.storage.event_log.schema import SqlEventLogStorageTable
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData


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

    def store_event_batch(self, events: Sequence[EventLogEntry]) -> None:
        """Store what a run made, or plans to make, as one change of each database.

        Args:
            events: Of one run.
        """
        of_assets = [event for event in events if event.dagster_event_type in ASSET_EVENTS]
        # Of checks there is one event each, whatever the number of days.
        for event in events:
            if event.dagster_event_type not in ASSET_EVENTS:
                self.store_event(event)
        if of_assets:
            self._store_asset_events(of_assets)

    def _store_asset_events(self, events: Sequence[EventLogEntry]) -> None:
        rows = [self._event_to_row(event) for event in events]
        table = SqlEventLogStorageTable
        insert = table.insert()
        identified = insert.returning(table.c.id, sort_by_parameter_order=True)
        with self.run_connection(events[0].run_id) as connection:
            connection.execute(insert, rows)
        with self.index_transaction() as connection:
            ids = [row[0] for row in connection.execute(identified, rows)]
            self._store_asset_event_tags(connection, events, ids)
            # Of each asset the table of assets knows its last event of a kind.
            last = {
                (event.get_dagster_event().asset_key, event.dagster_event_type): (event, event_id)
                for event, event_id in zip(events, ids, strict=True)
            }
            for event, event_id in last.values():
                self._store_asset_event(connection, event, event_id)
