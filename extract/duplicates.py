"""Which articles are nearly the same, and which of them came first.

The wording of an article is sketched as a MinHash signature over its word 3-grams; articles whose
sketches agree enough are near-duplicates. A sketch is made of its article alone. Which days are
compared with which, and where the result is kept, belongs in `orchestration.duplicates`.
"""

from collections import defaultdict

import polars as pl
from rensa import RMinHash

from extract.schemas import DUPLICATES

N_PERMUTATIONS = 128
# Two hashes a band: of two articles whose 3-grams agree by a quarter, 64 bands bring 98 % together.
HASHES_A_BAND = 2
GRAM_WORDS = 3
# With 20 % of its words changed an article keeps about a third of its 3-grams' union with the
# original; unrelated articles share a hundredth. `tests/benchmarks/duplicates.py` measures both.
MIN_SIMILARITY = 0.25
PAIRS_AT_A_TIME = 100_000

SIGNATURE = pl.Array(pl.UInt32(), N_PERMUTATIONS)
SIGNATURES = pl.Schema({"article_id": pl.String(), "signature": SIGNATURE})
PAIRS = pl.Schema(
    {
        "article_id": pl.String(),
        "other_article_id": pl.String(),
        "similarity": pl.Float64(),
    }
)
# As words are folded for lookups, in expressions: houses differ in hamzas, diacritics and tatweel.
_SPELLINGS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}


def sign_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Sketch the wording of articles.

    Args:
        articles: With `article_id`, `raw_text`, `body_start_char` and `body_end_char`.

    Returns:
        Columns as in `SIGNATURES`, in the same order, without articles under three words.
    """
    body = pl.col("raw_text").str.slice(
        pl.col("body_start_char"), pl.col("body_end_char") - pl.col("body_start_char")
    )
    plain = body.str.replace_all(r"[\p{M}ـ\u200c-\u200f]", "").str.replace_many(_SPELLINGS)
    words = articles.select(
        "article_id", plain.str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").alias("word")
    )
    grams = (
        words.filter(pl.col("word").list.len() >= GRAM_WORDS)
        .explode("word")
        .with_columns(gram=pl.concat_str(_words_from_here(), separator=" "))
        .drop_nulls("gram")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("gram").unique())
    )
    matrix = RMinHash.digest_matrix_from_token_sets(grams["gram"].to_list(), N_PERMUTATIONS, 0)
    signatures = pl.Series("signature", matrix.to_rows(), SIGNATURE)
    return grams.select("article_id").with_columns(signatures)


def _words_from_here() -> list[pl.Expr]:
    """A word and those after it in the same article, null behind its end."""
    article = pl.col("article_id")
    return [
        pl.when(article.shift(-n) == article).then(pl.col("word").shift(-n))
        for n in range(GRAM_WORDS)
    ]


def find_pairs(signatures: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Find near-duplicates between two sets of articles, which may overlap.

    Args:
        signatures: Columns as in `SIGNATURES`.
        others: Same columns.

    Returns:
        Columns as in `PAIRS`, each pair once, sorted; `similarity` is the share of equal hashes,
        an estimate of the Jaccard index of the 3-grams, at least `MIN_SIMILARITY`.
    """
    if signatures.is_empty() or others.is_empty():
        return PAIRS.to_frame()
    ids = ("article_id", "other_article_id")
    candidates = (
        _bands(signatures)
        .join(_bands(others).rename({"article_id": "other_article_id"}), on=["band", "key"])
        .filter(pl.col("article_id") != pl.col("other_article_id"))
        .select(pl.min_horizontal(ids).alias(ids[0]), pl.max_horizontal(ids).alias(ids[1]))
        .unique()
        .sort(ids)
    )
    known = pl.concat([signatures, others]).unique("article_id")
    pairs = [
        _compare(part, known) for part in candidates.iter_slices(PAIRS_AT_A_TIME) if part.height
    ]
    return pl.concat([PAIRS.to_frame(), *pairs])


def _bands(signatures: pl.DataFrame) -> pl.DataFrame:
    """One row an article and a band of its signature, with the band's hashes as one key."""
    n_bands = N_PERMUTATIONS // HASHES_A_BAND
    hashes = signatures["signature"].explode().cast(pl.UInt64)
    key = hashes.gather_every(2) * 2**32 + hashes.gather_every(2, 1)
    bands = pl.int_range(n_bands, dtype=pl.UInt8, eager=True)
    return signatures.select(
        pl.col("article_id").repeat_by(n_bands).explode(),
        pl.concat([bands] * signatures.height).alias("band"),
        key.alias("key"),
    )


def _compare(candidates: pl.DataFrame, signatures: pl.DataFrame) -> pl.DataFrame:
    one = candidates.join(signatures, on="article_id", maintain_order="left")["signature"]
    other = candidates.join(
        signatures, left_on="other_article_id", right_on="article_id", maintain_order="left"
    )["signature"]
    is_equal = (one.explode() == other.explode()).cast(pl.Float64)
    similarity = is_equal.reshape((candidates.height, N_PERMUTATIONS)).arr.mean()
    return candidates.with_columns(similarity.alias("similarity")).filter(
        pl.col("similarity") >= MIN_SIMILARITY
    )


def choose_leaders(articles: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Group near-duplicates, each under the earliest article that it is itself alike.

    In order of publication an article joins the earliest leader that it makes a pair with, and
    leads where there is none. So a story that is retold a little differently every day does not
    become one group from its first day to its last, and the order of arrival is no matter.

    Args:
        articles: With `article_id`, in order of publication.
        pairs: Columns as in `PAIRS`, of these articles.

    Returns:
        Columns as in `DUPLICATES`, in the order of `articles`: a leader's own id and 1.
    """
    alike: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one, other, similarity in pairs.select(PAIRS.names()).iter_rows():
        alike[one][other] = alike[other][one] = similarity
    place = {article: number for number, article in enumerate(articles["article_id"])}
    leader: dict[str, str] = {}
    for article in sorted(alike, key=place.__getitem__):
        leaders = [other for other in alike[article] if leader.get(other) == other]
        leader[article] = min(leaders, key=place.__getitem__, default=article)
    rows = [
        (article, leader.get(article, article), alike[article].get(leader[article], 1.0))
        if article in leader
        else (article, article, 1.0)
        for article in place
    ]
    return pl.DataFrame(rows, schema=DUPLICATES, orient="row")
