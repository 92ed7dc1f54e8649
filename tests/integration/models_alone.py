"""The environment in which dbt builds the models and tests nothing.

Its data tests take longer than the models; where it is what comes out that is looked at, they are
left out.
"""

from orchestration.building import EXCLUDED_KINDS

MODELS_ALONE = {EXCLUDED_KINDS: "test unit_test"}
