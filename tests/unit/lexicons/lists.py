"""The word lists as they are written: rows of text, and the descriptions beside them."""

import csv
from collections import Counter
from typing import Any

import yaml

from extract.lexicons import LEXICONS


def table_of(name: str) -> list[dict[str, str]]:
    with (LEXICONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def seed_of(name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((LEXICONS / f"{name}.yml").read_text(encoding="utf-8"))
    (seed,) = loaded["seeds"]
    assert isinstance(seed, dict)
    return seed


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
