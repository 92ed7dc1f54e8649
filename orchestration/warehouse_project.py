"""The dbt project as Dagster sees it: keys, groups, and a manifest that is never stale."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtProject
from filelock import FileLock

from orchestration.building import DBT_PROJECT, parse_project, source_files
from orchestration.partitions import UPSTREAM_CHANGED


def load_project() -> DbtProject:
    """Give the project with a manifest that agrees with its files, parsing them when it does not.

    Several processes load the code location at once (server, daemon, each run): one parses.
    """
    project = DbtProject(project_dir=DBT_PROJECT, profiles_dir=DBT_PROJECT)
    project.manifest_path.parent.mkdir(exist_ok=True)
    with FileLock(project.manifest_path.parent / ".parse.lock"):
        if not _is_current(project.manifest_path):
            parse_project()
    return project


def _is_current(manifest: Path) -> bool:
    if not manifest.exists():
        return False
    made_at = manifest.stat().st_mtime_ns
    return all(path.stat().st_mtime_ns < made_at for path in source_files())


class Translator(DagsterDbtTranslator):
    """Sources are the extractor's assets; groups are the project's folders."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Name a source by its table, everything else as dbt does."""
        if dbt_resource_props["resource_type"] == "source":
            return dg.AssetKey(dbt_resource_props["name"])
        return super().get_asset_key(dbt_resource_props)

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Group models by layer, seeds as lexicons."""
        if dbt_resource_props["resource_type"] == "seed":
            return "lexicons"
        return str(dbt_resource_props["fqn"][1])

    def get_automation_condition(
        self,
        dbt_resource_props: Mapping[str, Any],  # noqa: ARG002 -- alike for all
    ) -> dg.AutomationCondition[Any]:
        """Build when something upstream has changed."""
        return UPSTREAM_CHANGED
