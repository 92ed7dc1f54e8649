"""Headlines that give the word to a speaker before a colon (`خبيرة: …`)."""

import polars as pl

from extract.reading.alphabet import CLITICS, LETTERS, WIDTH, code, compile_rule, is_class
from extract.reading.contexts import group, n_tokens, with_contexts
from extract.reading.spans import marked
from extract.reading.words import Reading

# Tokens of an article's beginning within which a headline comes to its colon.
_REACH = 60

_SPEAKER = "ANY_TITLE|PERSON|ORG|COUNTRY|PLACE|SOURCE"
# `تقرير:`, `خبر عاجل:` may stand before.
_LABEL = "(?:DOCUMENT|NOUN|CONTENT_NOUN|ADJECTIVE|UNKNOWN ADJECTIVE|NOUN|NISBA? COLON)?"
_OPENS = f"(?:DEFINITE NISBA | {_SPEAKER}|ORG_HEAD)"
_GOES_ON_WORD = f"{_SPEAKER}|GIVEN|NISBA|ADJECTIVE|DEFINITE|NOUN|UNKNOWN|UNKNOWN_DEFINITE|ORG_HEAD"
# `النائب نضال طعمة عضو «المستقبل»:`
_GOES_ON = f"(?:{_GOES_ON_WORD}){{0,6}} (?:OPEN {_GOES_ON_WORD}{{1,3}} CLOSE | TO COUNTRY|PLACE+)?"
# To whom or where it is said: `وزير النفط لرويترز:`, `خبير في "معهد …":`.
_TOLD = "ORG|UNKNOWN|UNKNOWN_DEFINITE|NOUN|PERSON|TITLE|SOURCE"
# `كيري ردا على لافروف:`
_WHERE = f"(?:PREP|BI|LI|IN|FROM | withl+{_TOLD} | UNKNOWN | bare+VERB ON)"
_WHERE_WORD = (
    "(?:OPEN NOT_CLOSE{1,4} CLOSE | OPEN|CLOSE|ORG|UNKNOWN|DEFINITE|UNKNOWN_DEFINITE|PLACE|COUNTRY"
    "|PERSON|NOUN|ADJECTIVE|NISBA|ORG_HEAD){0,5}"
)
# `شاهد.. الوزير: …`, `النظام يتقدم.. والمعارضة: …`
_FIRST = "(?:NOT_COLON{1,20} STOP{2,3})??"
_HEADLINE = compile_rule(
    f"^[before: BREAK* {_FIRST} {_LABEL} OPEN?] [source: {_OPENS} {_GOES_ON}] CLOSE?"
    f" [aside: (?:{_WHERE} {_WHERE_WORD})?] COLON"
)
# A short phrase of other words; `_speaks` asks whether it gives the word to anybody.
_WORD = (
    "NOUN|ADJECTIVE|CONTENT_NOUN|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE|NISBA|GIVEN|ORG_HEAD|DOCUMENT"
)
_MORE_WORDS = f"(?:bare+{_WORD}|PLACE|COUNTRY | w+{_WORD}){{0,3}}"
_PHRASE = compile_rule(f"^[before: BREAK* OPEN?] [source: bare+{_WORD} {_MORE_WORDS}] CLOSE? COLON")
# `الداخلية: …` is the ministry.
_MINISTRIES = [
    *("الخارجية", "الداخلية", "الدفاع", "الصحة", "التعليم", "التربية", "الزراعة", "العدل"),
    *("التجارة", "العمل", "المالية", "الاعلام", "النفط", "الطاقة", "الارصاد", "الجوازات"),
    "حماس",
]
# `صحة عسير: …`, `خارجية إيران: …`: a ministry's office in a town, or the one of a country.
_OFFICE = "^(?:خارجية|داخلية|دفاع|صحة|تعليم|مرور|مدني|شرطة|سياحة|زراعة|جوازات|جمارك)$"
# `قناة عبرية: …`, `دراسة حديثة: …`, `مختصون: …`
_TELLS = (
    "^(?:قناة|صحيفة|وكالة|اذاعة|وسائل|اعلام|مجلة|دراسة|دراسات|تقرير|تقارير|استطلاع|علماء"
    "|[^ال].{2,}ون)$"
)
# `تقرير إخباري: …` says what kind of story it is.
_KIND = "^(?:اخباري|خاص|سنوي)"
# `«الإسكان»: …`: a body goes by its field in marks, whatever the words mean.
_MARKED = compile_rule("^BREAK* OPEN NOT_CLOSE{1,4} CLOSE COLON")
# `باداود: …`: what no list knows is a name.
_UNLISTED = compile_rule(
    "^bare+UNKNOWN|UNKNOWN_DEFINITE|GIVEN bare+UNKNOWN|UNKNOWN_DEFINITE|GIVEN*$"
)
# `السياحة: …`, `النقد الدولي: …`: what is definite is a body where the story leads it as one.
_FIELD = compile_rule("^bare+DEFINITE|UNKNOWN_DEFINITE (?:DEFINITE|UNKNOWN_DEFINITE|NISBA){0,2}$")
_LEADS = ("ORG_HEAD", "ORG", "TITLE", "FINITE", "WEAK_FINITE")
# `الشرطة: …`
_BODY = compile_rule("^bare+ORG_HEAD$")
# A column's title (`الفرق: اللمسة`) is shorter than what somebody says.
_SAYS = compile_rule("^NOT_BREAK|STOP{4}")
# … and `وزارة السدود: …`, `هيئة الري: …`, whose field tells a body.
_SPEAKING = compile_rule(
    f"{_SPEAKER}|NISBA | ^ORG_HEAD bare+DEFINITE|UNKNOWN_DEFINITE|ORG_HEAD|ADJECTIVE|DOCUMENT"
)
_TOWNS = compile_rule("^COUNTRY|PLACE+$")
_BY_US = "^(?:س?ن|لن|لا)"
# What a government says, and no headline tells of what happens in its country: that something is
# not, must be or will be.
_CLAIMS = r"^و?(?:لا|لن|لم|ليس\S*|لسنا|يجب|ينبغي|يتعين|غير|سوف|س[نيت]\S{3,}|نحن|لدينا|علينا)$"
# `سول: خط الاتصال يعمل بصورة طبيعية`: that something does something is a claim too.
_THING_DOES = compile_rule(
    "^bare+NOUN|CONTENT_NOUN|DEFINITE|UNKNOWN_DEFINITE (?:bare+NOUN|DEFINITE|UNKNOWN_DEFINITE|NISBA"
    "|ADJECTIVE|SOURCE | ANY_PREP free+NOMINAL_WORD){0,6} bare+VERB"
)
_CONTENT = 14
# `السودان: الوزير سامي نور يؤكد …`: where it is about, and not who speaks.
_ABOUT = compile_rule(f"^BREAK* COUNTRY|PLACE+ COLON (?:{_OPENS} {_GOES_ON}) FINITE|WEAK_FINITE")


def find_headlines(reading: Reading) -> pl.DataFrame:
    """Headlines with a speaker, columns as of `according.find_according`; `token` is the colon."""
    starts = reading.text.tokens[reading.text.bounds.head(-1).unique(maintain_order=True)]
    heads = with_contexts(starts.select("token", "document"), reading, left=0, right=_REACH)
    letters, first = pl.col("right"), pl.col("token")
    rules = (_HEADLINE, _PHRASE)
    found = heads.with_columns(
        source=pl.coalesce(group(letters, rule, "source") for rule in rules),
        before=pl.coalesce(group(letters, rule, "before") for rule in rules),
        whole=pl.coalesce(letters.str.extract(rule, 0) for rule in rules),
    ).drop_nulls("source")
    found = found.with_columns(source_token=(first + n_tokens(pl.col("before"))).cast(pl.UInt32))
    found = found.filter(_speaks(found, reading), ~letters.str.contains(_ABOUT))
    # In a story two stops end a sentence.
    is_second = pl.col("before").str.contains(LETTERS["STOP"], literal=True)
    is_told = pl.lit(reading.text.tokens["part"][found["source_token"]] != "headline")
    found = found.filter(~(is_second & is_told))
    found = found.filter(~(_is_told_from(found, reading) | _is_label(found, reading)))
    n_whole = n_tokens(pl.col("whole"))
    return found.select(
        token=(first + n_whole - 1).cast(pl.UInt32),
        document="document",
        letter=pl.lit(code("COLON"), pl.UInt8),
        clitic=pl.lit(ord(CLITICS["bare"]), pl.UInt8),
        n_source=n_tokens(pl.col("source")),
        source_token="source_token",
        content_token=(first + n_whole).cast(pl.UInt32),
        end_token=pl.lit(None, pl.UInt32),
        rule=pl.lit("headline"),
    )


def _is_told_from(found: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a town stands before what is told: `غزة: أعلن الوزير أن`, not `غزة: نرفض الحصار`."""
    after = reading.text.step(found["token"], found["whole"].str.len_bytes() // WIDTH)
    is_verb = is_class(reading.letters[after], "FINITE", "WEAK_FINITE", "VERB", "AUX")
    is_verb &= ~reading.text.at("folded", after).str.contains(_BY_US)
    return is_verb & found["source"].str.contains(_TOWNS)


def _is_label(found: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a town or country stands before what happens there: `الكويت: ضبط شبكة`."""
    at = found["source"].str.contains(_TOWNS).arg_true()
    first = found["token"][at] + found["whole"][at].str.len_bytes() // WIDTH
    ends = found["right"][at].str.len_bytes() // WIDTH + found["token"][at]
    heads = pl.DataFrame({"row": at, "first": first, "end": first + _CONTENT, "reach": ends})
    words = heads.select("row", at=pl.int_ranges("first", pl.min_horizontal("end", "reach")))
    words = words.explode("at", empty_as_null=False).drop_nulls()
    is_head = reading.text.tokens["part"][words["at"]] == "headline"
    words = words.filter(is_head)
    claims = reading.text.at("folded", words["at"]).str.contains(_CLAIMS)
    by_us = words["at"].is_in(first.implode())
    by_us &= reading.text.at("folded", words["at"]).str.contains(_BY_US)
    claimed = words["row"].filter(claims | by_us)
    content = found["right"][at].str.slice(found["whole"][at].str.len_bytes())
    is_label = ~at.is_in(claimed.implode()) & ~content.str.contains(_THING_DOES)
    return marked(at.filter(is_label), found.height)


def _speaks(found: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether what stands before the colon is somebody."""
    source, letters = pl.col("source"), pl.col("right")
    word = pl.lit(reading.text.at("folded", found["source_token"]))
    second = reading.text.step(found["source_token"], 1)
    after = reading.letters[second]
    is_kind = pl.lit(reading.text.at("folded", second)).str.contains(_KIND)
    is_office = word.str.contains(_OFFICE) & pl.lit(is_class(after, "PLACE", "COUNTRY", "DEFINITE"))
    is_ministry = word.is_in(_MINISTRIES) & (n_tokens(source) == 1)
    # `تفجير تركيا: …`: a place alone makes nobody of other words.
    is_somebody = group(letters, _HEADLINE, "source").str.contains(_SPEAKING)
    is_named = is_somebody.fill_null(value=False) | is_ministry | letters.str.contains(_MARKED)
    is_named |= is_office | word.str.contains(_TELLS) & ~is_kind
    may_be = source.str.contains(_UNLISTED) | source.str.contains(_BODY)
    may_be |= source.str.contains(_FIELD) & pl.lit(_is_led_below(found, reading))
    return is_named | (
        may_be & letters.str.slice(pl.col("whole").str.len_bytes()).str.contains(_SAYS)
    )


def _is_led_below(found: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether the word stands in the story after a body's, an office's or a verb of speech."""
    rows = found["source"].str.contains(_FIELD).arg_true()
    word = reading.text.tokens["word"]
    heads = found.select("document", "source_token")[rows].with_columns(
        row=rows, word=word[found["source_token"][rows]]
    )
    at = word.is_in(heads["word"].implode()).arg_true()
    led = is_class(reading.letters[reading.text.step(at, -1)], *_LEADS)
    below = reading.text.tokens.select("document", "word", "token")[at.filter(led)]
    below = heads.join(below, on=["document", "word"]).filter(
        pl.col("token") > pl.col("source_token")
    )
    return marked(below["row"].unique(), found.height)
