"""What a materialization was made of, as Dagster asks when it tells what is stale."""

from collections.abc import Mapping

from dagster import AssetKey

DATA_VERSION = "dagster/data_version"
CODE_VERSION = "dagster/code_version"
# What an asset was made of, by asset; without these Dagster takes all that is recorded for stale.
INPUT_VERSION = "dagster/input_data_version/"
INPUT_EVENT = "dagster/input_event_pointer/"


def made_by(code: str, data: str, inputs: Mapping[AssetKey, str]) -> dict[str, str]:
    """Give the tags of a materialization: its code's version, its own, and those of its inputs."""
    versions = {INPUT_VERSION + key.to_user_string(): value for key, value in inputs.items()}
    events = {INPUT_EVENT + key.to_user_string(): "NULL" for key in inputs}
    return {CODE_VERSION: code, DATA_VERSION: data, **versions, **events}
