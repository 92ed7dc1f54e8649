"""The dbt project as Dagster sees it: keys, groups, and a manifest that is never stale."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtProject
from filelock import FileLock

from orchestration.building import DBT_PROJECT, parse_project, source_files
from orchestration.describing import OWNERS, describe_test, links, tags_of
from orchestration.partitions import UPSTREAM_CHANGED

# For a place where news lands daily; judged only where `dagster.yaml` says `freshness: enabled`.
DAILY_NEWS = dg.FreshnessPolicy.time_window(
    fail_window=timedelta(hours=48), warn_window=timedelta(hours=26)
)


@cache
def load_project() -> DbtProject:
    """Give the project with a manifest that agrees with its files, parsing them when it does not.

    Several processes load the code location at once (server, daemon, each run): one parses.
    """
    project = DbtProject(project_dir=DBT_PROJECT, profiles_dir=DBT_PROJECT)
    project.manifest_path.parent.mkdir(exist_ok=True)
    with FileLock(project.manifest_path.parent / ".parse.lock"):
        if not is_current(project.manifest_path, source_files()):
            parse_project()
            note_sources(project.manifest_path, source_files())
    return project


@cache
def load_manifest() -> Mapping[str, Any]:
    """Read the project's manifest: its models, sources, columns and descriptions."""
    manifest: dict[str, Any] = json.loads(load_project().manifest_path.read_text())
    return manifest


def is_current(manifest: Path, sources: Iterable[Path]) -> bool:
    """Say whether a manifest is the one that was made of these files as they are.

    Their times say nothing: a checkout gives old content a new time, an archive new content an
    old one.
    """
    note = _note_of(manifest)
    if not manifest.exists() or not note.exists():
        return False
    return note.read_text() == _hash_parse(manifest, sources)


def note_sources(manifest: Path, sources: Iterable[Path]) -> None:
    """Remember of which files a manifest was made."""
    _note_of(manifest).write_text(_hash_parse(manifest, sources))


def _note_of(manifest: Path) -> Path:
    return manifest.with_suffix(".sha256")


def _hash_parse(manifest: Path, sources: Iterable[Path]) -> str:
    """Hash a manifest, which any dbt command may write, with the files that it stands for."""
    digest = hashlib.sha256()
    for path in (manifest, *sources):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


class Translator(DagsterDbtTranslator):
    """Sources are the extractor's assets; groups are the project's folders."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """Name a source by its table, everything else as dbt does."""
        if dbt_resource_props["resource_type"] == "source":
            return dg.AssetKey(dbt_resource_props["name"])
        return super().get_asset_key(dbt_resource_props)

    def get_asset_spec(
        self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None
    ) -> dg.AssetSpec:
        """Expect marts to be new each day."""
        spec = super().get_asset_spec(manifest, unique_id, project)
        if spec.group_name == "marts":
            return spec.replace_attributes(freshness_policy=DAILY_NEWS)
        return spec

    def get_asset_check_spec(
        self,
        asset_spec: dg.AssetSpec,
        manifest: Mapping[str, Any],
        unique_id: str,
        project: DbtProject | None,
    ) -> dg.AssetCheckSpec | None:
        """Say what a test asks, where dbt has but a name."""
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        return spec and spec._replace(description=describe_test(manifest["nodes"][unique_id]))

    def get_metadata(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, Any]:
        """Add where to read more to columns and types."""
        return {**super().get_metadata(dbt_resource_props), **links(dbt_resource_props)}

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:  # noqa: ARG002
        """Name who to ask."""
        return OWNERS

    def get_tags(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, str]:
        """Add the domain to dbt's own tags."""
        return {**super().get_tags(dbt_resource_props), **tags_of(dbt_resource_props["name"])}

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Group models by layer, seeds as lexicons, snapshots by themselves."""
        kinds = {"seed": "lexicons", "snapshot": "snapshots"}
        if dbt_resource_props["resource_type"] in kinds:
            return kinds[dbt_resource_props["resource_type"]]
        return str(dbt_resource_props["fqn"][1])

    def get_automation_condition(
        self,
        dbt_resource_props: Mapping[str, Any],  # noqa: ARG002 -- alike for all
    ) -> dg.AutomationCondition[Any]:
        """Build when something upstream has changed."""
        return UPSTREAM_CHANGED
