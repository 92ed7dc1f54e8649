"""Who is spoken to or about beside a cue: no part of the words that name its speaker.

Where those words begin is found in `extract.reading.subjects`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, compile_rule, is_class, is_clitic, one_of
from extract.reading.knowledge import Knowledge
from extract.reading.organization_heads import media_heads
from extract.reading.spans import next_country, tokens_inside
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
_BEGINS = {"country": "COUNTRY", "place": "PLACE", "organization": "ORG", "agency": "ORG"}
_PLURALS = ("DEFINITE", "TITLE_DEFINITE", "SOURCE", "UNKNOWN_DEFINITE")
_DESCRIBES = "وصف"
_TELLS = ("أبلغ", "أخبر")
# Whom one warns or threatens comes with another verb's preposition: `حذرت المنظمة من الجوع`.
_WARNS = ("حذر", "هدد", "نبه", "توعد")
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
        `found` with `n_right` and `right_subject` shortened, and `has_object` where they were.
    """
    calls = pl.col("takes_addressee").fill_null(value=False)
    spans = found.select(
        "row", "lemma", calls=calls, start=pl.col("token") + 1 + pl.col("n_lead"), n="n_right"
    )
    words = tokens_inside(spans, "start", "n")
    is_first = words["at"] == words["start"]
    is_object = _is_object(words, reading, names) & ~is_first
    cut = words.filter(
        _is_audience(words, reading, knowledge) | is_object | _is_told(words, reading, names)
    )
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
        right_subject=pl.col("right_subject").str.head(n_left * 2),
        has_object=pl.col("n_cut").is_not_null(),
    ).drop("n_cut")


def _is_audience(words: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Whether a word after `ل` is of those one gives statements to."""
    bare = reading.text.at("bare", words["at"])
    before = reading.text.at("bare", words["at"] - 1)
    head = bare.str.strip_prefix("ال")
    is_media = head.is_in(media_heads(knowledge.lexicons)) | (head == "رويترز")
    speaks_to = is_media | bare.str.contains(_JOURNALISTS)
    # `الوزيرة في مؤتمر صحفي`: where one speaks is no part of who does.
    after = reading.text.at("bare", words["at"] + 1)
    is_venue = is_class(reading.letters[words["at"]], "IN") & after.is_in(_VENUES)
    has_li = is_clitic(reading.clitics[words["at"]], "l")
    return is_venue | (speaks_to & has_li & ~before.str.contains(_AT_ITS_HEAD))


def _is_told(words: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.Series:
    """Whether a medium is told something: `أبلغ مصدران رويترز بأن …`."""
    tells = words["lemma"].is_in(_TELLS).fill_null(value=False)
    agencies = names.filter(
        (pl.col("lexicon") == "agency")
        | (pl.col("entity_id").is_in(["organization:reuters", "organization:afp"]))
    )["token"]
    before = reading.letters[reading.text.step(words["at"], -1)]
    opens = is_class(reading.letters[words["at"]], "OPEN")
    return tells & (words["at"].is_in(agencies.implode()) | opens) & ~is_class(before, "ORG_HEAD")


def _is_object(words: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.Series:
    """Whether a further noun phrase begins at a word: `طالب السفير | الحكومة بوقف القتال`."""
    at = words["at"]
    bare = reading.text.at("bare", at)
    letter, before = reading.letters[at], reading.letters[at - 1]
    is_bare = is_clitic(reading.clitics[at], "bare")
    has_article = bare.str.starts_with("ال")
    begins_name = pl.Series([False] * len(at), dtype=pl.Boolean)
    for lexicon, name in _BEGINS.items():
        starts = names.filter(pl.col("lexicon") == lexicon)["token"]
        begins_name |= is_class(letter, name) & at.is_in(starts.implode())
    begins_body = is_class(letter, "ORG_HEAD") | (is_class(letter, "NOUN") & ~has_article)
    heads_many = reading.text.at("bare", words["start"]).str.contains(_MANY)
    are_many = is_class(letter, *_PLURALS) & bare.str.contains(_MANY) & ~heads_many
    is_described = (words["lemma"] == _DESCRIBES).fill_null(value=False)
    is_described &= is_class(letter, "DEFINITE", "UNKNOWN_DEFINITE")
    is_described &= is_class(before, "TITLE_DEFINITE", "NISBA", "COUNTRY", "PERSON")
    after_person = is_class(before, "PERSON") & ~is_class(letter, "PERSON", "GIVEN")
    after_person &= ~is_class(letter, "ANY_TITLE", "UNKNOWN")
    begins = begins_name | begins_body | are_many | is_described | after_person
    # What is definite is complete, and what follows it begins anew.
    is_complete = is_class(before, *_DEFINITE_ENDS) | (
        is_class(before, "ORG_HEAD", "SOURCE")
        & reading.text.at("bare", at - 1).str.starts_with("ال")
    )
    is_complete &= reading.text.at("folded", at - 1) != "باسم"
    return words["calls"] & is_bare & is_complete & begins


def is_called_on() -> pl.Expr:
    """Whether a verb that goes on (`، ودعت الاتحاد الأوروبي إلى …`) has only its addressee beside.

    At the start of a sentence it would be the subject; a title or a name is one anywhere, and so is
    whatever is followed by another.
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
    return calls & goes_on & alone & is_many & ~pl.col("right_subject").str.contains(_SOMEBODY)


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
