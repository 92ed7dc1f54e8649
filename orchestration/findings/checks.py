"""What a check found, in words: what is wrong, where, and the numbers it went by."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import dagster as dg
from dagster._core.definitions.asset_checks.asset_check_evaluation import (
    AssetCheckEvaluationTargetMaterializationData,
)
from dagster._core.execution.context.system import StepExecutionContext

from orchestration.history import Drift

FINE = "No problem found."


class Verdict(dg.AssetCheckResult):
    """A check's result that points to the last materialization of its asset.

    So does Dagster's own, but to find it, lists every day there could be, since 1990, for the
    versions of each: a quarter of a second for each of 22 checks.
    """

    def _get_target_materialization_data(
        self, step_context: StepExecutionContext, check_key: dg.AssetCheckKey
    ) -> AssetCheckEvaluationTargetMaterializationData | None:
        return last_made(step_context.instance, check_key.asset_key)


def last_made(
    instance: dg.DagsterInstance, asset: dg.AssetKey
) -> AssetCheckEvaluationTargetMaterializationData | None:
    """Give the last materialization of an asset, as an evaluation points to it."""
    found = instance.fetch_materializations(asset, limit=1).records
    return next(
        (
            AssetCheckEvaluationTargetMaterializationData(
                storage_id=made.storage_id, run_id=made.run_id, timestamp=made.timestamp
            )
            for made in found
        ),
        None,
    )


def judge(
    problems: Sequence[str],
    days: Sequence[date] = (),
    check: dg.AssetCheckKey | None = None,
    *,
    severity: dg.AssetCheckSeverity = dg.AssetCheckSeverity.ERROR,
    metadata: Mapping[str, Any] | None = None,
) -> dg.AssetCheckResult:
    """Fail where there are problems, and say which.

    Args:
        problems: In words, without anything an article says.
        days: Which were looked at.
        check: Which, where one function makes several.
        severity: Whether it is an error or makes someone look.
        metadata: Numbers to follow from one evaluation to the next.
    """
    looked_at: dict[str, Any] = {"n_days": len(days), "days": describe_days(days)} if days else {}
    return Verdict(
        asset_key=check.asset_key if check else None,
        check_name=check.name if check else None,
        passed=not problems,
        severity=severity,
        description="\n".join(problems) or FINE,
        metadata={"n_problems": len(problems), **looked_at, **(metadata or {})},
    )


def warn(
    problems: Sequence[str],
    days: Sequence[date] = (),
    metadata: Mapping[str, Any] | None = None,
) -> dg.AssetCheckResult:
    """Warn where something is unusual, which news may well be."""
    return judge(problems, days, severity=dg.AssetCheckSeverity.WARN, metadata=metadata)


def judge_drift(drift: Drift, what: str, days: Sequence[date]) -> dg.AssetCheckResult:
    """Warn where a share has moved; `what` ends the sentence '12.0 % of …'."""
    now = f"{drift.share:.1%} of {drift.total:,} {what}"
    before = f"{drift.share_before:.1%} of {drift.total_before:,} did in the weeks before"
    numbers: dict[str, Any] = {
        "share": drift.share,
        "n": drift.total,
        "share_before": drift.share_before,
        "n_before": drift.total_before,
    }
    if not drift.is_judged:
        numbers = {**numbers, "note": "no earlier days to compare with"}
    return warn([f"{now}; {before}"] if drift.has_moved else [], days, numbers)


def describe_days(days: Sequence[date]) -> str:
    """Name a few days, or the first and the last of many."""
    ordered = sorted(days)
    if len(ordered) <= 3:  # noqa: PLR2004 -- what reads well on a line
        return ", ".join(map(str, ordered))
    return f"{ordered[0]} … {ordered[-1]}"
