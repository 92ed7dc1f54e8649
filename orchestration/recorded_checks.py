"""What the checks say of days and of a warehouse that were made outside of Dagster.

`marsad run` builds nothing on tables that break the contract and publishes nothing that fails a
test; without these evaluations the UI would call every check of what it made "not evaluated".
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

import dagster as dg
from dagster import AssetCheckEvaluation, AssetCheckKey, DagsterInstance
from dagster._core.definitions.metadata import normalize_metadata
from dagster_dbt.asset_utils import get_asset_check_key_for_test

from orchestration.defs import checks
from orchestration.findings.checks import FINE, last_made
from orchestration.home import Home
from orchestration.resources import Observatory
from orchestration.warehouse_project import Translator

Judged = tuple[AssetCheckKey, dg.AssetCheckResult]

# What dbt says of a test that has run; anything else says that it has not.
FOUND = {"pass": True, "warn": False, "fail": False}
STANDING = (
    checks.counts_reconcile,
    checks.accuracy_keeps_its_floors,
    checks.days_are_current,
    checks.volume_is_usual,
    checks.unresolved_speakers_are_usual,
    checks.unknown_words_are_usual,
    checks.news_still_lands,
    checks.word_lists_lack_nothing_common,
)


def judge_days(home: Home, days: Sequence[date]) -> Iterator[Judged]:
    """Judge the columns and spans of some days' tables."""
    of_columns, of_spans = (
        checks.columns_follow_the_contract.check_keys,
        checks.spans_stand_in_their_text.check_keys,
    )
    for result in (
        *checks.judge_columns(home, days, of_columns),
        *checks.judge_spans(home, days, of_spans),
    ):
        # Where one function makes several, each says which it is.
        assert result.asset_key  # noqa: S101
        assert result.check_name  # noqa: S101
        yield AssetCheckKey(result.asset_key, result.check_name), result


def judge_warehouse() -> Iterator[Judged]:
    """Judge what stands in the home that `MARSAD_HOME` names."""
    for check in STANDING:
        [key] = check.check_keys
        result = check(observatory=Observatory())
        assert isinstance(result, dg.AssetCheckResult)  # noqa: S101 - Dagster gives what it gave
        yield key, result


def judge_build(home: Home, manifest: Mapping[str, Any]) -> Iterator[Judged]:
    """Give what the tests of the last build found: nothing, where that has not been kept.

    Args:
        home: Whose build it is.
        manifest: Of that build.
    """
    if not home.build_results.exists():
        return
    translator = Translator()
    results = json.loads(home.build_results.read_text())["results"]
    for result in results:
        if result["unique_id"].startswith("test.") and result["status"] in FOUND:
            key = get_asset_check_key_for_test(manifest, translator, result["unique_id"], None)
            if key:
                yield key, _test_result(result)


def _test_result(result: Mapping[str, Any]) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity
    numbers = {"n_problems": result["failures"] or 0, "seconds": round(result["execution_time"], 3)}
    return dg.AssetCheckResult(
        passed=FOUND[result["status"]],
        severity=severity.WARN if result["status"] == "warn" else severity.ERROR,
        description=result["message"] or FINE,
        metadata=numbers,
    )


def evaluations(
    instance: DagsterInstance, judged: Iterable[Judged]
) -> Iterator[AssetCheckEvaluation]:
    """Give evaluations, each of the last materialization of its asset."""
    made = cache(partial(last_made, instance))
    for key, result in judged:
        yield AssetCheckEvaluation(
            asset_key=key.asset_key,
            check_name=key.name,
            passed=result.passed,
            metadata=normalize_metadata(result.metadata or {}),
            target_materialization_data=made(key.asset_key),
            severity=result.severity,
            description=result.description,
        )
