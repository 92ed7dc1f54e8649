"""Descriptions that found nobody (`المسؤول الصيني`, `البيان`): which of them go on with who spoke.

Whom the article so described is found in `extract.reading.descriptions`, who goes on speaking in
`extract.reading.carrying`.
"""

import polars as pl

from extract.reading.alphabet import codes, is_class
from extract.reading.spans import marked, spread, tokens_inside
from extract.reading.speaking import PERSON_SPEAKER, SPEAKER, take_speakers
from extract.reading.words import Reading

# `المتحدث`, `المتحدث الأمريكي`: a longer description says enough to be a source of its own.
_SHORT_DESCRIPTION = 2
# `المسؤول العسكري الإيراني`: nor does more of what he is, where his office is not told.
_VAGUE = "^ال(?:مس[ؤئ]ول|دبلوماسي|متحدث|ناطق|قيادي|مصدر)ة?(?: ال[^ ]+){1,3}$"
# Offices that tell their holders apart, as nobody is told apart by `المسؤول` or `المتحدث`.
OFFICES = (
    *("وزير", "وزيرة", "رئيس", "رئيسة", "سفير", "سفيرة", "مدير", "مديرة", "ملك", "أمير", "امير"),
    *("محافظ", "محافظة", "نائب", "نائبة", "مبعوث", "مبعوثة", "قائد", "خبير", "خبيرة", "لاعب"),
    *("محام", "محامية", "محامي", "طبيب", "طبيبة", "قاضي", "مفوض", "مفوضة", "عميد", "مندوب"),
)
_SOMEBODY = "^(?:مس[ؤئ]ول|خبير|باحث|محلل|دبلوماسي|ضابط|طبيب|موظف|مدير|محام|محامي|قيادي)[ةي]?$"
_SOURCES = "مصادر"
# What none of these tells goes on with nobody: `الأرصاد`, `الغرب`, a surname of no list.
_TELLING = ("ANY_TITLE", "SOURCE", "DOCUMENT", "ORG_HEAD", "ORG", "NISBA", "PRONOUN")
_SOMEONE = (
    *("أخير", "اخير", "أول", "اول", "رجل", "مرأة", "شابة", "سيدة", "فتاة", "أم", "أب"),
    *("زوج", "زوجة", "أرملة", "والد", "والدة", "عجوز", "طفل", "طفلة"),
)
# Tokens that `في بيان` may stand before the verb it belongs to.
_SAME_SENTENCE = 25
_ANY_OFFICE = f" (?:ال)?(?:{'|'.join(OFFICES)})(?: |$)"
# Whose words are scripture: nobody of the news goes on with them.
HOLY = "^(?:ال(?:له|رسول|نبي|مصطفى|مولى|حق|باري)|تعالى|سبحانه|(?:رسول|نبي)(?:نا| الله))(?: |$)"
# `اللاجئون`, `السلطات`, `التقارير`: several are nobody in particular who spoke before.
PAIR = "ال(?:جانب|طرف|بلد|دولت|وزير|رئيس|زعيم|مس[ؤئ]ول|قائد|سفير|مصدر|نائب|متهم|لاعب|خبير|قيادي)ان"
# Of those the ones that are of two countries where they speak together.
_OF_TWO = "^ال(?:جانب|طرف|بلد|دولت|وزير|رئيس|زعيم|مس[ؤئ]ول|قائد|سفير)ان"
_SEVERAL = f"^(?:[^ ]+(?:ون|ين|ات)|{PAIR}|ال..ا.ي.)(?: |$)"
# `الخبراء`, `القادة`, `البعض`, `الدول`: nor do broken plurals go on with one.
BROKEN = (
    "^ال(?:[^إا]\\S{2}اء|[أا](?:طب|شق|بن)اء|(?:قاد|قضا|دعا)ة|نواب|ضباط|تجار|زوار|حكام|عمال|طلاب|ركاب|جنود"
    "|[أا]هالي|سكان|بعض|كل|جميع|دول|قوى|[أا]طراف|[أا]حزاب|[أا]وساط|صحف)(?: |$)"
)
# `الصحافة`, `المعارضة`: so is a body of people that no title names.
_BODY = "^(?:[^ ]+ة|ال(?:ادعاء|قضاء|إعلام|حضور|جمهور))(?: |$)"


def is_open(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """A definite description of one that found nobody goes on with the speaker before it."""
    name = pl.col("speaker_name")
    letter = pl.lit(reading.letters[statements["subject_token"]])
    is_body = name.str.contains(_BODY) & letter.is_in(codes("DEFINITE"))
    # `تقرير صادر عن البنك الدولي` is called by its issuer's name, and is open itself no more.
    head = pl.lit(reading.text.at("bare", statements["subject_token"]))
    is_ones = (pl.col("speaker_type") == "document") & ~head.str.starts_with("ال")
    # `…، بحسب البيان`, `وفقا للمصدر`: whose it is was told before.
    is_account = (pl.col("speaker_resolution") == "according_to") & (pl.col("n_speaker") == 1)
    is_account &= letter.is_in(codes("DOCUMENT", "SOURCE"))
    return (
        pl.col("speaker_type").is_in(["unnamed", "document"])
        & name.str.starts_with("ال")
        & ~is_ones
        & ~name.str.contains(_SEVERAL)
        & ~name.str.contains(BROKEN)
        & ~name.str.contains(HOLY)
        & ~is_body
        & ((pl.col("n_speaker") <= _SHORT_DESCRIPTION) | name.str.contains(_VAGUE))
        & ((pl.col("speaker_resolution") == "stated") | is_account)
    ).fill_null(value=False)


def find_compatriots(
    statements: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Give `المسؤول الموريتاني` the last person before it whom the article gives that country."""
    is_asked = is_open(statements, reading) & (pl.col("n_speaker") == _SHORT_DESCRIPTION)
    letters = reading.letters[statements["subject_token"]]
    is_asked &= (pl.col("speaker_type") == "unnamed") & is_class(letters, "ANY_TITLE", "SOURCE")
    asked = statements.filter(is_asked).select(
        "row", "document", "token", country="speaker_country_code"
    )
    named = people.filter(~pl.col("is_worldwide")).select(
        "document", at="token", country="person_country", **PERSON_SPEAKER
    )
    found = asked.drop_nulls("country").join_asof(
        named.drop_nulls("country"), left_on="token", right_on="at", by=["document", "country"],
        strategy="backward", check_sortedness=False,
    ).drop_nulls("at")  # fmt: skip
    return take_speakers(statements, found.select("row", *PERSON_SPEAKER), "title")


def set_apart(
    statements: pl.DataFrame, last: pl.Series, roles: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Let descriptions speak for themselves that do not fit who spoke before.

    `المراقب الأمريكي` is no Sudanese, `السفير` no minister, and a document is no person.

    Args:
        statements: With `is_open`, `is_pair` and `own`.
        last: The row that each would go on with.
        roles: `token`, `n_tokens` of the title that each row's own words give its speaker.
        reading: Words of the batch.
    """
    asked = _beside_last(statements, last, roles, reading)
    head = pl.col("head")
    # A nisba alone is somebody's surname.
    is_other = (pl.col("speaker_country_code") != pl.col("last_country")) & (
        pl.col("n_speaker") > 1
    )
    is_written = _is_written() & ~pl.lit(_was_spoken_in(asked, reading))
    # A role whose words are known names the office, where the description names one.
    holds_office = pl.col("last_role").str.contains(_ANY_OFFICE)
    # Words are compared as they stand: a pattern of each row's own would be compiled for each row.
    last_words = (pl.col("last_role") + " ").str.replace_all(" ال", " ", literal=True)
    holds_same = last_words.str.contains(
        pl.concat_str(pl.lit(" "), head, pl.lit(" ")), literal=True
    )
    holds_other = holds_office & head.is_in(OFFICES) & ~holds_same
    # `وأعرب الملك` after `مشيدة`: what he is called is not she.
    is_he = (pl.col("gender") == "m") & (pl.col("last_gender") == "f")
    is_he &= (pl.col("speaker_type") == "unnamed") & (pl.col("last_type") == "person")
    # `قالت الشركة …، وقال المسؤول`: nobody is a company.
    is_somebody = head.str.contains(_SOMEBODY) & (pl.col("last_type") == "organization")
    # `وأشارت المصادر` is no person's word either, nor that of the paper which has them.
    is_somebody |= (head == _SOURCES) & pl.col("last_type").is_in(["person", "organization"])
    # `كتائب القسام` are `القسام`.
    is_called = pl.col("last_name").str.contains(head, literal=True) | head.is_in(_SOMEONE)
    is_else = ~pl.lit(_is_telling(asked, reading)) & ~is_called
    is_apart = pl.col("is_open") & pl.any_horizontal(
        e.fill_null(value=False)
        for e in (is_other, is_written, holds_other, is_he, is_somebody, is_else)
    )
    own = asked.filter(is_apart | pl.col("is_pair"))["row"]
    # A pair is named by the one of it who spoke last.
    takes = asked.filter(pl.col("is_pair") & (pl.col("last_type") == "person"))
    spoke = statements.select(SPEAKER)[takes["last"]]
    return (
        take_speakers(statements, spoke.hstack([takes["row"]]), "joint")
        .with_columns(
            own=statements["own"].clone().scatter(own, own),
            is_open=statements["is_open"].clone().scatter(own, False),
            is_of_none=pl.col("is_of_none")
            | (pl.col("is_pair") & pl.col("text").str.contains(_OF_TWO)),
        )
        .drop("is_pair")
    )


def _beside_last(
    statements: pl.DataFrame, last: pl.Series, roles: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """The descriptions that may be set apart, with who spoke last before each."""
    asked = statements.select(
        *("row", "document", "token", "n_speaker", "speaker_type", "speaker_country_code"),
        *("is_open", "is_pair", "gender", "subject_token", "speaker_resolution"),
        head=pl.col("text").str.extract("^ال([^ ]+)", 1),
        last=pl.lit(last),
    ).filter(pl.col("is_open") | pl.col("is_pair"))
    before = statements.select(
        last_token="token",
        last_type="speaker_type",
        last_name="speaker_name",
        last_country="speaker_country_code",
        last_gender="gender",
    )[asked["last"]]
    return asked.hstack(before).with_columns(last_role=_role_words(roles[asked["last"]], reading))


def _is_telling(asked: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether the first word says what somebody is, in marks or not (`«المسؤول اليمني»`)."""
    first = asked["subject_token"]
    first += is_class(reading.letters[first], "OPEN").cast(first.dtype)
    return is_class(reading.letters[first], *_TELLING)


def _is_written() -> pl.Expr:
    """A document is no person's, nor that of `دبلوماسيون` where it only stands beside."""
    is_account = pl.col("speaker_resolution") == "according_to"
    is_ones = (pl.col("last_type") == "person") | (is_account & (pl.col("last_type") == "unnamed"))
    return (pl.col("speaker_type") == "document") & is_ones


def _was_spoken_in(asked: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether who spoke last did so in the document described: `قال … في بيان. وأضاف البيان`."""
    text = reading.text
    written = asked.with_row_index("at_row").filter(_is_written())
    first = pl.lit(text.bounds[written["document"]].cast(pl.Int64))
    start = pl.max_horizontal(first, pl.col("last_token").cast(pl.Int64) - _SAME_SENTENCE)
    spans = written.select("at_row", "head", start=start, n=pl.col("token") - start + 1)
    words = tokens_inside(spans, "start", "n")
    is_told = text.at("bare", words["at"]).str.strip_prefix("ال") == words["head"]
    is_told &= is_class(reading.letters[text.step(words["at"], -1)], "IN")
    told = words["at_row"].filter(is_told.fill_null(value=False))
    return marked(told, asked.height)


def _role_words(roles: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each title, a space before each; null where there is none."""
    titles = roles.with_row_index("row").drop_nulls()
    words = tokens_inside(titles, "token", "n_tokens")
    words = words.with_columns(word=reading.text.at("bare", words["at"]))
    # Lists are joined in a sixth of the time of the strings of groups.
    texts = words.group_by("row", maintain_order=True).agg("word")
    texts = texts.select("row", role_words=pl.lit(" ") + pl.col("word").list.join(" "))
    return spread(texts["role_words"], texts["row"], roles.height)
