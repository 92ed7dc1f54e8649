"""Where the words that name a speaker begin and end: less marks, pronouns, what the verb takes."""

from collections.abc import Callable

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule, is_class, is_clitic
from extract.reading.role_bearers import COUNTERPART
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

_SUBJECT = ("subject_token", "n_subject", "subject")
_OPENS = f"^.{LETTERS['OPEN']}.."
_ENDS_OPEN = f"...{LETTERS['OPEN']}$"
# With `ه` by their form, as `ة` is written so too: `تأكيده`, `تمسكه`, `استعداده`.
_OWNED = (
    r"^(?:\S{3,}(?:ها|هم|هما|اته|ته)|ت\S\S?ي\Sه|ت\S{3}ه|است\S+ه|ا\Sت\Sا\Sه"
    r"|(?:رفض|دعم|حرص|شكر|امل|اسف|قلق|عزم|تضامن)ه)$"
)
SEAT = "^و?مقر(?:ه|ها|هما)$"
# `وهو يقول`, `وقال هؤلاء`: says no more of who it is than the verb does.
_PRONOUNS = (
    *("هو", "هي", "هم", "هما", "هن", "انا", "نحن", "انت", "انتم"),
    *("هؤلاء", "اولئك", "هذا", "هذه"),
)
# `واختتم تصريحاته بالقول`: what he ends says nothing.
_OWN_SPEECH = (
    "^(?:تصريح|حديث|كلام|كلمت|حوار|مداخلت|خطاب|مقال|مقالت|رسالت|بيان|مؤتمر)(?:ات)?(?:ه|ها|هم|هما)$"
)
# `أكد له مرة أخرى`
_ONCE_MORE = ("مرة", "مرارا")
_EVENTS = (
    "^(?:ال)?(?:مؤتمر|اجتماع|مقابلة|لقاء|حوار|كلمة|تصريح|تصريحات|ندوة|جلسة|قمة|افتتاح|ختام|حفل)$"
)
_TOLD = "^ل(?:وسائل|صحف|مراسلي|اذاعة|تلفزيون)$"
_VEILS = ("النقاب", "التاكيد", "الترحيب", "التحذير", "التعهد")
# `وقال المهم أن`
_MATTERS = ("المهم", "الاهم")
_POINTERS = ("هذا", "هذه", "ذلك", "تلك", "ذات", "نفس")
_MANY = "(?:ون|ين|ان|ات)$|^المصادر$"
_DEFINITES = ("NISBA", "DEFINITE", "TITLE_DEFINITE", "UNKNOWN_DEFINITE")

# Whom the world's appeals are made to: `المجتمع الدولي`.
CALLED_ON = ("المجتمع", "الدول", "الاطراف", "الجهات", "المنظمات")
# Of prepositions those that say where somebody serves.
_WITHIN = ("لدي", "داخل", "وسط", "ضمن")
_ISSUED = "^(?:ال)?صادرة?$|^صدرت?$"
_ISSUED_BY_BODY = compile_rule("^DOCUMENT bare+ORG_HEAD")


def trim_subjects(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Trim `subject_token`, `n_subject` and `subject` (letters) of subjects.

    Args:
        found: Statements with `row` and these columns, null where no subject is.
        reading: Words of the batch.
    """
    found = _cut_at(_cut_at(found, reading, _is_owned), reading, _is_warned)
    found = _cut_at(found, reading, _is_counterpart)
    found = _cut_at(_cut_at(found, reading, _is_beside), reading, _is_lifted)
    found = _cut_at(found, reading, _is_occasion)
    found = _without_documents(_cut_at(found, reading, _is_seat), reading)
    found = _without_pointers(_without_outer_marks(found), reading)
    head = reading.text.at("bare", found["subject_token"])
    is_pronoun = pl.lit(head.is_in(_PRONOUNS)) & (pl.col("n_subject") == 1)
    is_speech = pl.lit(head.str.contains(_OWN_SPEECH)) & pl.col("source_token").is_null()
    # `وجدد التأكيد على`: nor does what is renewed.
    is_veil = reading.text.at("folded", found["subject_token"]).is_in([*_VEILS, *_MATTERS])
    is_pronoun |= pl.lit(head.is_in(_ONCE_MORE) | is_veil) | is_speech
    return found.with_columns(
        pl.when(~is_pronoun.fill_null(value=False)).then(name).alias(name) for name in _SUBJECT
    )


def _is_owned(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """Somebody's own: `جدد الرئيس اليمني | تأكيداته بأن …`.

    After what is definite a noun with a pronoun is no part of the phrase, but what the verb takes.
    """
    at = inside["at"]
    is_object = is_class(reading.letters[at], "NOUN", "CONTENT_NOUN")
    is_object &= reading.text.at("bare", at).str.contains(_OWNED)
    # `نقلت عن مصادر تركية رسمية | تأكيدها أن`
    before = reading.letters[reading.text.step(at, -1)]
    return is_object & is_class(before, *_DEFINITES, "ADJECTIVE")


def _is_warned(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whom a document calls on: `وحذر البيان | ميليشيات الحوثي`, as its article ends it."""
    letters, text, head = reading.letters, reading.text, inside["subject_token"]
    is_next = (inside["at"] == head + 1) & is_class(letters[head], "DOCUMENT")
    is_body = is_class(letters[inside["at"]], "ORG", "ORG_HEAD", "COUNTRY", "PLACE")
    is_next &= is_body | text.at("bare", inside["at"]).is_in(CALLED_ON)
    return is_next & text.at("bare", head).str.starts_with("ال")


def _is_counterpart(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whom one has for a counterpart: `هنأ الرئيس المصري | نظيره الفرنسي`."""
    return reading.text.at("bare", inside["at"]).str.contains(COUNTERPART) & is_clitic(
        reading.clitics[inside["at"]], "bare"
    )


def _is_beside(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """What the verb takes: `أعلن النادي | عبر موقعه`, and a country one is sent to."""
    is_prep = is_class(reading.letters[inside["at"]], "PREP")
    serves = reading.text.at("folded", inside["at"]).is_in(_WITHIN)
    after = reading.letters[reading.text.step(inside["at"], 1)]
    return is_prep & ~(serves & is_class(after, "ORG", "ORG_HEAD"))


def _is_occasion(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where and to whom it is said: `قال سامي | في المؤتمر`, `مسؤولون | لوسائل إعلام`."""
    text, at = reading.text, inside["at"]
    is_event = text.at("bare", text.step(at, 1)).str.contains(_EVENTS)
    is_event &= is_class(reading.letters[at], "IN")
    return is_event | text.at("folded", at).str.contains(_TOLD)


def _is_lifted(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """What is lifted or renewed: `كشفت الشركة | النقاب عن خطتها`, `جدد الوزير | التأكيد على`."""
    return reading.text.at("folded", inside["at"]).is_in(_VEILS)


def _is_seat(inside: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where a body has its seat: `المرصد | ومقره بريطانيا`."""
    return reading.text.at("folded", inside["at"]).str.contains(SEAT)


def _cut_at(
    found: pl.DataFrame, reading: Reading, ends: Callable[[pl.DataFrame, Reading], pl.Series]
) -> pl.DataFrame:
    """End subjects before the first of their further words that `ends` them."""
    inside = tokens_inside(
        found.select("row", "subject_token", "n_subject"), "subject_token", "n_subject"
    )
    inside = inside.filter(pl.col("at") > pl.col("subject_token"))
    first = inside.filter(ends(inside, reading)).group_by("row").agg(cut=pl.col("at").min())
    joined = found.join(first, on="row", how="left", maintain_order="left")
    length = pl.col("cut") - pl.col("subject_token")
    return joined.with_columns(
        n_subject=pl.coalesce(length, "n_subject").cast(found["n_subject"].dtype),
        subject=pl.when(length.is_null())
        .then("subject")
        .otherwise(pl.col("subject").str.head(length * WIDTH)),
    ).drop("cut")


def _without_documents(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin at who issued it: `بيان | الجيش`, `تقرير | اللجنة` are what the body says.

    A body of a name of its own (`بيان وزارة التجارة`) is found by it; here it is only meant.
    """
    subject, first = pl.col("subject"), pl.col("subject_token").fill_null(0)
    noun, body = (
        reading.text.at("bare", found.select(first + n).to_series()).str.starts_with("ال")
        for n in (0, 1)
    )
    is_issued = subject.str.contains(_ISSUED_BY_BODY) & ~pl.lit(noun) & pl.lit(body)
    return _at_issuers(_from_second(found, is_issued.fill_null(value=False)), reading)


def _at_issuers(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Put a body for its document: `بيان صادر عن | الوزارة`, `بيان | للوزارة`, if it has no name.

    Its letters are left for the caller to read, as those of sources are.
    """
    text, n = reading.text, pl.col("n_subject")
    first, last = found.select(
        first=pl.col("subject_token").fill_null(0),
        last=(pl.col("subject_token") + n - 1).fill_null(0),
    )
    is_issued = text.at("bare", last).str.contains(_ISSUED)
    is_issued &= text.at("folded", text.step(last, 1)) == "عن"
    body = text.step(last, is_issued.cast(pl.UInt32) * 2)
    is_issued |= is_clitic(reading.clitics[last], "l") & (last == first + 1)
    is_issued &= is_class(reading.letters[first], "DOCUMENT") & (found["subject_token"] == first)
    is_issued &= is_class(reading.letters[body], "ORG_HEAD")
    is_issued &= text.at("bare", body).str.starts_with("ال")
    is_issued &= ~is_class(reading.letters[text.step(body, 1)], "NISBA", "DEFINITE", "ORG")
    puts = pl.lit(is_issued.fill_null(value=False))
    return found.with_columns(
        subject_token=pl.when(puts).then(pl.lit(body)).otherwise("subject_token"),
        n_subject=pl.when(puts).then(1).otherwise(n).cast(found["n_subject"].dtype),
        subject=pl.when(~puts).then("subject"),
    )


def _without_pointers(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin at what `هذا المسؤول`, `ذات المصدر` and `نفس المتحدث` point at."""
    first = found["subject_token"]
    points = reading.text.at("bare", first).is_in(_POINTERS)
    points &= reading.text.at("bare", reading.text.step(first, 1)).str.starts_with("ال")
    # `هذه النتائج تؤكد`, `هؤلاء الأعضاء` go on with nobody.
    head = reading.text.step(first, 1)
    points &= is_class(reading.letters[head], "ANY_TITLE", "SOURCE")
    points &= ~reading.text.at("bare", head).str.contains(_MANY) & (found["n_subject"] > 1)
    return _from_second(found, pl.lit(points.fill_null(value=False)))


def _from_second(found: pl.DataFrame, leaves_first: pl.Expr) -> pl.DataFrame:
    """Leave out the first word of some subjects."""
    subject = pl.col("subject")
    return found.with_columns(
        subject_token=pl.col("subject_token") + leaves_first.cast(pl.UInt32),
        n_subject=pl.col("n_subject") - leaves_first.cast(pl.UInt32),
        subject=pl.when(leaves_first).then(subject.str.slice(WIDTH)).otherwise(subject),
    )


def _without_outer_marks(found: pl.DataFrame) -> pl.DataFrame:
    """Leave out a mark that opens more than the subject: `إن «الوزير أكد …»`, `الوزير «يؤكد»`."""
    subject = pl.col("subject")
    is_closed = subject.str.contains(LETTERS["CLOSE"], literal=True)
    opens = (subject.str.contains(_OPENS) & ~is_closed).fill_null(value=False)
    found = _from_second(found, opens)
    ends = subject.str.contains(_ENDS_OPEN).fill_null(value=False)
    return found.with_columns(
        n_subject=pl.col("n_subject") - ends.cast(pl.UInt32),
        subject=pl.when(ends).then(subject.str.head(-WIDTH)).otherwise(subject),
    )
