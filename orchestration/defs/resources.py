"""Resources that the assets ask for by name, and how a run executes."""

import os

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration.building import DBT, DBT_PROJECT
from orchestration.resources import LOCK_TIMEOUT_VARIABLE, WORKERS_VARIABLE, Observatory


@dg.definitions
def resources() -> dg.Definitions:
    """Give the resources, which take from the environment what it sets, and the executor."""
    place = str(DBT_PROJECT)
    dbt = DbtCliResource(project_dir=place, profiles_dir=place, dbt_executable=str(DBT))
    variables = {"workers": WORKERS_VARIABLE, "lock_timeout": LOCK_TIMEOUT_VARIABLE}
    settings = {
        field: dg.EnvVar.int(name) for field, name in variables.items() if os.environ.get(name)
    }
    return dg.Definitions(
        resources={"observatory": Observatory(**settings), "dbt": dbt},
        # A process for each of ten checks costs more than the checks; reading has its own workers.
        executor=dg.in_process_executor,
    )
