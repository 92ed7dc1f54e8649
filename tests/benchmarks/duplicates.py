"""How well near-duplicates are found: copies of articles with some of their words changed.

    python tests/benchmarks/duplicates.py [--articles N]

The articles are those of `corpus`. Of the ones that are not alike, copies are made in which 5, 10
and 20 % of the words are others of the corpus. Recall is the share of copies that make a pair with
their article; precision the share of the pairs between a copy and an article that are of a copy and
its own.
"""

import argparse
import random
import time
from typing import NamedTuple

import polars as pl
from corpus import load_documents
from rich.console import Console

from extract.duplicates import choose_leaders, find_pairs, sign_articles

SHARES_CHANGED = (0.05, 0.10, 0.20)
# Of a shorter text a share of the words is one or two, or none.
MIN_WORDS = 50

console = Console(soft_wrap=True)


class Found(NamedTuple):
    """Copies made, pairs of a copy with an article, and those of a copy with its own."""

    copies: int
    pairs: int
    own_pairs: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000)
    documents, origin = load_documents(parser.parse_args().articles)
    is_long = documents["raw_text"].str.count_matches(r"\S+") >= MIN_WORDS
    articles = as_articles(documents.filter(is_long)["raw_text"].to_list(), "a")
    console.print(f"{origin}, {articles.height} of them with {MIN_WORDS} words")
    began = time.perf_counter()
    signatures = sign_articles(articles)
    signed = time.perf_counter()
    pairs = find_pairs(signatures, signatures)
    compared = time.perf_counter()
    console.print(f"signed in {signed - began:.1f} s, compared in {compared - signed:.1f} s")
    console.print(f"{pairs.height} pairs among themselves")
    groups = choose_leaders(articles, pairs)
    is_lead = groups["article_id"] == groups["duplicate_group_id"]
    originals = articles.filter(is_lead)["raw_text"].to_list()
    console.print(f"{len(originals)} articles unlike each other, copied with words changed:")
    for share in SHARES_CHANGED:
        found = look_for_copies(originals, share)
        recall, precision = found.own_pairs / found.copies, found.own_pairs / max(1, found.pairs)
        rates = f"recall {recall:.2%}, precision {precision:.2%}"
        console.print(f"  {share:4.0%} changed: {rates} {found}")


def look_for_copies(originals: list[str], share: float) -> Found:
    """Copy with this share of words changed, and look for the copies among the originals."""
    chance = random.Random(7)  # noqa: S311 - always the same copies
    vocabulary = sorted({word for text in originals for word in text.split()})
    copies = [change_words(text, share, vocabulary, chance) for text in originals]
    pairs = find_pairs(
        sign_articles(as_articles(copies, "c")), sign_articles(as_articles(originals, "a"))
    )
    own = pairs["article_id"].str.slice(1) == pairs["other_article_id"].str.slice(1)
    return Found(len(copies), pairs.height, int(own.sum()))


def change_words(text: str, share: float, vocabulary: list[str], chance: random.Random) -> str:
    """Put another word of the vocabulary in the place of a share of the text's words."""
    words = text.split()
    for place in chance.sample(range(len(words)), round(share * len(words))):
        words[place] = chance.choice(vocabulary)
    return " ".join(words)


def as_articles(texts: list[str], prefix: str) -> pl.DataFrame:
    """Give the columns that `sign_articles` reads, with ids made of the texts' numbers."""
    frame = pl.DataFrame({"raw_text": texts}, schema={"raw_text": pl.String})
    return frame.select(
        (prefix + pl.int_range(pl.len()).cast(pl.String)).alias("article_id"),
        "raw_text",
        pl.lit(0).alias("body_start_char"),
        pl.col("raw_text").str.len_chars().alias("body_end_char"),
    )


if __name__ == "__main__":
    main()
