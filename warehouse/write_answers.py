"""Write what the saved questions answer on the sample articles: `answers.md`.

Made anew with `python warehouse/write_answers.py` where the reading or a question has changed.
"""

import os
import tempfile
from pathlib import Path

import duckdb

from extract.pipeline import EXTRACTOR_VERSION
from orchestration.home import PROJECT, Home
from orchestration.queries import SavedQuery, saved_queries
from orchestration.running import run

PAGE = PROJECT / "warehouse" / "answers.md"
MAX_ROWS = 3
MAX_LETTERS = 90
HEAD = f"""# What the saved questions answer on the sample articles

`make run` on [seeds/articles](../seeds/README.md) alone (made-up events), then `marsad sql NAME`;
the first three rows of each, long texts cut. The reading is that of extractor version
{EXTRACTOR_VERSION}: another one may answer otherwise. `python warehouse/write_answers.py` wrote it.
"""


def shown(value: object) -> str:
    """Give a value as a cell of a table."""
    text = "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
    text = " ".join(text.replace(f"{PROJECT}/", "").replace("|", "¦").split())
    return text if len(text) <= MAX_LETTERS else text[:MAX_LETTERS].rstrip() + "…"


def section(warehouse: duckdb.DuckDBPyConnection, query: SavedQuery) -> str:
    """Give a question with the first of its answers."""
    answer = warehouse.execute(query.sql)
    names = [column[0] for column in answer.description or []]
    rows = answer.fetchall()
    lines = [names, ["---"] * len(names), *([shown(cell) for cell in row] for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines[: MAX_ROWS + 2])
    table = table.replace("| --- ", "|---").replace("--- |", "---|")
    arabic = f'<div dir="rtl">{query.title_ar}</div>'
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    return f"## {query.title}\n\n{arabic}\n\n`marsad sql {query.name}` · {count}\n\n{table}\n"


def main() -> None:
    """Build the samples' warehouse aside, ask it everything, and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home.at(Path(os.environ.get("MARSAD_HOME", folder)))
        if not home.published_database.exists():
            with home.locked():
                run(home, [PROJECT / "seeds" / "articles"])
        with duckdb.connect(str(home.published_database), read_only=True) as warehouse:
            sections = [section(warehouse, query) for query in saved_queries()]
    PAGE.write_text("\n".join([HEAD, *sections]), encoding="utf-8")


if __name__ == "__main__":
    main()
