"""News for runs to be disturbed in: the samples, multiplied with other names and dates."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

REPO = Path(__file__).parents[2]
FIRST_DAY = date(2024, 3, 1)
N_DAYS = 40
ARTICLES_A_FILE = 50


def deliver(inbox: Path, file_number: int, version: int = 0) -> None:
    """Write a file of fifty articles; another version of it has the same addresses, other texts."""
    inbox.mkdir(exist_ok=True)
    numbers = range(file_number * ARTICLES_A_FILE, (file_number + 1) * ARTICLES_A_FILE)
    lines = [json.dumps(article(n, version), ensure_ascii=False) + "\n" for n in numbers]
    path = inbox / f"{file_number:03}.jsonl"
    aside = path.with_suffix(".new")
    aside.write_text("".join(lines), encoding="utf-8")
    aside.replace(path)


def article(number: int, version: int) -> dict[str, str]:
    """Give the record of an article: the same for the same number and version."""
    random = Random(f"{number}:{version}")  # noqa: S311 - news, not secrets
    text = SAMPLES[number % len(SAMPLES)]
    renamed = {name: random.choice(GIVEN_NAMES) for name in sorted(set(_names(text)))}
    text = WORD.sub(lambda word: renamed.get(word[0], word[0]), text)
    # By the number alone: an article that moved would leave an empty day, as no new home has.
    day = FIRST_DAY + timedelta(days=number * 7 % N_DAYS)
    # The closing line makes every text one of its own.
    closing = f"وقال المتحدث إن الوفد يضم {number + 2} عضوا و{version + 3} خبراء."
    return {
        "url": f"news:{number}",
        "published_at": f"{day}T06:00:00Z",
        "text": f"{text.rstrip()}\n{closing}\n",
    }


def _names(text: str) -> Iterator[str]:
    known = set(GIVEN_NAMES)
    return (word for word in WORD.findall(text) if word in known)


def _given_names() -> list[str]:
    with (REPO / "seeds" / "lexicons" / "given_names.csv").open(encoding="utf-8") as lines:
        return [row["name"] for row in csv.DictReader(lines) if row["origin"] == "arabic"]


WORD = re.compile(r"\w+")
GIVEN_NAMES = _given_names()
SAMPLES = [
    path.read_text(encoding="utf-8") for path in sorted((REPO / "seeds" / "articles").glob("*.txt"))
]
