"""The documentation of every table, as one page."""

import json
from pathlib import Path

from orchestration.building import DBT_PROJECT, run_dbt
from orchestration.docs_columns import with_functions, with_lineage
from orchestration.docs_page import fit
from orchestration.home import Home


def write_docs(home: Home, project: Path = DBT_PROJECT) -> Path:
    """Write the documentation of every table as one page and give its path.

    Raises:
        BuildFailedError: dbt could not read the project or the build database.
        ValueError: dbt has changed its page, and a piece to be set is no longer in it.
    """
    run_dbt(home, project, ["docs", "generate", "--static"])
    home.site.mkdir(parents=True, exist_ok=True)
    page = home.site / "index.html"
    aside = page.with_suffix(".new")
    aside.write_text(fit(_with_columns(home)), encoding="utf-8")
    aside.replace(page)
    return page


def _with_columns(home: Home) -> str:
    """Give dbt's page, which holds its manifest and its catalog, with more said of columns."""
    names = ("static_index.html", "manifest.json", "catalog.json")
    page, *held = ((home.dbt_target / name).read_text(encoding="utf-8") for name in names)
    manifest, catalog = (json.loads(text) for text in held)
    for text, more in zip(
        held, (with_lineage(manifest), with_functions(catalog, manifest)), strict=True
    ):
        if text not in page:
            message = "dbt's page no longer holds its manifest and catalog as they were written"
            raise ValueError(message)
        page = page.replace(text, _as_published(json.dumps(more), home))
    return page


def _as_published(held: str, home: Home) -> str:
    """Give JSON of dbt's with the name of the database that people open, not of that it builds."""
    built, published = home.build_database.stem, home.published_database.stem
    for name in ('"database": "{}"', r"\"{}\"."):
        held = held.replace(name.format(built), name.format(published))
    return held
