"""Speakers who go on speaking: the state that runs along an article where a cue has no subject.

A cue without a subject goes on with the last speaker of its level whose gender its verb agrees
with, else with the last of its level, else with whom the text before was about.
"""

import polars as pl

from extract.reading.acting import PERSON_SPEAKER, take_acting
from extract.reading.alphabet import codes
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

SPEAKER = (
    "speaker_name",
    "speaker_type",
    "speaker_entity_id",
    "speaker_country_code",
    "is_of_none",
    "speaker_role_token",
    "speaker_n_role",
    "antecedent_token",
)
# `المتحدث`, `المتحدث الأمريكي`: a longer description says enough to be a source of its own.
_SHORT_DESCRIPTION = 2
# Offices that tell their holders apart, as nobody is told apart by `المسؤول` or `المتحدث`.
_OFFICES = (
    *("وزير", "وزيرة", "رئيس", "رئيسة", "سفير", "سفيرة", "مدير", "مديرة", "ملك", "أمير", "امير"),
    *("محافظ", "محافظة", "نائب", "نائبة", "مبعوث", "مبعوثة", "قائد", "خبير", "خبيرة", "لاعب"),
    *("محام", "محامية", "محامي", "طبيب", "طبيبة", "قاضي", "مفوض", "مفوضة", "عميد", "مندوب"),
)
# Tokens that `في بيان` may stand before the verb it belongs to.
_SAME_SENTENCE = 25
_ANY_OFFICE = f" (?:ال)?(?:{'|'.join(_OFFICES)})(?: |$)"
# `اللاجئون`, `السلطات`, `التقارير`: several are nobody in particular who spoke before.
_PAIR = "ال(?:جانب|طرف|بلد|دولت|وزير|رئيس|زعيم|مس[ؤئ]ول|قائد|سفير|مصدر|نائب|متهم|لاعب|خبير|قيادي)ان"
_SEVERAL = f"^(?:[^ ]+(?:ون|ين|ات)|{_PAIR}|ال..ا.ي.)(?: |$)"
# `الصحافة`, `المعارضة`: so is a body of people that no title names.
_BODY = "^[^ ]+ة(?: |$)"


def carry_speakers(
    statements: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Give statements without a speaker the one who goes on speaking.

    Args:
        statements: With `SPEAKER`, `speaker_resolution`, `co_speakers`, `gender`, `row`, `parent`.
        people: Person mentions with `display_name`, `person_id`, `person_country`.
        reading: Words of the batch.

    Returns:
        `statements` in order of `token`, with `speaker_resolution` and `co_speakers` everywhere.
    """
    statements = statements.with_columns(role_words=_role_words(statements, reading))
    statements = _compatriots(take_acting(statements.sort("token"), people), people, reading)
    carried = _continue(_with_source(statements, people, reading)).drop("role_words")
    carried = _introduce(carried, people, reading)
    return carried.with_columns(
        speaker_resolution=pl.when(pl.col("speaker_resolution").is_not_null())
        .then("speaker_resolution")
        .when(pl.col("speaker_name").is_not_null())
        .then(pl.lit("carried"))
        .otherwise(pl.lit("unresolved")),
        co_speakers=pl.col("co_speakers").fill_null([]),
    ).sort("token")


def _is_open(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """A definite description of one that found nobody goes on with the speaker before it."""
    name = pl.col("speaker_name")
    letter = pl.lit(reading.letters.gather(statements["subject_token"]))
    is_body = name.str.contains(_BODY) & letter.is_in(codes("DEFINITE"))
    return (
        pl.col("speaker_type").is_in(["unnamed", "document"])
        & name.str.starts_with("ال")
        & ~name.str.contains(_SEVERAL)
        & ~is_body
        & (pl.col("n_speaker") <= _SHORT_DESCRIPTION)
        & (pl.col("speaker_resolution") == "stated")
    ).fill_null(value=False)


def _role_words(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each speaker's title, a space before each; null where it has none."""
    roles = statements.select("row", token="speaker_role_token", n="speaker_n_role").drop_nulls()
    words = tokens_inside(roles, "token", "n")
    words = words.with_columns(word=reading.text.at("bare", words["at"]))
    texts = words.group_by("row", maintain_order=True).agg(
        role_words=pl.concat_str(pl.lit(" "), "word").str.join("")
    )
    return statements.join(texts, on="row", how="left", maintain_order="left")["role_words"]


def _follows_person(statements: pl.DataFrame, people: pl.DataFrame) -> pl.Series:
    """Whether the article names somebody before the cue."""
    firsts = people.group_by("document", maintain_order=True).agg(first=pl.col("token").min())
    joined = statements.join(firsts, on="document", how="left", maintain_order="left")
    return joined.select((pl.col("first") < pl.col("token")).fill_null(value=False)).to_series()


def _with_source(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `source`, the row whose speaker each statement has: its own or one before it."""
    # Statements of the article's own level have no parent, and are a level too.
    level = [pl.col("document"), pl.col("parent").fill_null(-1)]
    statements = statements.with_columns(
        is_open=_is_open(statements, reading), gender=pl.col("gender").fill_null("?")
    ).sort("token")
    is_pair = pl.col("text").str.contains(_PAIR) & (pl.col("speaker_resolution") == "stated")
    statements = statements.with_columns(is_pair=is_pair.fill_null(value=False))
    has_own = pl.col("speaker_name").is_not_null() & ~(pl.col("is_open") | pl.col("is_pair"))
    statements = statements.with_columns(own=pl.when(has_own).then("row"))
    # Where nobody spoke or was named before it, a description is whoever goes on after it.
    is_first = pl.col("is_open") & pl.col("own").forward_fill().over(*level).is_null()
    is_first &= (pl.col("speaker_type") == "unnamed") & ~pl.lit(_follows_person(statements, people))
    is_first &= pl.col("parent").is_null()
    statements = statements.with_columns(own=pl.when(is_first).then("row").otherwise("own"))
    statements = _apart(statements, _last(level), reading)
    source = pl.coalesce(_last(level), "parent", pl.when("is_open").then("row"))
    return statements.with_columns(source=source.cast(pl.UInt32))


def _last(level: list[pl.Expr]) -> pl.Expr:
    """The row of its level that each goes on with: its own, the last of its gender, the last."""
    own = pl.col("own")
    return pl.coalesce(
        "own", own.forward_fill().over(*level, "gender"), own.forward_fill().over(*level)
    )


def _apart(statements: pl.DataFrame, last: pl.Expr, reading: Reading) -> pl.DataFrame:
    """Let descriptions speak for themselves that do not fit who spoke before.

    `المراقب الأمريكي` is no Sudanese, `السفير` no minister, and a document is no person.
    """
    before = statements.select(
        "row",
        *(pl.col(c).alias(f"last_{c}") for c in SPEAKER),
        last_role="role_words",
        last_token="token",
    )
    joined = statements.with_columns(last=last.cast(pl.UInt32)).join(
        before, left_on="last", right_on="row", how="left", maintain_order="left"
    )
    head = pl.col("text").str.extract("^ال([^ ]+)", 1)
    # A nisba alone is somebody's surname.
    is_other = (pl.col("speaker_country_code") != pl.col("last_speaker_country_code")) & (
        pl.col("n_speaker") > 1
    )
    is_written = (pl.col("speaker_type") == "document") & (pl.col("last_speaker_type") == "person")
    is_written &= ~pl.lit(_was_spoken_in(joined, reading))
    # A role whose words are known names the office, where the description names one.
    holds_office = pl.col("last_role").str.contains(_ANY_OFFICE)
    # Words are compared as they stand: a pattern of each row's own would be compiled for each row.
    last_words = (pl.col("last_role") + " ").str.replace_all(" ال", " ", literal=True)
    holds_same = last_words.str.contains(
        pl.concat_str(pl.lit(" "), head, pl.lit(" ")), literal=True
    )
    holds_other = holds_office & head.is_in(_OFFICES) & ~holds_same
    is_apart = pl.col("is_open") & pl.any_horizontal(
        e.fill_null(value=False) for e in (is_other, is_written, holds_other)
    )
    # A pair is named by the one of it who spoke last.
    takes = pl.col("is_pair") & (pl.col("last_speaker_type") == "person").fill_null(value=False)
    is_own = is_apart | pl.col("is_pair")
    taken = (pl.when(takes).then(f"last_{c}").otherwise(c).alias(c) for c in SPEAKER)
    return (
        joined.with_columns(
            *taken,
            speaker_resolution=pl.when(takes).then(pl.lit("joint")).otherwise("speaker_resolution"),
            own=pl.when(is_own).then("row").otherwise("own"),
            is_open=pl.col("is_open") & ~is_own,
        )
        .with_columns(is_of_none=pl.col("is_of_none") | pl.col("is_pair"))
        .drop("last", "^last_.*$", "is_pair")
    )


def _was_spoken_in(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether who spoke last did so in the document described: `قال … في بيان. وأضاف البيان`."""
    letters = reading.letters
    is_first = letters.shift(1).is_in(codes("IN"))
    told = reading.text.tokens.select("document", told_at="token").filter(
        is_first.fill_null(value=False)
    )
    told = told.with_columns(noun=reading.text.at("bare", told["told_at"]).str.replace("^ال", ""))
    asked = statements.select(
        "row", "document", "token", "last_token", noun=pl.col("text").str.extract("^ال([^ ]+)", 1)
    )
    nearest = asked.sort("token").join_asof(
        told.sort("told_at"),
        left_on="token",
        right_on="told_at",
        by=["document", "noun"],
        strategy="backward",
        check_sortedness=False,
    )
    is_near = pl.col("told_at") + _SAME_SENTENCE >= pl.col("last_token")
    found = nearest.select("row", is_told=is_near.fill_null(value=False))
    return statements.join(found, on="row", how="left", maintain_order="left")["is_told"]


def _compatriots(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give `المسؤول الموريتاني` the last person before it whom the article gives that country."""
    is_asked = _is_open(statements, reading) & (pl.col("n_speaker") == _SHORT_DESCRIPTION)
    letters = reading.letters.gather(statements["subject_token"])
    is_asked &= (pl.col("speaker_type") == "unnamed") & letters.is_in(codes("ANY_TITLE", "SOURCE"))
    asked = statements.filter(is_asked).select(
        "row", "document", "token", country="speaker_country_code"
    )
    named = people.filter(~pl.col("is_worldwide")).select(
        "document",
        at="token",
        country="person_country",
        **{f"found_{name}": value for name, value in PERSON_SPEAKER.items()},
    )
    found = asked.drop_nulls("country").join_asof(
        named.drop_nulls("country"), left_on="token", right_on="at", by=["document", "country"],
        strategy="backward", check_sortedness=False,
    ).drop_nulls("at")  # fmt: skip
    joined = statements.join(
        found.select("row", "^found_.*$"), on="row", how="left", maintain_order="left"
    )
    has = pl.col("found_speaker_name").is_not_null()
    return joined.with_columns(
        *(pl.when(has).then(f"found_{c}").otherwise(c).alias(c) for c in PERSON_SPEAKER),
        speaker_resolution=pl.when(has).then(pl.lit("title")).otherwise("speaker_resolution"),
    ).drop("^found_.*$")


def _continue(statements: pl.DataFrame) -> pl.DataFrame:
    """Take the speaker's columns from `source`; a description so answered has found its holder."""
    speakers = statements.select("row", *(pl.col(c).alias(f"from_{c}") for c in SPEAKER))
    carried = statements.join(
        speakers, left_on="source", right_on="row", how="left", maintain_order="left"
    )
    takes = pl.col("own").is_null() & (pl.col("source") != pl.col("row")).fill_null(value=True)
    return carried.with_columns(
        *(pl.when(takes).then(f"from_{c}").otherwise(c).alias(c) for c in SPEAKER),
        speaker_resolution=pl.when(takes & pl.col("is_open"))
        .then(pl.lit("title"))
        .otherwise("speaker_resolution"),
    ).drop("^from_.*$", "own", "source", "is_open")


def _introduce(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Where nobody has spoken yet, take the first person of the last sentence that named one."""
    sentence = reading.text.tokens["sentence"]
    firsts = (
        people.with_columns(named_sentence=sentence.gather(people["token"]))
        .unique("named_sentence", keep="first", maintain_order=True)
        .select(
            "document",
            "named_sentence",
            *(e.alias(f"intro_{c}") for c, e in PERSON_SPEAKER.items()),
        )
        .sort("named_sentence")
    )
    asking = statements.with_columns(cue_sentence=sentence.gather(statements["token"]))
    found = asking.sort("cue_sentence").join_asof(
        firsts,
        left_on="cue_sentence",
        right_on="named_sentence",
        by="document",
        strategy="backward",
        check_sortedness=False,
    )
    is_lost = pl.col("speaker_name").is_null() & pl.col("intro_speaker_name").is_not_null()
    return found.with_columns(
        pl.when(is_lost).then(f"intro_{c}").otherwise(c).alias(c) for c in PERSON_SPEAKER
    ).drop("^intro_.*$", "cue_sentence", "named_sentence", strict=False)
