"""Which of an article's names stand for one body: short forms, acronyms, other spellings.

A name belongs to the fuller one of its article that holds its words in a row; an acronym in
brackets to the name before them. The fullest as written is the body's name in that article.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import code, is_class
from extract.reading.latin_names import with_latin_names
from extract.reading.spans import covered_tokens, tokens_inside
from extract.reading.words import Reading

# Kinds of bodies that have a name of their own, which stands for them after another noun too.
_OWN_WORDS = ("UNKNOWN", "GIVEN", "PERSON")
_NOUN_LIKE_ADJECTIVE = "^ال(?:ت..ية|حماية|رعاية|عناية|مسؤولية|مسئولية|هوية|قرية|ملكية|حرية)$"
_TO_COMMITTEE = "^[وف]?للجنة$"
_OWN_NAMED = ("own", "name", "company")


def name_organizations(bodies: pl.DataFrame, reading: Reading, lexicons: Lexicons) -> pl.DataFrame:
    """Add to every mention the name of its body.

    Args:
        bodies: `token`, `n_tokens`, `document`, `entity_id`, `entity_name_latin`, `country_code`.
        reading: Words of the batch.
        lexicons: For listed names that are written with marks inside (`حركة «فتح»`).

    Returns:
        `bodies`, and the acronyms and names of their own that stand for them elsewhere, in running
        order, with `entity_name` and `name_id`, and of listed bodies what the lexicon says.
    """
    bodies = _with_listed(_with_words(bodies, reading), lexicons)
    known = bodies.select(pl.col("token").alias("of"), "document", "n_tokens", "core")
    elsewhere = _with_words(_elsewhere(known, bodies, reading), reading)
    bodies = pl.concat([_of_brackets(bodies, reading), elsewhere], how="diagonal_relaxed")
    bodies = bodies.sort("token")
    names = _bodies_of_names(bodies)
    return (
        bodies.drop("entity_id", "entity_name", "entity_name_latin", "country_code")
        .join(names, on=["document", "words"], how="left", maintain_order="left")
        .drop("words", "text", "core", "of")
        .pipe(with_latin_names, "entity_name")
    )


def _with_listed(bodies: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Give bodies whose words are those of one listed name what the lexicon says of it."""
    said = ["entity_id", "entity_name_latin", "country_code"]
    listed = _listed_by_words(lexicons).rename({name: f"listed_{name}" for name in said})
    bodies = bodies.join(listed, on="words", how="left", maintain_order="left")
    is_unlisted = pl.col("entity_id").is_null() & pl.col("listed_entity_id").is_not_null()
    return bodies.with_columns(
        pl.when(is_unlisted).then(f"listed_{name}").otherwise(name).alias(name) for name in said
    ).drop(listed.columns[1:])


@once_a_version
def _listed_by_words(lexicons: Lexicons) -> pl.DataFrame:
    """Names of two words and more that one body is listed by: `words` as `_with_words` gives."""
    listed = (
        lexicons["organizations"]
        .select(
            entity_id=pl.lit("organization:") + pl.col("organization_id"),
            entity_name_latin="name_en",
            country_code="country_code",
            name=pl.concat_list(
                pl.concat_list("name_ar"), pl.col("variants").str.split("|").fill_null([])
            ),
        )
        .explode("name", empty_as_null=False)
    )
    words = fold(listed, "name", "folded")["folded"].str.replace_all(r"(^| )(?:ال|لل)", "${1}")
    listed = listed.with_columns(words=pl.lit(" ") + words + pl.lit(" "))
    listed = listed.filter(words.str.contains(" ")).drop("name")
    return listed.unique(["words", "entity_id"], maintain_order=True).unique(
        "words", keep="none", maintain_order=True
    ).select("words", "entity_id", "entity_name_latin", "country_code")  # fmt: skip


def _of_brackets(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give a body in brackets the one that stands before them: `of`, its token."""
    is_open = reading.letters[reading.text.step(bodies["token"], -1)] == code("LPAREN")
    before = pl.when(
        pl.Series(is_open)
        & (pl.col("token") - 1 == (pl.col("token") + pl.col("n_tokens")).shift(1))
    )
    return bodies.with_columns(of=before.then(pl.col("token").shift(1)))


def _elsewhere(known: pl.DataFrame, bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Words that stand for a body: in brackets after it (`(CICA)`), or its own name alone."""
    letters, text = reading.letters, reading.text
    vocabulary, word = reading.text.vocabulary, reading.text.tokens["word"]
    after, inside, close = (text.step(known["of"], known["n_tokens"] + n) for n in range(3))
    is_acronym = (
        (letters[after] == code("LPAREN"))
        & (letters[close] == code("RPAREN"))
        & is_class(letters[inside], "UNKNOWN", "UNKNOWN_DEFINITE", "NOUN", "MARK")
    )
    acronyms = known.with_columns(name=vocabulary["folded"][word[inside]]).filter(is_acronym)
    own = known.filter(pl.col("core").is_not_null()).with_columns(
        name=pl.col("core").str.strip_chars()
    )
    wanted = (
        pl.concat([acronyms, own]).select("document", "of", "name").filter(pl.col("name") != "")
    )
    wanted = wanted.unique(["document", "name"], keep="first", maintain_order=True)
    # Only words that no list knows are surely the name again.
    unlisted = reading.text.tokens.select("token", "document", "word").filter(
        is_class(letters, "UNKNOWN", "UNKNOWN_DEFINITE", "MARK")
        | reading.text.tokens["token"].is_in((inside.filter(is_acronym)).implode())
    )
    unlisted = unlisted.select(
        "token", "document", name=reading.text.at("folded", unlisted["token"])
    )
    inside_bodies = covered_tokens(bodies).to_frame("token")
    return (
        unlisted.join(wanted, on=["document", "name"], how="inner", maintain_order="left")
        .join(inside_bodies, on="token", how="anti", maintain_order="left")
        .select("token", "document", "of", n_tokens=pl.lit(1, pl.UInt32))
    )


def _with_words(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the words of names, as written and for comparing.

    Returns:
        `bodies` with `text` (as written, without marks), `words` (folded, without articles, a blank
        around each), and `core`, the words of a name of its own, null where it has none.
    """
    text = reading.text
    at = tokens_inside(bodies.select("token", "n_tokens"), "token", "n_tokens")
    is_word = text.at("folded", at["at"]).str.contains(r"\w")
    n_marks = (~is_word).cum_sum()
    at = at.with_columns(n_marks=n_marks).filter(is_word)
    folded = text.at("folded", at["at"])
    # What a dateline gives as its agency has no proclitic (`وام`).
    is_first = (at["at"] == at["token"]) & (text.tokens["part"][at["at"]] != "dateline")
    key = text.at("bare", at["at"]).zip_with(is_first, folded)
    surface = text.at("surface", at["at"])
    written = text.at("display", at["at"]).zip_with(is_first, surface)
    # `للجنة الدولية` is of `اللجنة`, `للجنة التنمية` of `لجنة`: the article shows in the adjective.
    is_its = is_first & folded.str.contains(_TO_COMMITTEE)
    described = text.at("folded", text.step(at["at"], 1))
    is_its &= described.str.contains("^ال.+ية$") & ~described.str.contains(_NOUN_LIKE_ADJECTIVE)
    written = written.zip_with(~is_its, "ال" + written)
    at = at.select(
        "token",
        "at",
        "n_marks",
        is_first=is_first,
        key=key.str.replace("^[وفب]?(?:ال|لل)", ""),
        written=written,
    )
    texts = at.group_by("token", maintain_order=True).agg("key", "written")
    texts = texts.select(
        "token",
        words=pl.lit(" ") + pl.col("key").list.join(" ") + pl.lit(" "),
        text=pl.col("written").list.join(" "),
    )
    return bodies.join(texts, on="token", how="left", maintain_order="left").join(
        _cores(at, reading), on="token", how="left", maintain_order="left"
    )


def _cores(at: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """A body's name of its own: its words in marks, else those that no list knows."""
    firsts = at.unique("token", keep="first", maintain_order=True)
    opens = reading.text.at("named_by", firsts["at"]).is_in(_OWN_NAMED)
    firsts = firsts.filter(opens.fill_null(value=False)).select("token", base="n_marks")
    own = at.join(firsts, on="token", how="inner", maintain_order="left")
    is_unlisted = is_class(reading.letters[own["at"]], *_OWN_WORDS)
    is_marked = pl.col("n_marks") - pl.col("base") == 1
    return (
        own.with_columns(
            marked=pl.when(is_marked).then("key"),
            unlisted=pl.when(~pl.col("is_first") & is_unlisted).then("key"),
        )
        .group_by("token", maintain_order=True)
        .agg("marked", "unlisted")
        .with_columns(pl.col("marked", "unlisted").list.join(" "))
        .select("token", core=pl.coalesce(_unless_empty("marked"), _unless_empty("unlisted")))
    )


def _unless_empty(column: str) -> pl.Expr:
    return pl.when(pl.col(column) != "").then(column)


def _bodies_of_names(bodies: pl.DataFrame) -> pl.DataFrame:
    """One row a name of a document: `document`, `words`, and the body that it stands for."""
    names = bodies.group_by("document", "words", maintain_order=True).agg(
        pl.col("token").first(),
        pl.col("of").drop_nulls().first(),
        pl.col("core").drop_nulls().first(),
        pl.col("text", "entity_id", "entity_name_latin", "country_code").drop_nulls().first(),
    )
    whole = _holders(names)
    names = names.join(whole, on=["document", "words"], how="left", maintain_order="left")
    names = names.join(
        bodies.select(of="token", named="words"), on="of", how="left", maintain_order="left"
    )
    # A name of its own is the same after another noun: `مجموعة دياجيو`, `شركة دياجيو`.
    same_core = pl.when(pl.col("core").is_not_null()).then(
        pl.col("words").first().over("document", "core")
    )
    names = names.with_columns(body=pl.coalesce("named", same_core, "holder", "words"))
    # Two names of one entry of a lexicon are one body; it goes by the longer.
    entries = names.with_columns(
        group=pl.coalesce(pl.col("entity_id").drop_nulls().first().over("document", "body"), "body")
    )
    longest = (
        entries.sort(pl.col("words").str.len_chars(), "token", descending=[True, False])
        .group_by("document", "group", maintain_order=True)
        .agg(
            pl.col("text").first().alias("entity_name"),
            pl.col("words").first().alias("full"),
            pl.col("entity_id", "entity_name_latin", "country_code").drop_nulls().first(),
        )
    )
    return entries.select("document", "words", "group").join(
        longest, on=["document", "group"], how="left", maintain_order="left"
    ).select(
        "document", "words", "entity_id", "entity_name", "entity_name_latin", "country_code",
        name_id=pl.coalesce(
            "entity_id",
            pl.lit("name:") + pl.col("full").str.strip_chars().str.replace_all(" ", "-"),
        ),
    )  # fmt: skip


def _holders(names: pl.DataFrame) -> pl.DataFrame:
    """For each name the fullest of its article that holds it, the first written of two as long."""
    short = names.select("document", "words", own_id="entity_id")
    long = names.select("document", holder="words", at="token", holder_id="entity_id")
    pairs = short.join(long, on="document", how="inner", maintain_order="left").filter(
        (pl.col("holder") != pl.col("words"))
        & pl.col("holder").str.contains(pl.col("words"), literal=True)
        # Two entries of a lexicon are two bodies.
        & (
            pl.col("own_id").is_null()
            | pl.col("holder_id").is_null()
            | (pl.col("own_id") == pl.col("holder_id"))
        )
    )
    return (
        pairs.sort(pl.col("holder").str.len_chars(), "at", descending=[True, False])
        .unique(["document", "words"], keep="first", maintain_order=True)
        .select("document", "words", "holder")
    )
