"""Runs the observatory: what is kept on disk, in which order it is made, and how people start it.

Reading Arabic belongs in `extract`; arithmetic over what was read belongs in `dbt_project`.
"""

import extract  # noqa: F401 - it settles how Polars keeps memory, before anything loads Polars
