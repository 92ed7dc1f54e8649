"""Cues that say nothing where they stand: before a name in marks, a refusal to tell, a load.

Which rule reads the cues that do say something belongs in `extract.reading.statements`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, compile_rule, is_class, one_of
from extract.reading.contexts import letters_of
from extract.reading.grammar import UNMARKED
from extract.reading.spans import marked, tokens_inside
from extract.reading.words import Reading

# From mark to mark: one or two words in marks are a term, not what somebody said.
_SCARE_TOKENS = 3
# What says even a word or two, and what leaves these to a preposition.
_SAYS = ("قال", "أجاب")
_NAME_TOKENS = 6
# How speech begins without a mark: who speaks of himself, denies, or says what there is or must be.
_AS_SPEECH = (
    "^(?:نحن|انا|لقد|لن|لا|هناك|لدينا|يجب|ينبغي|سوف|كنا|تم|تمت"
    "|س?(?:نامل|نريد|نناشد|نطالب|ندعو|نعمل|نسعي|نرحب|نري|نعتقد|نؤكد|نعلم|نحتاج|نواصل|نقوم|نتمني)"
    "|(?:اعتقد|اعلم|اريد|اتمني|اشكر|اظن|اري))$"
)
# `أعلن «مكتب أخبار النهر» المعارض أن`: a name in marks has no verb, and what is said follows who
# it is of.
_NO_CLAUSE = "NOT_COMP|FINITE|WEAK_FINITE|VERB|AUX|PARTICIPLE|WEAK_PARTICIPLE|SAYING|COLON|OPEN"
_NAMED = compile_rule(
    f"^OPEN {_NO_CLAUSE}|NEGATION|PREP|PRONOUN|PARTICLE{{1,7}}? CLOSE {_NO_CLAUSE}{{0,7}}"
    f" {_NO_CLAUSE}|IN|PREP|CONTENT_NOUN COMMA? COLON? (?:TO|ON)? OPEN? bare+COMP"
)
# `وقال «سامي نور»، أحد السكان: إن`: nobody says but a name.
_NAME_ALONE = compile_rule("^OPEN ANY_TITLE|PERSON|GIVEN{1,7} CLOSE")
_NAMED_REACH = 20
# `حول موضوع “…”`
_TITLED = (
    "^ب?(?:ال)?(?:موضوع|عنوان|شعار|محور|برنامج)$"
    "|^[وفبل]?(?:قضية|عملية|فيلم|كتاب|رواية|مسرحية|مسلسل|حملة|مشروع|مبادرة|مهرجان|جائزة|معرض|فندق|سفينة"
    "|صاروخ|مؤسسة|مطار|مسجد|جامع)$"
)
_UP_TO_WHAT = f"{one_of('ANY_PREP')}$"
# `حمل الحكومة مسؤولية …`: the blame is the first or second word of what is said, or before it.
_BLAME = "^[وب]?(?:ال)?(?:مس[ؤئ]ولي[ةت]|تبع[ةت]|تبعات)"
_BLAME_WITHIN = 3
_TELLING = [
    *("التعليق", "الخوض", "الادلاء", "الافصاح", "الكشف", "كشف", "ذكر", "نشر", "تسمية", "التعقيب"),
    *("الرد", "الاجابة", "الحديث", "التصريح", "تحديد", "توضيح", "تاكيد", "نفي", "استبعاد"),
]
_VOICES = ["أعرب", "عبر", "قدم", "أبدى"]
_MINE = (
    "^(?:امل|شكر|تقدير|سعادت|اسف|امتنان|قلق|ارتياح|ثقت|اعتزاز|سرور|فخر|تهنئت"
    "|مواسات|حزن|رغبت|تمنيات|استعداد|ترحيب|دهشت|استغراب)ي$"
)
_SHOWN = ["تجاوبا", "تعاونا", "مقاومة", "شجاعة", "براعة", "صمودا"]
# `أرجع ذلك إلى المنافسة`
_EXPLAINS = ["أرجع", "عزا", "وصف", "اعتبر"]
# Rules whose content is a clause.
CLAUSES = ["clause", "clause_after_preposition", "colon", "quotation", "quotation_of_saying"]


def without_scare_quotes(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop what rests on marks alone where these hold a word, or a name before what it says."""
    n_quoted = pl.col("close_token") - pl.col("open_token")
    after = reading.text.step(statements["close_token"].fill_null(0), 1)
    is_name = (
        pl.lit(is_class(reading.letters[after], "COMP", "COLON", "SAYING", "ACCORDING"))
        & pl.col("close_token").is_not_null()
    )
    # `وأشار الخبير في مصرف "إتش إس"، إلى أن`
    later = reading.text.step(after, 1)
    that = reading.text.step(after, 2)
    is_name |= (
        pl.lit(is_class(reading.letters[after], "COMMA") & is_class(reading.letters[that], "COMP"))
        & pl.lit(is_class(reading.letters[later], "TO", "ON", "ABOUT", "FROM"))
        & pl.col("close_token").is_not_null()
    )
    # `وقال المعهد "نحن محايدون".`, but `كل ما قالوه عن "الاتحاد".`
    is_whole = pl.lit(is_class(reading.letters[after], "STOP", "BREAK"))
    is_whole &= pl.col("lemma").is_in(_SAYS) & (pl.col("form") == "perfect")
    is_owned = pl.col("suffix").fill_null("") != ""
    is_whole &= ~is_owned & ~pl.col("gap").str.contains(_UP_TO_WHAT)
    # `وتعتبره "جريمة"`
    is_whole |= is_owned & (pl.col("lemma") == "اعتبر")
    is_short = (n_quoted <= _SCARE_TOKENS) & ~is_whole.fill_null(value=False)
    is_scare = (pl.col("rule") == "quotation") & (is_short | is_name)
    is_scare |= pl.lit(_is_who_says(statements, reading))
    # `دفاع المتهمين في "قضية الجسر"، إن`, `لشبكة "سي إن إن" الأمريكية إن`
    ahead_of = reading.text.step(statements["open_token"].fill_null(0), -1)
    before = reading.letters[ahead_of]
    is_titled = pl.lit(is_class(before, "IN", "PREP"))
    is_titled |= pl.lit(reading.text.at("folded", ahead_of).str.contains(_TITLED))
    is_construct = ~reading.text.at("bare", ahead_of).str.starts_with("ال")
    is_named = pl.lit(is_class(before, "ORG_HEAD") & is_construct)
    is_titled |= is_named & (n_quoted <= _NAME_TOKENS)
    is_scare |= is_titled & (pl.col("rule") == "quotation")
    # `قوله لموقع "صدى البلاد" إن`
    is_scare |= (pl.col("rule") == "quotation_of_saying") & is_name
    return statements.filter(~is_scare.fill_null(value=False))


def _is_who_says(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a quotation is the name of who says what follows it."""
    is_closed = (statements["rule"] == "quotation") & statements["close_token"].is_not_null()
    quoted = (
        statements.with_row_index("row").filter(is_closed).select("row", "open_token", "document")
    )
    reach = pl.min_horizontal(
        reading.text.bounds[quoted["document"] + 1] - quoted["open_token"], pl.lit(_NAMED_REACH)
    )
    letters = letters_of(quoted.with_columns(n=reach), reading, start="open_token", length="n")
    is_name = letters.str.contains(_NAMED) | letters.str.contains(_NAME_ALONE)
    return marked(quoted["row"].filter(is_name), statements.height)


def without_mere_words(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop what has no mark unless it begins as speech does: `وقال لن نتراجع`."""
    first = reading.text.at("folded", reading.text.step(statements["content_token"], 0))
    begins = pl.lit(first.str.contains(_AS_SPEECH))
    return statements.filter((pl.col("rule") != UNMARKED) | begins)


def without_silence(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop who refuses to say (`رفض التعليق`) and who asks not to be named."""
    text = reading.text
    first, second = (
        text.at("folded", text.step(statements["content_token"], ahead)) for ahead in (0, 1)
    )
    lemma = statements["lemma"]
    is_silent = (lemma == "رفض") & first.is_in(_TELLING)
    is_silent |= (lemma == "طلب") & (first == "عدم") & second.is_in(_TELLING)
    # `كتبت: مها سعيد`
    is_byline = (lemma == "كتب") & (statements["rule"] == "colon")
    is_byline &= is_class(reading.letters[statements["content_token"]], "PERSON", "GIVEN")
    is_silent |= is_byline
    # `أعرب عن أملي` is said in one's own words: what is quoted does it, and tells of nobody.
    is_silent |= lemma.is_in(_VOICES) & first.str.contains(_MINE)
    # `أبدى مقاومة` by what he did.
    is_silent |= (lemma == "أبدى") & first.is_in(_SHOWN)
    # `نفى ذلك`, `عبر عن ذلك بوضوح`: what was told before.
    at = reading.text.step(statements["content_token"], 1)
    is_nominal = ~statements["rule"].is_in(CLAUSES) & ~lemma.is_in(_EXPLAINS)
    is_silent |= is_nominal & (first == "ذلك")
    is_silent &= ~is_class(reading.letters[at], "DEFINITE", "WHICH") | (first != "ذلك")
    return statements.filter(~is_silent.fill_null(value=False))


def without_loads(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop who carries anything but blame: `حملت السفينة مساعدات`, not `حمّل الجيش المسؤولية`."""
    carriers = statements.filter(pl.col("lemma") == "حمل").select(
        "token", n=pl.col("content_token") + _BLAME_WITHIN - pl.col("token")
    )
    words = tokens_inside(carriers.with_columns(start="token"), "start", "n")
    words = words.filter(words["at"] < len(reading.letters))
    is_blame = reading.text.at("folded", words["at"]).str.contains(_BLAME)
    blaming = words.filter(is_blame)["token"].unique()
    is_load = (pl.col("lemma") == "حمل") & ~pl.col("token").is_in(blaming.implode())
    return statements.filter(~is_load.fill_null(value=False))


def without_what_goes_on(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop what a land goes on with in a man's words: `أكد السفير أن كينيا تقدر …، وتأمل في أن`."""
    last, first = pl.all().shift(1), reading.text.step(statements["content_token"], 0)
    is_land = pl.lit(is_class(reading.letters[first], "COUNTRY", "PLACE"))
    # The verb after the land is hers, and so is the second.
    verb = reading.text.at("folded", reading.text.step(first, 1))
    is_land &= pl.lit(verb.str.contains("^س?ت")) & (pl.col("gender") == "m")
    said = statements.select(
        "document", "sentence", "rule",
        is_land=is_land & pl.col("rule").is_in(CLAUSES) & (pl.col("form") == "perfect"),
    ).select(last)  # fmt: skip
    goes_on = (pl.col("form") == "imperfect") & (pl.col("gender") == "f")
    goes_on &= (pl.col("clitic").is_in(clitic_codes("w"))) & (pl.col("n_gap") == 0)
    goes_on &= pl.lit(said["is_land"] & (said["sentence"] == statements["sentence"]))
    return statements.filter(~goes_on.fill_null(value=False))
