"""The class of every word: one table of folded forms, made once from the lexicons.

A form that several lists claim goes to the first that claims it here. What a word is only in its
sentence (a name among strangers, a country that is also a word) belongs in
`extract.reading.mentions`.
"""

import polars as pl

from extract.arabic.clitics import clitic_class, cliticise
from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, split_cell
from extract.reading.alphabet import CLITICS, LETTERS

CLASS_TABLE = pl.Schema(
    {
        "folded": pl.String,
        "bare": pl.String,
        "clitic": pl.String,
        "letter": pl.String,
        "priority": pl.Int32,
    }
)

_FUNCTION_CLASSES = {
    "complementizer": "COMP",
    "preposition": "PREP",
    "relative": "RELATIVE",
    "auxiliary": "AUX",
    "negation": "NEGATION",
    "pronoun": "PRONOUN",
    "demonstrative": "PRONOUN",
    "conjunction": "PARTICLE",
    "particle": "PARTICLE",
    "question": "PARTICLE",
    "adverb": "ADVERB",
    "time": "TIME",
    "month": "TIME",
    "weekday": "TIME",
    "number": "NUMBER",
}
# The prepositions that open the content of a cue have letters of their own.
_MARKERS = {"كما": "AS", "الي": "TO", "علي": "ON", "عن": "ABOUT", "من": "FROM", "في": "IN"}

_MARKS = {
    "COMMA": "،,؛;",
    "COLON": ":",
    "OPEN": "«“„‹{",
    "CLOSE": "»”›}",
    "LPAREN": "([",
    "RPAREN": ")]",
    "DASH": "-–—−",
}

_LEXICON_CLASSES = {
    "title": "TITLE",
    "nisba": "NISBA",
    "country": "COUNTRY",
    "place": "PLACE",
    "organization": "ORG",
    "agency": "ORG",
    # A surname alone is only a word that names are made of.
    "person": "GIVEN",
}


def mark_letters() -> pl.DataFrame:
    """Punctuation that is the same wherever it stands."""
    rows = [(mark, LETTERS[name]) for name, marks in _MARKS.items() for mark in marks]
    return pl.DataFrame(rows, schema=["folded", "letter"], orient="row").select(
        "folded",
        bare="folded",
        clitic=pl.lit(CLITICS["bare"]),
        letter="letter",
        priority=pl.lit(0, pl.Int32),
    )


_HONOURS = ("معالي", "سمو", "سيادت", "فخامت", "جلالت", "دولت", "سعادت", "فضيلت")


def _words_of_rules() -> pl.DataFrame:
    """The few words that rules name: prepositions written apart (`لـ«الشرق الأوسط»`), turns, `بما`."""
    words = [
        ("ب", "BI", "bare"),
        ("ل", "LI", "bare"),
        ("بما", "RELATIVE", "b"),
        ("باسم", "ON_BEHALF", "bare"),
    ]
    # `معاليه` names nobody: it stands for whom the article last named.
    words += [
        (f"{honour}{owner}", "ADVERB", "bare")
        for honour in _HONOURS
        for owner in ("ه", "ها", "هما")
    ]
    for possessor in ("ه", "ها", "هم", "هما"):
        words += [(f"{noun}{possessor}", "TURN", "bare") for noun in ("جانب", "جهت", "ناحيت")]
        words += [(f"{conj}بدور{possessor}", "TURN", "bare") for conj in ("", "و")]
    frame = pl.DataFrame(words, schema=["form", "word_class", "clitic_class"], orient="row")
    return _claim(frame.with_columns(bare="form"), 5)


def _claim(words: pl.DataFrame, priority: int) -> pl.DataFrame:
    """Forms with their `bare` word, `clitic_class` and class in `word_class` as rows of the table."""
    return words.drop_nulls("word_class").select(
        folded="form",
        bare="bare",
        clitic=pl.col("clitic_class").replace_strict(CLITICS),
        letter=pl.col("word_class").replace_strict(LETTERS),
        priority=pl.lit(priority, pl.Int32),
    )


def _function_words(lexicons: Lexicons) -> list[pl.DataFrame]:
    clitics = lexicons["clitics"]
    words = fold(lexicons["function_words"], "word", "folded").with_columns(
        word_class=pl.col("folded")
        .replace_strict(_MARKERS, default=None)
        .fill_null(pl.col("word_class").replace_strict(_FUNCTION_CLASSES))
    )
    # `منه`, `بعدها` take no clause along, as `بعد أن` does.
    bare = words.filter(pl.col("word_class") == "PREP")["folded"].implode()
    stem = pl.col("folded").str.replace("(?:ها|هما|هم|هن|ه|نا|كم|ك)$", "")
    has_pronoun = (stem != pl.col("folded")) & stem.is_in(bare)
    words = words.with_columns(
        word_class=pl.when((pl.col("word_class") == "PREP") & has_pronoun)
        .then(pl.lit("ADVERB"))
        .otherwise("word_class")
    )
    nominal = words.filter(pl.col("word_class").is_in(["PRONOUN", "TIME", "NUMBER"]))
    conjoined = cliticise(words, clitics, "perfect")
    conjoined = _with_own_preposition(conjoined)
    is_bare = pl.col("form") == pl.col("folded")
    is_number = pl.col("word_class") == "NUMBER"
    return [
        _claim(conjoined.filter(is_bare & ~is_number), 10),
        # `ثمن` is an eighth and a verb of praise: a number is what no cue is.
        _claim(conjoined.filter(is_number), 29),
        _claim(conjoined.filter(~is_bare & ~is_number), 15),
        _claim(cliticise(nominal, clitics, "nominal"), 50),
    ]


def _with_own_preposition(words: pl.DataFrame) -> pl.DataFrame:
    """`بشدة` is an adverb, but `ببطء الاستجابة` a noun after its preposition: the rules see both."""
    is_phrase = (pl.col("word_class") == "ADVERB") & pl.col("folded").str.contains(r"^ب\w{3,}")
    return words.with_columns(
        clitic_class=pl.when(is_phrase & (pl.col("clitic_class") == "bare"))
        .then(pl.lit("b"))
        .otherwise("clitic_class")
    )


def _common_words(lexicons: Lexicons) -> list[pl.DataFrame]:
    clitics = lexicons["clitics"]
    words = fold(lexicons["common_words"], "word", "folded").with_columns(
        pl.col("word_class").str.to_uppercase()
    )
    is_verb = pl.col("word_class") == "VERB"
    definite = words.filter(~is_verb).with_columns(word_class=pl.lit("DEFINITE"))
    given = fold(lexicons["given_names"], "name", "folded").with_columns(word_class=pl.lit("GIVEN"))
    given = given.filter(~pl.col("folded").str.contains(" ", literal=True))
    given = cliticise(given, clitics, "nominal")
    # A name after ب or ك is rarer than another name that begins with the letter (`برهام`).
    given = given.filter(pl.col("clitic_class").is_in(["bare", "w", "l", "wl"]))
    return [
        _claim(given, 40),
        _claim(_with_own_preposition(cliticise(words.filter(~is_verb), clitics, "nominal")), 60),
        _claim(cliticise(definite, clitics, "definite"), 60),
        _claim(cliticise(words.filter(is_verb), clitics, "perfect"), 61),
    ]


def _head_nouns(lexicons: Lexicons) -> list[pl.DataFrame]:
    """Nouns that name a source or open the name of an organisation, in every form."""
    sources = lexicons["source_nouns"].select(
        word=pl.concat_list(pl.concat_list("noun"), split_cell("plurals")),
        word_class=pl.when(pl.col("speaker_type") == "document")
        .then(pl.lit("DOCUMENT"))
        .otherwise(pl.lit("SOURCE")),
    )
    heads = lexicons["organization_heads"].select(
        word=pl.concat_list(pl.concat_list("head"), split_cell("plural")),
        word_class=pl.lit("ORG_HEAD"),
    )
    words = pl.concat([sources, heads]).explode("word", empty_as_null=False)
    words = fold(words, "word", "folded").filter(~pl.col("folded").str.contains(" ", literal=True))
    return [
        _claim(cliticise(words, lexicons["clitics"], "nominal"), 35),
        _claim(cliticise(words, lexicons["clitics"], "definite"), 35),
    ]


def _lexicon_forms(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Single words that name or describe somebody or somewhere."""
    named = forms.filter((pl.col("n_words") == 1) & pl.col("lexicon").is_in(list(_LEXICON_CLASSES)))
    is_title = pl.col("lexicon") == "title"
    given = fold(lexicons["given_names"], "name", "folded")["folded"].implode()
    word_class = (
        pl.when(is_title & pl.col("surface").is_in(given))
        .then(pl.lit("TITLE_OR_GIVEN"))
        .when(is_title & pl.col("has_article"))
        .then(pl.lit("TITLE_DEFINITE"))
        .otherwise(pl.col("lexicon").replace_strict(_LEXICON_CLASSES))
    )
    return named.select(
        folded="surface",
        bare=pl.col("surface").str.strip_prefix(pl.col("proclitics")),
        clitic=_clitic_digit(),
        letter=word_class.replace_strict(LETTERS),
        priority=pl.when(is_title).then(32).otherwise(30).cast(pl.Int32),
    )


def _clitic_digit() -> pl.Expr:
    return (
        pl.col("proclitics")
        .map_elements(clitic_class, return_dtype=pl.String)
        .replace_strict(CLITICS)
    )


def _content_nouns(lexicons: Lexicons) -> pl.DataFrame:
    """Nouns that open a cue's object, bare or with a pronoun (`قلقها`, `رغبته`)."""
    nouns = fold(lexicons["content_nouns"], "noun", "folded")
    pronouns = lexicons["clitics"].filter(
        (pl.col("attaches_to") == "noun") & (pl.col("position") == "enclitic")
    )["clitic"]
    # The feminine ending is written ت before a pronoun.
    owned = nouns.with_columns(pl.col("folded").str.replace("ة$", "ت")).join(
        pronouns.alias("pronoun").to_frame(), how="cross"
    )
    owned = owned.with_columns(folded=pl.col("folded") + pl.col("pronoun")).drop("pronoun")
    words = pl.concat([nouns, owned]).with_columns(word_class=pl.lit("CONTENT_NOUN"))
    return _claim(cliticise(words, lexicons["clitics"], "nominal"), 55)


def _cues(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    cues = forms.filter((pl.col("lexicon") == "cue") & (pl.col("n_words") == 1)).join(
        lexicons["cues"].select("cue_id", "cue_type", "is_ambiguous"),
        left_on="entry_id",
        right_on="cue_id",
    )
    base, form = pl.col("base"), pl.col("form")
    # A participle continues a statement in the indefinite accusative; elsewhere it is an adjective.
    is_accusative = base.str.ends_with("ا") | base.str.ends_with("ين") | (pl.col("gender") == "f")
    word_class = (
        pl.when((form == "participle") & (pl.col("entry_id") == "قال") & is_accusative)
        .then(pl.lit("SAYING"))
        .when(
            (form == "participle") & is_accusative & ~pl.col("has_article") & pl.col("is_ambiguous")
        )
        .then(pl.lit("WEAK_PARTICIPLE"))
        .when((form == "participle") & is_accusative & ~pl.col("has_article"))
        .then(pl.lit("PARTICIPLE"))
        .when((form == "masdar") & (pl.col("entry_id") == "قال") & ~pl.col("has_article"))
        .then(pl.lit("NOMINAL"))
        # `علما`, `بينا`: the rare dual of a word that is something else.
        .when(pl.col("is_ambiguous") & (pl.col("number") == "d"))
        .then(None)
        .when(form.is_in(["perfect", "imperfect"]) & pl.col("is_ambiguous"))
        .then(pl.lit("WEAK_FINITE"))
        .when(form.is_in(["perfect", "imperfect"]))
        .then(pl.lit("FINITE"))
    )
    claims = cues.with_columns(
        word_class=word_class,
        form=pl.col("surface"),
        bare=pl.col("base"),
        clitic_class=pl.col("proclitics").map_elements(clitic_class, return_dtype=pl.String),
        strength=pl.when(pl.col("is_ambiguous")).then(28).otherwise(20),
    )
    return _claim(claims, 0).with_columns(
        priority=claims.drop_nulls("word_class")["strength"].cast(pl.Int32)
    )


def _according(lexicons: Lexicons) -> pl.DataFrame:
    words = lexicons["cues"].filter(
        (pl.col("cue_type") == "according_to") & ~pl.col("lemma").str.contains(" ", literal=True)
    )
    words = fold(words, "lemma", "folded").with_columns(word_class=pl.lit("ACCORDING"))
    return _claim(cliticise(words, lexicons["clitics"], "perfect"), 5)


def everyday_words(lexicons: Lexicons, forms: pl.DataFrame) -> pl.DataFrame:
    """Folded words that mean something without being a name: `folded`, once each."""
    frames = [
        *_function_words(lexicons),
        _cues(forms, lexicons),
        *_head_nouns(lexicons),
        *_common_words(lexicons)[1:],
    ]
    return pl.concat([f.select("folded") for f in frames]).unique(maintain_order=True)


def class_table(lexicons: Lexicons, forms: pl.DataFrame) -> pl.DataFrame:
    """One row a folded word: `clitic` (digit) and `letter`, from the first list that claims it.

    Args:
        lexicons: The word lists.
        forms: Inflected and cliticised forms, from `extract.arabic.morphology.load_forms`.
    """
    frames = [
        mark_letters(),
        _words_of_rules(),
        *_function_words(lexicons),
        _according(lexicons),
        _cues(forms, lexicons),
        _lexicon_forms(forms, lexicons),
        *_head_nouns(lexicons),
        _content_nouns(lexicons),
        *_common_words(lexicons),
    ]
    table = pl.concat([f.select(CLASS_TABLE.names()).cast(CLASS_TABLE) for f in frames])
    return table.sort("priority", "folded", "clitic", "letter").unique(
        "folded", keep="first", maintain_order=True
    )
