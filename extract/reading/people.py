"""People: names that follow a title or begin with a given name, and the shorter forms of them.

The end of a name is found without a list of names: it is the first word that Arabic knows otherwise.
Which country a person speaks for, and in what office, belongs in `extract.reading.roles`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.words import Reading

_REACH = 14
# A title with what completes it: `وزير الخارجية الصيني`, `رئيس الحكومة في العراق`.
TITLE_CHAIN = (
    "(?:free+TITLE|TITLE_OR_GIVEN bare+NOUN|ORG_HEAD|CONTENT_NOUN|SOURCE|DOCUMENT* | free+TITLE_DEFINITE)"
    "(?:bare+NISBA|ORG|COUNTRY|PLACE|DEFINITE|ADJECTIVE|NUMBER|ORG_HEAD|SOURCE|DOCUMENT|UNKNOWN_DEFINITE"
    " | withl+NOUN|DEFINITE|ORG|ORG_HEAD|COUNTRY|PLACE | IN COUNTRY|PLACE | withb+ORG|ORG_HEAD|DEFINITE|COUNTRY)*"
)
_NAME_TAIL = "bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE|PERSON|TITLE_OR_GIVEN"

# After a title any unknown word begins a name; elsewhere only a word known as a name does.
_TITLED = compile_rule(f"{TITLE_CHAIN}$")
_CLOSELY_TITLED = compile_rule("ANY_TITLE|NISBA|COUNTRY|ORG|PLACE$")
_RULES = {
    "titled": compile_rule(f"^[name: GIVEN|UNKNOWN|PERSON {_NAME_TAIL}{{0,5}}]"),
    "loosely_titled": compile_rule(f"^[name: GIVEN|UNKNOWN {_NAME_TAIL}{{1,5}}]"),
    "given": compile_rule("^[name: GIVEN bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE{1,5}]"),
    "title_name": compile_rule(f"^[name: bare+TITLE_OR_GIVEN {_NAME_TAIL}{{1,5}}]"),
}


def find_people(reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Spans that name a person in more than a surname, or after a title.

    Args:
        reading: Words with the letters of lexicon names set.
        names: Names of the lexicon from `mentions.find_names`; its persons are kept as they stand.

    Returns:
        `token`, `n_tokens`, `document`, in running order, without overlaps.
    """
    codes = [ord(LETTERS[n]) for n in ("GIVEN", "UNKNOWN", "TITLE_OR_GIVEN")]
    is_name_word = reading.letters.is_in(codes)
    # A title that is also a name goes on a name, but another title may stand before it.
    follows_name = is_name_word.shift(1, fill_value=False) & (
        reading.letters.shift(1) != ord(LETTERS["TITLE_OR_GIVEN"])
    )
    starts = reading.text.tokens.select("token", "document").filter(is_name_word & ~follows_name)
    starts = _contexts(starts, reading)
    found = [_apply(starts, rule) for rule in _RULES]
    known = names.filter(pl.col("lexicon") == "person").select("token", "n_tokens", "document")
    spans = pl.concat([*found, known.with_columns(pl.col("n_tokens").cast(pl.UInt32))])
    spans = spans.sort("token", "n_tokens", descending=[False, True]).unique(
        "token", keep="first", maintain_order=True
    )
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    spans = spans.filter(pl.col("token") >= end)
    reading.set_letters(spans, "PERSON")
    return spans


def _contexts(starts: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    return starts.join(reading.strings(), on="document", how="left", maintain_order="left").select(
        "token",
        "document",
        left=pl.col("letters").str.slice(0, offset).str.tail(_REACH * WIDTH),
        right=pl.col("letters").str.slice(offset, 8 * WIDTH),
    )


def _apply(starts: pl.DataFrame, rule: str) -> pl.DataFrame:
    titled = pl.col("left").str.contains(_TITLED)
    if rule in ("titled", "title_name"):
        starts = starts.filter(titled & pl.col("left").str.contains(_CLOSELY_TITLED))
    elif rule == "loosely_titled":
        starts = starts.filter(titled)
    name = pl.col("right").str.extract(_RULES[rule], 1)
    return (
        starts.with_columns(n_tokens=(name.str.len_bytes() // WIDTH).cast(pl.UInt32))
        .drop_nulls("n_tokens")
        .select("token", "n_tokens", "document")
    )
