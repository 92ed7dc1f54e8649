"""Words of open classes: common words, names, titles, cues and the nouns that rules look for."""

import polars as pl

from extract.arabic.clitics import clitic_class, cliticise
from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version, split_cell
from extract.reading.claims import Priority, claim
from extract.reading.closed_words import with_own_preposition
from extract.reading.taken_objects import TAKING

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
# The verb of saying itself: its participle and noun continue and relay (`قائلا`, `قوله`).
_SAY = "قال"
_SHORT_VERB = "^(?:[^اأيت]?.{0,3}|.{0,3})$"


def common_word_claims(lexicons: Lexicons) -> pl.DataFrame:
    """Nouns, adjectives, adverbs and verbs of the news, with and without article."""
    clitics = lexicons["clitics"]
    words = fold(lexicons["common_words"], "word", "folded").with_columns(
        pl.col("word_class").str.to_uppercase()
    )
    is_verb = pl.col("word_class") == "VERB"
    nominal, verbs = words.filter(~is_verb), words.filter(is_verb)
    definite = nominal.with_columns(word_class=pl.lit("DEFINITE"))
    indefinite = with_own_preposition(cliticise(nominal, clitics, "nominal"))
    return pl.concat(
        [
            claim(indefinite, Priority.COMMON_NOUN),
            claim(cliticise(definite, clitics, "definite"), Priority.COMMON_NOUN),
            claim(cliticise(verbs, clitics, "perfect"), Priority.COMMON_VERB),
        ]
    )


def given_name_claims(lexicons: Lexicons) -> pl.DataFrame:
    """Given names of one word."""
    names = _one_word(fold(lexicons["given_names"], "name", "folded"))
    names = names.with_columns(word_class=pl.lit("GIVEN"))
    names = cliticise(names, lexicons["clitics"], "nominal")
    # A name after ب or ك is rarer than another name that begins with the letter (`برهام`).
    names = names.filter(pl.col("clitic_class").is_in(["bare", "w", "l", "wl"]))
    return claim(names, Priority.GIVEN_NAME)


def head_noun_claims(lexicons: Lexicons) -> pl.DataFrame:
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
    words = _one_word(fold(words, "word", "folded"))
    return pl.concat(
        claim(cliticise(words, lexicons["clitics"], kind), Priority.HEAD_NOUN)
        for kind in ("nominal", "definite")
    )


def content_noun_claims(lexicons: Lexicons) -> pl.DataFrame:
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
    return claim(cliticise(words, lexicons["clitics"], "nominal"), Priority.CONTENT_NOUN)


@once_a_version
def given_names(lexicons: Lexicons) -> pl.Series:
    """Folded given names, as one cell."""
    return fold(lexicons["given_names"], "name", "folded")["folded"].implode()


def name_claims(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Single words that name or describe somebody or somewhere.

    Args:
        forms: Inflected and cliticised forms, columns as in `morphology.FORMS`.
        lexicons: For given names, which some titles are too (`أمير`).
    """
    named = forms.filter((pl.col("n_words") == 1) & pl.col("lexicon").is_in(list(_LEXICON_CLASSES)))
    is_title = pl.col("lexicon") == "title"
    word_class = (
        pl.when(is_title & pl.col("surface").is_in(given_names(lexicons)))
        .then(pl.lit("TITLE_OR_GIVEN"))
        .when(is_title & pl.col("has_article"))
        .then(pl.lit("TITLE_DEFINITE"))
        .otherwise(pl.col("lexicon").replace_strict(_LEXICON_CLASSES))
    )
    claims = named.select(
        "lexicon",
        form="surface",
        bare=_without_proclitics(),
        clitic_class=_clitic_class(),
        word_class=word_class,
    )
    return claim(claims, pl.when(is_title).then(Priority.TITLE).otherwise(Priority.NAME))


def _without_proclitics() -> pl.Expr:
    """`للوزير` gets back the alef that the article lost."""
    stripped = pl.col("surface").str.strip_prefix(pl.col("proclitics"))
    has_article = pl.col("has_article") | pl.col("base").str.starts_with("ال")
    has_lost_alef = has_article & pl.col("proclitics").str.ends_with("ل")
    has_lost_alef &= stripped.str.starts_with("ل")
    return pl.when(has_lost_alef).then(pl.lit("ا") + stripped).otherwise(stripped)


def cue_claims(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Cues of one word; those that are also another word yield to function words first.

    Those that say something by one object only make no claim (`extract.reading.taken_objects`).

    Args:
        forms: Inflected and cliticised forms, columns as in `morphology.FORMS`.
        lexicons: For which cues are ambiguous.
    """
    is_taking = pl.col("entry_id").is_in(TAKING)
    is_cue = (pl.col("lexicon") == "cue") & (pl.col("n_words") == 1) & ~is_taking
    cues = forms.filter(is_cue).join(
        lexicons["cues"].select("cue_id", "is_ambiguous"),
        left_on="entry_id",
        right_on="cue_id",
        maintain_order="left",
    )
    claims = cues.select(
        "is_ambiguous",
        word_class=_cue_class(),
        form=pl.col("surface"),
        bare=pl.col("base"),
        clitic_class=_clitic_class(),
    )
    strength = pl.when("is_ambiguous").then(Priority.AMBIGUOUS_CUE).otherwise(Priority.CUE)
    return claim(claims, strength)


def act_claims(forms: pl.DataFrame) -> pl.DataFrame:
    """Verbs of dealing that no other list has: `أفرجت`, which is no name.

    Args:
        forms: Inflected and cliticised forms, columns as in `morphology.FORMS`.
    """
    # Short ones and futures may be names: `شن`, `قايض`, `سيجرون`, but not `أعفت`, `ستقوده`.
    is_bare = pl.col("suffix").fill_null("") == ""
    verbs = forms.filter(
        (pl.col("lexicon") == "act")
        & pl.col("form").is_in(["perfect", "imperfect"])
        & ~pl.col("surface").str.contains(_SHORT_VERB)
        & (is_bare != pl.col("surface").str.contains("^[وف]?س[يت]"))
    )
    return claim(
        verbs.select(
            word_class=pl.lit("VERB"),
            form="surface",
            bare=_without_proclitics(),
            clitic_class=_clitic_class(),
        ),
        Priority.ACT,
    )


def _cue_class() -> pl.Expr:
    """The class of a cue's form; null for forms that are no cue."""
    base, form = pl.col("base"), pl.col("form")
    is_say, is_ambiguous = pl.col("entry_id") == _SAY, pl.col("is_ambiguous")
    is_finite = form.is_in(["perfect", "imperfect"])
    after_with = pl.col("proclitics").str.ends_with("ب")
    # A participle continues a statement in the indefinite accusative; elsewhere it is an adjective.
    is_accusative = base.str.ends_with("ا") | base.str.ends_with("ين") | (pl.col("gender") == "f")
    continues = (form == "participle") & is_accusative
    is_participle = continues & ~pl.col("has_article")
    return (
        pl.when(continues & is_say)
        .then(pl.lit("SAYING"))
        .when(is_participle & is_ambiguous)
        .then(pl.lit("WEAK_PARTICIPLE"))
        .when(is_participle)
        .then(pl.lit("PARTICIPLE"))
        # `قوله إن`, `اكتفى بالقول إن`
        .when((form == "masdar") & is_say & (~pl.col("has_article") | after_with))
        .then(pl.lit("NOMINAL"))
        # `علما`, `بينا`: the rare dual of a word that is something else.
        .when(is_ambiguous & (pl.col("number") == "d"))
        .then(None)
        .when(is_finite & is_ambiguous)
        .then(pl.lit("WEAK_FINITE"))
        .when(is_finite)
        .then(pl.lit("FINITE"))
    )


def _one_word(words: pl.DataFrame) -> pl.DataFrame:
    return words.filter(~pl.col("folded").str.contains(" ", literal=True))


def _clitic_class() -> pl.Expr:
    return pl.col("proclitics").map_elements(clitic_class, return_dtype=pl.String)
