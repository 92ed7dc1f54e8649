"""The noun phrase that a party is named in: where it begins, and the word before it.

What that word makes of the party belongs in `extract.reading.markers`.
"""

import polars as pl

from extract.reading.alphabet import codes, is_class, is_clitic
from extract.reading.words import Reading

_REACH = 8
IN_PHRASE = (
    "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "PERSON", "GIVEN", "ORG", "ORG_HEAD", "SOURCE",
    "NOUN", "DEFINITE", "ADJECTIVE", "CONTENT_NOUN", "UNKNOWN", "UNKNOWN_DEFINITE", "NISBA",
    "COUNTRY", "NUMBER", "OPEN", "CLOSE", "ON_BEHALF",
)  # fmt: skip
_DEFINITE = ("DEFINITE", "UNKNOWN_DEFINITE", "NISBA")
PLAIN_NOUNS = ("NOUN", "CONTENT_NOUN")
VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
_SIDES_OF_PLACES = ("شمال", "جنوب", "شرق", "غرب", "وسط")
# What an aside of where and when begins with, how long it may be, and what none has.
_LEADS_ASIDE = ("IN", "ON", "PREP")
_ENDS_ASIDE = ("COMMA", "COMP", "WHICH", "STOP", "BREAK", "PARTICIPLE", "COLON")
_ASIDE = 6
_PARTS = (
    *("عناصر", "افراد", "بعض", "عدد", "عددا", "مجموعة", "عشرات", "مئات", "الاف", "كثير", "عديد"),
    *("جزء", "جزءا", "اعضاء", "قسم", "غالبية", "مزيد", "دفعة", "طلائع"),
)
_TITLES = ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")
PREPOSITIONS = ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "PREP")
BARE = ord("0")
# Who acts for a country that is named after `في`, or is aimed at there.
_OF_STATE = (
    "^[وفبك]?(?:ال|لل?)?(?:شرعية|حكوم(?:ة|تين|ات)|سلطات|مسؤول(?:ين|ون)|معارضة|قيادة"
    "|انقلابي(?:ين|ون)|شعب(?:ين)?|شعوب|برلمان|مقاومة|(?:اشقا|اصدقا|حلفا)(?:ء|ئنا|ئها|ئهم|ئه)"
    "|شركات|كيانات?|كيانا|افراد|بنوك|مصارف|مصالح|اجهزة|شرطة|استخبارات|مخابرات"
    "|نظرائه|نظراءه|نظرائها|نظراءها|لاجئين|نازحين|متضررين|منكوبين|قائد|قادة|زعيم|زعماء|مجلس|موظفا?|موظف(?:ين|ون)|ملحق)$"
)
_MISSION = "^(?:سفارة|قنصلية|بعثة)$"
# Who is sent, or comes, `من` a country.
_FROM_STATE = (
    "^[وفبل]?(?:ال|لل)?(?:وفدا?|وفود|مسؤول(?:ين|ون|ا)?|مسئول(?:ين|ون|ا)?|خبراء|مبعوثا?|مبعوث(?:ين|ون)"
    "|دبلوماسي(?:ين|ون|ا)?|ضباط|جنود|قوات|ممثل(?:ين|ون|ا)?|وزراء|فريقا?|بعثة|رجال|شركات"
    "|نظرائه|نظراءه|نظرائها|لاجئين|نازحين)$"
)


def find_standing(parties: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where parties stand: `السلطات في اليمن` are a party of Yemen where their name begins.

    Args:
        parties: `token`, `kind` and `is_name`, in running order.
        reading: Words of the batch.

    Returns:
        A token a party.
    """
    token, text = parties["token"], reading.text
    before = text.step(token, -1)
    is_state = parties.select(pl.col("is_name") & (pl.col("kind") == "state")).to_series()
    is_state &= reading.clitics[before] == BARE
    # `الملحق العسكري في سفارة فرنسا`
    before = text.step(before, -text.where(_is_mission)[before].cast(pl.Int64))
    word = text.at("folded", before)
    # `المعارضة المسلحة في سوريا`, `وفدا رسميا من الصين`, but `القوات المدعومة من السعودية`
    for preposition, acting, describing in (
        ("في", _is_of_state, ("DEFINITE", "TITLE_DEFINITE")),
        ("من", _is_from_state, ("ADJECTIVE", "ADVERB", "NOUN")),
    ):
        is_open, acts = is_state & (word == preposition), text.where(acting)
        for back in (2, 3):
            at = text.step(before, 1 - back)
            is_described = is_class(reading.letters[text.step(before, -1)], *describing)
            is_found = is_open & acts[at] & (is_described | (back == 2))  # noqa: PLR2004 - next
            token = at.zip_with(is_found.fill_null(value=False), token)
            is_open &= ~is_found
    return token


def _is_of_state(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OF_STATE)


def _is_mission(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_MISSION)


def _is_from_state(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_FROM_STATE)


def find_phrases(parties: pl.DataFrame, at: pl.Series, reading: Reading) -> pl.DataFrame:
    """The noun phrase of each party, and what it hangs on.

    Args:
        parties: `sentence`, `token`, `last` and `country_code`, in running order.
        at: From `find_standing`.
        reading: Words of the batch.

    Returns:
        `parties` with `start` (the phrase's first token), `own` (the proclitic where the party
        stands), `is_cut` (another country's phrase ends before it), `head` (the letter before the
        phrase), `head_clitic`, `head_word`, `is_inside` (the head is in the sentence) and
        `has_head` (the head is a noun with a proclitic of its own).
    """
    return _heads(_phrases(parties, at, reading), reading)


def _phrases(parties: pl.DataFrame, at: pl.Series, reading: Reading) -> pl.DataFrame:
    """Add `start`: back over the words of the phrase, to where another country's ends at most."""
    letters, clitics = reading.letters, reading.clitics
    token = at.cast(pl.Int64)
    own = clitics[at]
    runs, goes_on = pl.zeros(parties.height, pl.Int64, eager=True), own == BARE
    opens = pl.repeat(False, parties.height, dtype=pl.Boolean, eager=True)
    for back in range(1, _REACH + 1):
        before = reading.text.step(at, -back)
        letter = letters[before]
        is_word = is_class(letter, *IN_PHRASE)
        # `الاتصال الهاتفي | تطورات الأزمة`: after what is definite a plain noun begins anew.
        is_word &= ~(opens & is_class(letter, *_DEFINITE))
        # `القائم بالأعمال الصيني`: within a title the preposition is the title's own.
        is_title = is_class(letter, *_TITLES) & is_class(
            letters[reading.text.step(at, -back - 1)], *_TITLES
        )
        goes_on = goes_on & is_word & ((clitics[before] == BARE) | is_title)
        runs = runs + goes_on.cast(pl.Int64)
        opens = is_class(letter, *PLAIN_NOUNS)
    # Rows stand in running order: a shift and a look at the sentence do what a window would.
    follows = pl.col("sentence") == pl.col("sentence").shift(1)
    changes = pl.col("country_code") != pl.col("country_code").shift(1)
    cut = (
        pl.when(~follows.fill_null(value=False))
        .then(-1)
        .when(changes)
        .then(pl.col("last").shift(1).cast(pl.Int64) + 1)
    )
    return parties.with_columns(
        cut=cut.forward_fill(), first=pl.Series(token - runs), own=pl.Series(own)
    ).with_columns(
        start=pl.max_horizontal("cut", "first"),
        is_cut=(pl.col("cut") >= pl.col("first")).fill_null(value=False),
    )


def _heads(phrases: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the word that each phrase hangs on; `has_head` if a noun with its own proclitic."""
    at = reading.text.step(phrases["start"], -1)
    # `حذر كذلك رئيس الوزراء`: an adverb between hides no verb.
    is_adverb = is_class(reading.letters[at], "ADVERB", "TIME")
    at = reading.text.step(at, -is_adverb.cast(pl.Int64))
    # `استقبل الملك بجدة اليوم، رئيس وزراء باكستان`: a comma after when or how goes on.
    last = reading.text.step(at, -1)
    # … as does one after `اليوم (الثلاثاء)`
    is_bracket = is_class(reading.letters[last], "RPAREN")
    last = reading.text.step(last, -is_bracket.cast(pl.Int64))
    is_aside = is_class(reading.letters[at], "COMMA") & is_class(
        reading.letters[last], "ADVERB", "TIME"
    )
    at = reading.text.step(at, -2 * is_aside.cast(pl.Int64))
    is_after_aside = _follows_aside(at, reading)
    # `تدريب عناصر من القوات العراقية`: some of them stand where they do.
    is_part = reading.text.at("folded", at).is_in(["من", "في"]) & reading.text.at(
        "bare", reading.text.step(at, -1)
    ).is_in(_PARTS)
    at = reading.text.step(at, -2 * is_part.fill_null(value=False).cast(pl.Int64))
    # `مع كل من الوزير …`, `أعربت كل من الكويت وقطر`
    is_each = (reading.text.at("folded", at) == "من") & (
        reading.text.at("folded", reading.text.step(at, -1)) == "كل"
    )
    is_each &= is_class(reading.letters[reading.text.step(at, -2)], *PREPOSITIONS, *VERBS)
    at = reading.text.step(at, -2 * is_each.fill_null(value=False).cast(pl.Int64))
    # `غارات على شرق لبنان`, `في جنوب السودان`: where in a country is there.
    is_side = reading.text.at("folded", at).is_in(_SIDES_OF_PLACES) & is_class(
        reading.letters[reading.text.step(at, -1)], *PREPOSITIONS
    )
    at = reading.text.step(at, -is_side.fill_null(value=False).cast(pl.Int64))
    phrases = phrases.with_columns(
        head=reading.letters[at],
        head_clitic=reading.clitics[at],
        head_word=reading.text.at("bare", at).fill_null(""),
        is_after_aside=is_after_aside,
        is_inside=reading.text.tokens["sentence"][at] == phrases["sentence"],
    )
    is_noun = pl.col("head").is_in(codes(*IN_PHRASE)) & ~pl.col("is_cut") & pl.col("is_inside")
    return phrases.with_columns(
        has_head=is_noun & (pl.col("head_clitic") != BARE) & (pl.col("own") == BARE)
    )


def _follows_aside(at: pl.Series, reading: Reading) -> pl.Series:
    """`استقبل الرئيس الكيني، في قصر الرئاسة بنيروبي، وزير الخارجية`: a comma after where it was.

    Whatever stands between the comma and the preposition before it is no verb.
    """
    is_open = is_class(reading.letters[at], "COMMA")
    is_aside = pl.repeat(False, len(at), dtype=pl.Boolean, eager=True)
    for back in range(1, _ASIDE + 1):
        before = reading.text.step(at, -back)
        letter = reading.letters[before]
        is_led = is_class(letter, *_LEADS_ASIDE) | is_clitic(reading.clitics[before], "b")
        is_aside |= is_open & is_led
        is_open &= ~(is_led | is_class(letter, *VERBS, *_ENDS_ASIDE))
    return is_aside
