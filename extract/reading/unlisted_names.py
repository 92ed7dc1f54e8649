"""Unlisted words after a title: which of them are words, and name nobody.

No list holds them, so that their form and what stands after them must tell: `مسلح مجهز`, `الشاعر
ليمثله`, `الوكيل يترزز جنبه`. Where names begin and end belongs in `extract.reading.people`.
"""

import polars as pl

from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.knowledge import Knowledge
from extract.reading.open_words import given_names
from extract.reading.words import Reading

# With an article, or somebody's own.
_DEFINITE = "^ال|.{3}(?:ه|ها|هم|هما|نا|ي)$"
# `لحين`, `فور`, and `إلا` as it is written without its hamza.
_NO_NAMES = ("الا", "فور", "حين", "لحين", "املي", "سعادتي", "اسفي", "قلقي")
_OF_REGIONS = "^ال(?:عربي|غربي|خليجي|[أا]وروبي|[إا]فريقي|[آا]سيوي|مغاربي)ة?$"
_ADDRESSES = "^ال(?:سيدة?|دكتورة?|شيخ|[أا]ستاذة?|مهندسة?|[أا]مير|لواء|عميد|عقيد|فنان|كاتب)$"
# A preposition or a verb with somebody's pronoun: `بنزوعه`, `ليمثله`.
_OWNED = "^[لب]\\S{3,}(?:ه|ها|هم)$"
_IMPERFECT = "^و?[يت]\\S{3,}$"
_DEALS = "^و?يت\\S{3,}$"
# What a verb takes and a name does not.
_TAKEN = ("NOUN", "DEFINITE", "UNKNOWN_DEFINITE", "TITLE_DEFINITE", "ORG_HEAD")


def without_words(spans: pl.DataFrame, seen: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Leave out single unlisted words that name nobody.

    A known surname stands (`مستشار روحاني`), and what a first name leads (`رائد فهمي`).

    Args:
        spans: `token`, `n_tokens` of names.
        seen: Words with the letters that names are looked for by.
        knowledge: For given names and surnames.
    """
    alone = spans.filter(pl.col("n_tokens") == 1)
    word = seen.text.at("bare", alone["token"])
    title = seen.text.step(alone["token"], -1)
    is_word = _follows_indefinite(title, seen, knowledge) | _is_formed_so(alone, title, seen)
    is_word &= is_class(seen.letters[alone["token"]], "UNKNOWN")
    is_word &= ~word.is_in(knowledge.surnames)
    # `عميد السلك الدبلوماسي العربي`, but `السيد العربي`
    of_region = word.str.contains(_OF_REGIONS) & seen.text.at("bare", title).str.starts_with("ال")
    of_region &= ~seen.text.at("bare", title).str.contains(_ADDRESSES)
    words = alone.filter(is_word | of_region | word.is_in(_NO_NAMES))
    return spans.join(words, on=["token", "n_tokens"], how="anti", maintain_order="left")


def _follows_indefinite(title: pl.Series, seen: Reading, knowledge: Knowledge) -> pl.Series:
    """`مسلح مجهز`, `مدرب موقت`: one indefinite title is described by what follows."""
    bare = seen.text.at("bare", title)
    is_title = is_class(seen.letters[title], "TITLE")
    is_title &= ~(bare.str.contains(_DEFINITE) | bare.is_in(given_names(knowledge.lexicons)))
    return is_title & ~is_class(seen.letters[seen.text.step(title, -1)], "ANY_TITLE")


def _is_formed_so(alone: pl.DataFrame, title: pl.Series, seen: Reading) -> pl.Series:
    """Whether a word has the form of a verb or a noun of Arabic, and stands as one."""
    folded, after = seen.text.at("folded", alone["token"]), seen.text.step(alone["token"], 1)
    called = seen.text.at("bare", title)
    is_feminine = called.str.contains("(?:ة|ات)$") | (seen.letters[title] != code("TITLE_DEFINITE"))
    is_verb = folded.str.contains(_IMPERFECT) & is_class(seen.letters[after], *_TAKEN)
    is_verb &= is_clitic(seen.clitics[after], "bare", "b", "l")
    # `الوزير يتباحث مع نظيره`
    deals = folded.str.contains(_DEALS) & is_class(seen.letters[after], "ANY_PREP")
    is_verb |= deals
    return (
        folded.str.contains(_OWNED)
        | is_verb
        # `الإمام قرحة`: a man's name in ة is listed.
        | (folded.str.ends_with("ة") & ~is_feminine)
    )
