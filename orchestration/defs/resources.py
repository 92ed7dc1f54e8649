"""Resources that the assets ask for by name."""

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration.building import DBT, DBT_PROJECT
from orchestration.resources import Observatory


@dg.definitions
def resources() -> dg.Definitions:
    """Give the resources of a single machine."""
    place = str(DBT_PROJECT)
    dbt = DbtCliResource(project_dir=place, profiles_dir=place, dbt_executable=str(DBT))
    return dg.Definitions(resources={"observatory": Observatory(), "dbt": dbt})
