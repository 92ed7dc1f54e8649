"""Who is spoken to or about beside a cue: no part of the words that name its speaker.

Where those words begin is found in `extract.reading.subjects`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import (
    among,
    clitic_codes,
    code,
    compile_rule,
    is_class,
    is_clitic,
    one_of,
)
from extract.reading.knowledge import Knowledge
from extract.reading.organization_heads import media_heads
from extract.reading.spans import next_country, tokens_inside
from extract.reading.subject_edges import CALLED_ON
from extract.reading.words import Reading

# `وقال السفير لوكالة فرانس برس`, `كيني للصحافيين`: whom one speaks to …
_JOURNALISTS = "^(?:ال|ل)?(?:صحفي|صحافي|اعلامي)(?:ين|ون)$|^الصحاف[ةه]$"
# … but `المدير العام لوكالة الأنباء` is at the head of it.
_AT_ITS_HEAD = "^(?:ال)?(?:عام|عامه|عامة|تحرير|مراسل|مراسلة|تنفيذي|تنفيذية|اقليمي|سابق)$"
_VENUES = ("مؤتمر", "لقاء", "اجتماع", "مقابلة", "حوار", "تصريح", "بيان", "كلمة", "ندوة", "جلسة")
_MANY = "^ال\\S{3,}(?:ين|ون|ات)$"
_DEFINITE_ENDS = (
    *("NISBA", "COUNTRY", "PLACE", "TITLE_DEFINITE", "DEFINITE", "UNKNOWN_DEFINITE", "ORG"),
    "PERSON",
)
# By the list a name is of, the letter of its words.
_BEGINS = {
    name: code(letter)
    for name, letter in (
        ("country", "COUNTRY"), ("place", "PLACE"), ("organization", "ORG"), ("agency", "ORG"),
    )
}  # fmt: skip
_AGENCIES = ("organization:reuters", "organization:afp")
_PLURALS = ("DEFINITE", "TITLE_DEFINITE", "SOURCE", "UNKNOWN_DEFINITE")
# Whom the world's appeals are made to: `طالب وزير الخارجية | المجتمع الدولي بـ`.
_CALLED_ON = (
    *CALLED_ON,
    *("العالم", "الجميع", "جميع", "كل", "كافة", "سائر", "العديد"),
)
_DESCRIBES = "وصف"
# `هنأ الرئيس المصري | رئيس كينيا`: whom one congratulates follows without a preposition.
_CONGRATULATES = "هنأ"
_TELLS = ("أبلغ", "أخبر", "أفاد")
# Whom one warns or threatens comes with another verb's preposition: `حذرت المنظمة من الجوع`.
_WARNS = ("حذر", "هدد", "نبه", "توعد")
# … and nobody accuses without saying whom: `واتهم الرئيس السابق سامي نور، بأنه أهدر المال`.
_ACCUSES = "اتهم"
_ONE_ACCUSED = compile_rule(
    "^(?:ANY_TITLE|NISBA|DEFINITE|ADJECTIVE* bare+PERSON PERSON* | COUNTRY+ | PLACE | ORG+) COMMA?$"
)
_GOES_ON = compile_rule("COMMA|CLOSE$")
_AT_START = compile_rule("(?:^ | STOP|BREAK)$")
# Words before the one that says whose the addressee is: `أجهزة الاستخبارات الباكستانية`.
_NEAR = 2
_ONLY_MARKS = compile_rule("^OPEN|CLOSE*$")
_SOMEBODY = f"^.{one_of('ANY_TITLE', 'PERSON', 'GIVEN')}"


def without_objects(
    found: pl.DataFrame, reading: Reading, names: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Cut the subject right of each verb before those spoken to or about.

    Args:
        found: Statements with `n_right`, `n_lead`, `right_subject`.
        reading: Words of the batch.
        names: Names of the lexicon, for where they begin.
        knowledge: For the nouns of media.

    Returns:
        `found` with `n_right`, `right_subject` and `n_source` shortened, and `has_object`.
    """
    calls = pl.col("takes_addressee").fill_null(value=False)
    # … or of a source, `بحسب ما قال مسؤول | لرويترز`.
    start = pl.coalesce("source_token", pl.col("token") + 1 + pl.col("n_lead"))
    n, is_source = pl.coalesce("n_source", "n_right"), pl.col("n_source").is_not_null()
    spans = found.select("row", "lemma", is_source=is_source, calls=calls, start=start, n=n)
    words = tokens_inside(spans, "start", "n")
    told = _told(words, reading, names)
    cut = pl.concat([_audience(words, reading, knowledge), _objects(words, reading, names), told])
    cuts = cut.group_by("row").agg(n_cut=(pl.col("at") - pl.col("start")).min().cast(pl.UInt32))
    joined = found.join(cuts, on="row", how="left", maintain_order="left")
    letters = pl.col("right_subject")
    n_left = pl.min_horizontal("n_right", "n_cut")
    # `أبلغ «الجريدة» حسن العكبري أن …`: whom one tells may stand before who tells it.
    n_left = (
        pl.when((n_left == 0) & letters.str.contains(one_of("PERSON")))
        .then("n_right")
        .otherwise(n_left)
    )
    is_marks = letters.str.head(n_left * 2).str.contains(_ONLY_MARKS)
    n_left = pl.when(~is_marks).then(n_left)
    return joined.with_columns(
        n_right=n_left,
        n_source=pl.when(is_source).then(pl.min_horizontal("n_source", "n_cut")),
        right_subject=pl.col("right_subject").str.head(n_left * 2),
        has_object=pl.col("n_cut").is_not_null(),
    ).drop("n_cut")


def _audience(words: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """The words after `ل` of those one gives statements to."""
    letter, clitic = reading.letters[words["at"]], reading.clitics[words["at"]]
    has_li, is_in = is_clitic(clitic, "l"), is_class(letter, "IN")
    words = words.hstack([has_li.alias("has_li"), is_in.alias("is_in")]).filter(has_li | is_in)
    text, at = reading.text, words["at"]
    beside = [
        text.at("bare", text.step(at, n)).alias(name)
        for name, n in (("before", -1), ("bare", 0), ("after", 1))
    ]
    bare = pl.col("bare")
    is_media = bare.str.strip_prefix("ال").is_in(media_heads(knowledge.lexicons))
    speaks_to = is_media | (bare == "رويترز") | bare.str.contains(_JOURNALISTS)
    # `الوزيرة في مؤتمر صحفي`: where one speaks is no part of who does.
    is_venue = pl.col("is_in") & pl.col("after").is_in(_VENUES)
    # `قالت الهند للسلطات الكينية إن`: no name of a land goes on so.
    is_land = is_class(reading.letters[words["start"]], "COUNTRY")
    is_land &= is_class(reading.letters[text.step(at, -1)], "COUNTRY")
    is_land &= is_class(
        reading.letters[at], "ORG_HEAD", "ORG", "ANY_TITLE", "SOURCE", "NUMBER", "TIME"
    )
    speaks_to |= pl.lit(is_land)
    speaks_to &= pl.col("has_li") & ~pl.col("before").str.contains(_AT_ITS_HEAD)
    # `بحسب المجلس الهندي للصحافة`, `حسبما أظهر مسح لرويترز` tell nobody.
    verb = reading.letters[text.step(words["start"], -1)]
    is_told = is_class(verb, "FINITE", "WEAK_FINITE", "VERB", "TIME") & (at > words["start"])
    is_told &= ~is_class(reading.letters[words["start"]], "DOCUMENT")
    speaks_to &= ~pl.col("is_source") | pl.lit(is_told)
    return words.hstack(beside).filter(is_venue | speaks_to).select("row", "at", "start")


def _told(words: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Media that are told something: `أبلغ مصدران رويترز بأن …`."""
    words = words.filter(pl.col("lemma").is_in(_TELLS))
    is_agency = (pl.col("lexicon") == "agency") | pl.col("entity_id").is_in(_AGENCIES)
    agencies = names.filter(is_agency)["token"]
    before = reading.letters[reading.text.step(words["at"], -1)]
    opens = is_class(reading.letters[words["at"]], "OPEN")
    is_told = words["at"].is_in(agencies.implode()) | opens
    is_told &= ~is_class(before, "ORG_HEAD")
    # `أفاد مراسل وكالة فرانس برس`, but `أفاد مصدر أمني وكالة فرانس برس`
    is_told &= (words["lemma"] != "أفاد") | is_class(before, *_DEFINITE_ENDS, "ADJECTIVE")
    return words.select("row", "at", "start").filter(is_told)


def _objects(words: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Words at which a further noun phrase begins: `طالب السفير | الحكومة بوقف القتال`."""
    words = words.filter(
        pl.col("calls")
        & (pl.col("at") > pl.col("start"))
        & pl.lit(is_clitic(reading.clitics[words["at"]], "bare"))
    )
    text, at = reading.text, words["at"]
    beside = pl.DataFrame(
        {
            "letter": reading.letters[at],
            "before": reading.letters[at - 1],
            "bare": text.at("bare", at),
            "bare_before": text.at("bare", at - 1),
            "folded_before": text.at("folded", at - 1),
            "first": text.at("bare", words["start"]),
            "begins_name": _begin_names(at, names, reading),
        }
    )
    # `طالبت الخارجية، المجتمع الدولي، بـ`: the comma is nobody's.
    after_comma = (pl.col("before") == code("COMMA")).cast(pl.UInt32)
    return (
        words.hstack(beside).filter(_is_object()).select("row", pl.col("at") - after_comma, "start")
    )


@cache
def _is_object() -> pl.Expr:
    letter, bare = pl.col("letter"), pl.col("bare")
    is_noun = (letter == code("NOUN")) & ~bare.str.starts_with("ال")
    heads_many = pl.col("first").str.contains(_MANY)
    are_many = among("letter", _PLURALS) & bare.str.contains(_MANY) & ~heads_many
    is_described = (pl.col("lemma") == _DESCRIBES).fill_null(value=False)
    is_described &= among("letter", ("DEFINITE", "UNKNOWN_DEFINITE", "CONTENT_NOUN", "DOCUMENT"))
    is_described &= among(
        "before", ("TITLE_DEFINITE", "NISBA", "COUNTRY", "PERSON", "ORG", "DEFINITE")
    )
    after_person = pl.col("before") == code("PERSON")
    after_person &= ~among("letter", ("PERSON", "GIVEN", "ANY_TITLE", "UNKNOWN"))
    begins = pl.col("begins_name") | (letter == code("ORG_HEAD")) | is_noun | are_many
    is_greeted = (pl.col("lemma") == _CONGRATULATES).fill_null(value=False)
    is_greeted &= among("letter", ("ANY_TITLE",))
    is_greeted &= among("before", ("TITLE_DEFINITE", "NISBA", "COUNTRY"))
    begins |= is_described | after_person | is_greeted | bare.is_in(_CALLED_ON)
    # What is definite is complete, and what follows it begins anew.
    is_complete = among("before", (*_DEFINITE_ENDS, "COMMA")) | (
        among("before", ("ORG_HEAD", "SOURCE", "TITLE"))
        & pl.col("bare_before").str.starts_with("ال")
    )
    return is_complete & (pl.col("folded_before") != "باسم") & begins


def _begin_names(tokens: pl.Series, names: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a name of a list begins at each token, whose letter is of that list."""
    found = names.select("token", "lexicon").filter(pl.col("token").is_in(tokens.implode()))
    letter = found["lexicon"].replace_strict(_BEGINS, default=None, return_dtype=pl.UInt8)
    return tokens.is_in(found["token"].filter(reading.letters[found["token"]] == letter).implode())


@cache
def is_called_on() -> pl.Expr:
    """Whether a verb that goes on (`، ودعت الاتحاد الأوروبي إلى …`) has only its addressee beside.

    At the start of a sentence it would be the subject; a title or a name is one anywhere, and so is
    whatever is followed by another. Only who is accused is never left out.
    """
    calls = pl.col("takes_addressee").fill_null(value=False)
    # A headline says who speaks first.
    goes_on = pl.col("left").str.contains(_GOES_ON) | (
        (pl.col("part") == "headline") & ~pl.col("left").str.contains(_AT_START)
    )
    goes_on &= pl.col("clitic").is_in(clitic_codes("w"))
    calls &= ~pl.col("lemma").is_in(_WARNS)
    alone = pl.col("n_lead") + pl.col("n_right") == pl.col("n_gap")
    is_many = pl.col("right_subject").str.len_bytes() > 0
    accuses = (pl.col("lemma") == _ACCUSES) & (pl.col("suffix").fill_null("") == "")
    accuses &= pl.col("form").is_in(["perfect", "imperfect"])
    accuses &= pl.col("clitic").is_in(clitic_codes("w"))
    accuses &= pl.col("gap").str.contains(_ONE_ACCUSED)
    goes_on &= alone & is_many & ~pl.col("right_subject").str.contains(_SOMEBODY)
    return calls & (goes_on | accuses)


def addressee_countries(
    statements: pl.DataFrame, reading: Reading, names: pl.DataFrame
) -> pl.Series:
    """The country of those whom each cue calls on (`دعا الصين إلى`), null where it names none.

    Args:
        statements: With `n_gap`, and `subject_token`, `n_subject` of subjects.
        reading: Words of the batch.
        names: Names of the lexicon.
    """
    start = pl.col("token") + 1
    end = start + pl.col("n_gap")
    subject_end = pl.col("subject_token") + pl.col("n_subject")
    is_inside = pl.col("subject_token").is_between(start, end, closed="left")
    region = statements.select(
        end=end,
        start=pl.when(is_inside).then(subject_end).otherwise(start),
        calls="takes_addressee",
    )
    following = next_country(names, region["start"].fill_null(0))
    led_by = reading.letters[following["at"].fill_null(1) - 1]
    is_where = is_class(led_by, "IN", "PREP", "TO", "ON", "ABOUT")
    return region.select(
        pl.when(
            pl.col("calls").fill_null(value=False)
            & (pl.lit(following["at"]) < pl.col("end"))
            & (pl.lit(following["at"]) <= pl.col("start") + _NEAR)
            & ~pl.lit(is_where)
        ).then(pl.lit(following["country_code"]))
    ).to_series()
