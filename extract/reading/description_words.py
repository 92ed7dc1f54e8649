"""The words of a description (`المتحدث باسم الوزارة`), and what each is in it.

Whom an article describes so belongs in `extract.reading.described`.
"""

import polars as pl

from extract.reading.alphabet import codes
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `المتحدث الرسمي`, `المبعوث الأممي`: tells of no office that its bearer holds.
_VAGUE = "^(?:رسمي|سابق|اسبق|أسبق|حالي|كبير|بارز|رفيع|خاص|نفسه|مذكور|اممي)[ةه]?$"
# `المسئولون` are `مسئولو البنتاغون`.
_MANY = "^(مس[ؤئ]ول)(?:ون|ين|و|ي)$"
# `مصادر أمنية` are `المصدر` of the next sentence.
_SOURCE, _A_SOURCE, _SOURCES = "مصدر", "مصدرا", "مصادر"
CHIEF = ("رئيس", "رئيسة")
_MINISTERS = "وزراء"
_HEIR = "ولي"
# `رئيس الدبلوماسية الفرنسية` is the minister of foreign affairs.
_DIPLOMACY, _FOREIGN_AFFAIRS, _MINISTER = "دبلوماسية", "خارجية", "وزير"
_FORMER = "^(?:سابق|[اأ]سبق|راحل|مخلوع|معزول)[ةه]?$"
# What links the words of a description without being one of them.
_LINKS = ("IN", "FROM", "TO", "ON", "PREP", "COMMA", "OPEN", "CLOSE")


def description_words(spans: pl.DataFrame, reading: Reading, honorifics: pl.Series) -> pl.DataFrame:
    """The words of spans without article.

    Args:
        spans: `row`, `document`, `token`, `n_tokens`.
        reading: Words of the batch.
        honorifics: Titles that anybody may bear, which describe nobody.

    Returns:
        `spans` once a word, with `word`, `is_head`, `is_core` (names no country), `is_body` (what a
        body is: `الجامعة`), `opens_body` (the span may be one's name), and of the span `n_words`,
        `n_core`, `is_definite`, `is_many` (`المسؤولون`) and `is_former` (`الرئيس السابق`).
    """
    words = tokens_inside(spans, "token", "n_tokens")
    bare = reading.text.at("bare", words["at"])
    words = words.with_columns(
        word=bare.str.strip_prefix("ال"),
        letter=reading.letters[words["at"]],
        before=reading.letters[reading.text.step(words["at"], -1)],
        article=bare.str.starts_with("ال"),
    )
    many = pl.when(pl.col("word").str.starts_with("مس")).then("word").str.extract(_MANY, 1)
    # … unless it calls them `المصادر` too.
    many_asked = ((pl.col("word") == _SOURCES) & pl.col("article")).any().over("document")
    is_source = (pl.col("word") == _A_SOURCE) | ((pl.col("word") == _SOURCES) & ~many_asked)
    one = pl.when(is_source).then(pl.lit(_SOURCE))
    words = words.with_columns(is_many=many.is_not_null())
    words = _with_one_premier(words.with_columns(word=pl.coalesce(many, one, "word")))
    letter = pl.col("letter")
    # `شيخ الأزهر` is an office, as `الشيخ` is none.
    heads_body = ~pl.col("article") & letter.shift(-1).is_in(codes("ORG", "ORG_HEAD"))
    heads_body &= pl.col("row") == pl.col("row").shift(-1)
    is_honorific = pl.col("word").is_in(honorifics) & ~heads_body.fill_null(value=False)
    is_vague = pl.col("word").str.contains(_VAGUE)
    is_link = letter.is_in(codes(*_LINKS)) | (pl.col("word") == "باسم") | pl.col("is_council")
    is_first = pl.col("at") == pl.col("token")
    # `نائب وزير الخارجية` is a deputy, not a minister: a title after a bare title completes it.
    after_title = pl.col("before").is_in(codes("TITLE", "TITLE_OR_GIVEN"))
    completes = (after_title & ~is_first & ~is_honorific.shift(1)).fill_null(value=False)
    # What a preposition brings in does not make the head definite (`مصدر في الوزارة`).
    # `رئيس مجلس الوزراء` is as definite as `رئيس الوزراء`.
    leads_away = is_link & ~pl.col("is_council")
    n_links = leads_away.cum_sum()
    n_links -= pl.when(is_first).then(n_links - leads_away).forward_fill()
    before_links = n_links == 0
    words = words.with_columns(
        is_head=(letter.is_in(codes("ANY_TITLE", "ORG_HEAD")) & ~completes) | is_first,
        is_body=letter.is_in(codes("ORG_HEAD")),
        opens_body=is_first
        & letter.is_in(codes("ORG_HEAD", "ORG", "DEFINITE", "UNKNOWN_DEFINITE")),
        is_core=~(letter.is_in(codes("NISBA", "COUNTRY", "PLACE")) | is_vague),
        is_definite=(pl.col("article") | letter.is_in(codes("COUNTRY"))) & before_links,
    )
    return (
        words.filter(~is_link & ~is_honorific)
        .with_columns(
            n_words=pl.len().over("row"),
            n_core=pl.col("is_core").sum().over("row"),
            is_definite=pl.col("is_definite").any().over("row"),
            is_former=pl.col("word").str.contains(_FORMER).any().over("row"),
            is_many=pl.col("is_many").any().over("row"),
        )
        .drop("letter", "before", "article", "is_council")
    )


def _with_one_premier(words: pl.DataFrame) -> pl.DataFrame:
    """`رئيس الحكومة` and `رئيس مجلس الوزراء` are `رئيس الوزراء`; adds `is_council`.

    And `ولي ولي العهد` is another than `ولي العهد`.
    """
    is_first = pl.col("at") == pl.col("token")
    word = pl.col("word")
    is_headed = word.is_in(CHIEF).shift(1) & ~is_first
    goes_on = (word == _MINISTERS).shift(-1) & ~is_first.shift(-1)
    is_council = is_headed & goes_on & (word == "مجلس")
    is_heir = word == _HEIR
    return words.with_columns(
        word=pl.when(is_headed & (word == "حكومة"))
        .then(pl.lit(_MINISTERS))
        .when(is_headed & (word == _DIPLOMACY))
        .then(pl.lit(_FOREIGN_AFFAIRS))
        .when(word.is_in(CHIEF) & (word.shift(-1) == _DIPLOMACY) & ~is_first.shift(-1))
        .then(pl.lit(_MINISTER))
        .when(is_heir & is_heir.shift(-1) & ~is_first.shift(-1))
        .then(pl.lit(f"{_HEIR} {_HEIR}"))
        .otherwise("word"),
        is_council=is_council.fill_null(value=False),
    )
