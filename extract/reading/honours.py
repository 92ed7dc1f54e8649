"""Honours with a pronoun (`جلالته`, `معاليها`): whom an article last named who is so addressed.

Who goes on speaking where nobody of that rank is named belongs in `extract.reading.carrying`.
"""

import polars as pl

from extract.reading.alphabet import is_class, is_clitic
from extract.reading.spans import tokens_inside
from extract.reading.speaking import PERSON_SPEAKER, SPEAKER, take_speakers
from extract.reading.words import Reading

# By honour the words of titles whose bearers are so addressed.
_RANKS = {
    "جلالت": "جلالة|ملك|ملكة|عاهل|سلطان",
    "سمو": "سمو|امير|اميرة|شيخ|شيخة|ولي",
    "فخامت": "فخامة|رئيس|رئيسة",
    "سيادت": "سيادة|رئيس|رئيسة|مستشار|لواء",
    "دولت": "دولة|رئيس|رئيسة",
    "معالي": "معالي|وزير|وزيرة|امين|امينة|محافظ|دكتور|دكتورة",
    "سعادت": "سعادة|سفير|سفيرة|وكيل|مدير|مندوب|مندوبة|ممثل|ممثلة|مبعوث|مبعوثة|قنصل",
    "سماحت": "سماحة|مفتي|شيخ|امام",
    "فضيلت": "فضيلة|شيخ|امام|مفتي",
}
# Before a name.
_TITLES = 3
_HONOUR = f"^[وفبل]?({'|'.join(_RANKS)})(?:ه|ها)$"


def take_honoured(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give statements beside whose cue an honour stands the last person of that rank.

    Args:
        statements: One a row, in the order of `row`, with speakers.
        people: Person mentions with `display_name`, `person_id`, `person_country`, roles.
        reading: Words of the batch.

    Returns:
        `statements` in order; those so answered are `carried`. Where who spoke last is of that
        rank, or nobody of it was named since, he goes on.
    """
    honours = honours_beside(statements["token"], reading)
    is_asked = honours.is_not_null() & statements["speaker_name"].is_null()
    # `شكروا سموه`: whom several thank.
    is_asked &= statements["number"].fill_null("s") == "s"
    asked = statements.select(
        "row", "document", pl.col("token").cast(pl.Int64), honour=honours
    ).filter(is_asked)
    if asked.is_empty():
        return statements
    bearers = _bearers(people, asked["document"], reading)
    asked = _without_who_speaks(asked, statements, bearers)
    found = asked.sort("token").join_asof(
        bearers.sort("at"), left_on="token", right_on="at", by=["document", "honour"],
        strategy="backward", check_sortedness=False,
    )  # fmt: skip
    # Somebody of the rank was named since, or nobody has spoken, or somebody of another rank.
    is_since = pl.col("at") > pl.col("spoke_at").fill_null(-1)
    found = found.filter(pl.col("at").is_not_null() & (is_since | pl.col("spoke_in_rank")))
    return take_speakers(statements, found.select("row", *SPEAKER), "carried")


def _without_who_speaks(
    asked: pl.DataFrame, statements: pl.DataFrame, bearers: pl.DataFrame
) -> pl.DataFrame:
    """Add `spoke_at`, where a person spoke last; without rows where that one bears the rank.

    And `spoke_in_rank`: whether that one bears any.
    """
    spoke = statements.filter(pl.col("speaker_type") == "person").select(
        "document", "speaker_entity_id", spoke_at=pl.col("token").cast(pl.Int64)
    )
    last = asked.sort("token").join_asof(
        spoke.sort("spoke_at"), left_on="token", right_on="spoke_at", by="document",
        strategy="backward", check_sortedness=False,
    )  # fmt: skip
    key = ["document", "speaker_entity_id"]
    ranked = bearers.select(key).unique().with_columns(spoke_in_rank=pl.lit(value=True))
    last = last.join(ranked, on=key, how="left").with_columns(
        pl.col("spoke_in_rank").fill_null(value=False)
    )
    return last.join(bearers, on=["honour", *key], how="anti").drop("speaker_entity_id")


def honours_beside(tokens: pl.Series, reading: Reading) -> pl.Series:
    """The honour after each token, or before one without a conjunction; null where none is."""
    # Asked of the vocabulary: one word in a thousand is one.
    honour = reading.text.vocabulary.find(_honours)
    after, before = (
        honour[reading.text.tokens["word"][reading.text.step(tokens, n)]] for n in (1, -1)
    )
    is_bare = is_clitic(reading.clitics[tokens], "bare")
    return pl.select(pl.coalesce(after, pl.when(is_bare).then(before))).to_series()


def _honours(words: pl.DataFrame) -> pl.Series:
    return words.select(pl.col("folded").str.extract(_HONOUR, 1)).to_series()


def _bearers(people: pl.DataFrame, documents: pl.Series, reading: Reading) -> pl.DataFrame:
    """People once a mention and honour that their titles call for."""
    named = people.filter(pl.col("document").is_in(documents.unique().implode()))
    named = named.with_columns(at=pl.col("token").cast(pl.Int64), **PERSON_SPEAKER).with_row_index(
        "person_row"
    )
    roles = named.select("person_row", token="role_at", n="n_role_at").drop_nulls()
    # `سمو الشيخ سالم بن زايد، وزير الخارجية`: his title is more than his office.
    first = named["token"]
    titled, at = [], first
    is_title = pl.repeat(True, len(first), dtype=pl.Boolean, eager=True)
    for _ in range(_TITLES):
        at = reading.text.step(at, -1)
        is_title &= is_class(reading.letters[at], "ANY_TITLE")
        titled.append(named.select("person_row", token=at, n=pl.lit(1)).filter(is_title))
    words = tokens_inside(pl.concat([roles, *titled], how="vertical_relaxed"), "token", "n")
    words = words.select(
        "person_row", word=reading.text.at("bare", words["at"]).str.replace("^ال", "")
    )
    ranks = pl.DataFrame(
        {"honour": list(_RANKS), "word": [ranks.split("|") for ranks in _RANKS.values()]}
    ).explode("word", empty_as_null=False)
    called = words.join(ranks, on="word").unique(["person_row", "honour"])
    return called.join(named, on="person_row").select("document", "honour", "at", *SPEAKER)
