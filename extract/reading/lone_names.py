"""Lone words that name somebody: surnames, and first names where no surname follows."""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.knowledge import Knowledge
from extract.reading.spans import covered_tokens, marked
from extract.reading.words import Reading

# Letters of words that may be a surname even though they mean something else.
_SURNAME_CLASSES = ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")
# … and other words, where a verb of speech or a form of address leads and the phrase closes.
_OTHER_CLASSES = (
    *("NISBA", "DEFINITE", "TITLE_OR_GIVEN", "NOUN", "ADJECTIVE", "TITLE_DEFINITE"),
    "CONTENT_NOUN",
    *("ADVERB", "PREP", "LI", "COMP", "PARTICLE", "PRONOUN", "VERB", "PLACE", "COUNTRY"),
    "WEAK_FINITE",
)
_LEADS = ("FINITE", "WEAK_FINITE", "ABOUT", "ACCORDING", "TITLE_OR_GIVEN", "NOMINAL")
_ACTS_OR_TITLE = (
    *("FINITE", "WEAK_FINITE", "VERB", "NOMINAL", "ACCORDING"),
    *("TITLE_DEFINITE", "TITLE_OR_GIVEN", "TITLE"),
)
# A surname that is an adjective of a country (`السوداني`) does something where no noun leads.
_DOES = ("COMP", "VERB", "FINITE", "WEAK_FINITE", "AUX")
_DESCRIBES = ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE", "PERSON", "DEFINITE", "NISBA", "WHICH")
_CLOSES = ("COMP", "COMMA", "COLON", "OPEN", "STOP", "IN", "ON", "ABOUT", "TO", "FROM", "BREAK")
# A first name alone is not followed by what would be its surname, a surname not led by what it
# describes.
_ENDS = 2  # the first and the last word of a name
_NOMINAL = (
    "NOUN", "DEFINITE", "ADJECTIVE", "UNKNOWN", "UNKNOWN_DEFINITE", "GIVEN", "TITLE_OR_GIVEN",
    "NISBA", "PLACE",
    "CONTENT_NOUN", "PERSON",
)  # fmt: skip
_WITHIN = (
    "UNKNOWN",
    "GIVEN",
    "PLACE",
    "PERSON",
    "TITLE_OR_GIVEN",
    "NAME_PARTICLE",
    "UNKNOWN_DEFINITE",
)
# Kinds of bodies that have a name of their own.
_CALLED_AFTER = ("own", "name", "company")
_DESCRIBED = ("DEFINITE", "ORG_HEAD", "UNKNOWN_DEFINITE", "SOURCE", "DOCUMENT")


def find_lone_names(
    people: pl.DataFrame,
    middles: pl.DataFrame,
    named: pl.DataFrame,
    reading: Reading,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Lone words that name somebody named in full in the article, or one person anywhere.

    Words from the `middles` of names do where a verb of speech leads.
    """
    # Words of other classes where a name stands: `قال التركي إن`, `السيد الأمين،`.
    is_led = _is_led_and_closed(reading)
    may_be = is_class(reading.letters, *_OTHER_CLASSES) & is_led
    may_be |= is_class(reading.letters, *_SURNAME_CLASSES)
    may_be |= _is_doer(reading) | _is_namesake(reading)
    at = reading.text.tokens["token"].filter(may_be)
    words = reading.text.tokens.select("token", "document")[at]
    words = words.with_columns(name=reading.text.at("bare", at), is_conjoined=pl.lit(value=False))
    # No list says whether the first letter of an unknown word is a proclitic; the article does.
    stripped = words.filter(pl.col("name").str.contains("^[وفبلك]")).with_columns(
        name=pl.col("name").str.slice(1), is_conjoined=pl.lit(value=True)
    )
    # Few words end a name anywhere: the others need not be looked for in their article.
    ends = _ends(people)
    may_end = pl.concat([words, stripped]).filter(pl.col("name").is_in(ends["name"].implode()))
    of_article = may_end.join(ends, on=["document", "name"], how="inner", maintain_order="left")
    of_anywhere = words.filter(pl.col("name").is_in(knowledge.surnames))
    is_name = is_class(reading.letters[words["token"]], "UNKNOWN", "GIVEN")
    of_middle = words.filter(is_name & is_led[words["token"]]).join(
        middles.select("document", "name", is_first=pl.lit(value=False)),
        on=["document", "name"],
        how="inner",
        maintain_order="left",
    )
    found = pl.concat([of_article, of_anywhere, of_middle], how="diagonal")
    before, after = (reading.letters[reading.text.step(found["token"], n)] for n in (-1, 1))
    # `أكد ماكرون دعم فرنسا`: what he supports is no surname.
    is_object = is_class(after, "CONTENT_NOUN") & is_class(before, "FINITE", "WEAK_FINITE")
    is_followed = is_class(after, *_NOMINAL) & ~is_object
    # `أشاد تشاو بالجهود`: of who acts no noun with a preposition is a surname.
    follows = reading.clitics[reading.text.step(found["token"], 1)]
    acts = is_class(before, "FINITE", "WEAK_FINITE", "VERB")
    acts &= ~is_class(after, *_SURNAME_CLASSES, "PERSON") & ~found["name"].str.starts_with("ال")
    is_followed &= ~(acts & is_clitic(follows, "b", "l") & ~found["is_conjoined"])
    # `التاجر الشامي` is of Damascus, `مكتب الشامي` and `التهنئة للشامي` are a man's.
    is_led = is_class(before, *_DESCRIBED) & ~is_clitic(reading.clitics[found["token"]], "l", "b")
    noun = reading.text.step(found["token"], -1)
    is_bare = reading.text.where(_is_bare)[noun]
    # … and `شركة الشامي` is a company.
    called = reading.text.at("named_by", noun).is_in(_CALLED_AFTER).fill_null(value=False)
    is_led &= ~is_bare | called
    led_by_noun = pl.lit(is_led) & pl.col("name").str.starts_with("ال")
    stands = (
        pl.when(_is_listed_body(found["token"], reading))
        .then(~pl.col("is_first").fill_null(value=True))
        .when(pl.col("is_first").is_null())
        .then(~(_is_part(found["token"], reading) | is_followed | led_by_noun))
        .when("is_first")
        .then(~(is_followed | (before == code("PERSON"))))
        # Of a name that its article writes without `ال` only who speaks or has a title is sure.
        .when(pl.col("is_family").fill_null(value=False))
        .then(pl.lit(is_class(before, *_ACTS_OR_TITLE)))
        .otherwise(~led_by_noun)
    )
    return (
        found.filter(stands)
        .select("token", "document", "name", "is_conjoined")
        .unique("token", keep="first", maintain_order=True)
        .join(
            covered_tokens(named).to_frame("token"), on="token", how="anti", maintain_order="left"
        )
        .with_columns(n_tokens=pl.lit(1, pl.UInt32), mention_kind=pl.lit("surname"))
        .sort("token")
    )


def middle_names(people: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Foreign words from the middle of an article's names, with whose they are.

    `تيدروس أدهانوم غيبريسوس` is called `أدهانوم` too, an Arab by his father's name is not.

    Args:
        people: `document`, `person` (folded names).
        knowledge: For the first names of Arabs.

    Returns:
        `document`, `name`, `whole` (the person); a word of several goes to the first named.
    """
    words_of = people.select("document", whole="person", name=pl.col("person").str.split(" "))
    long = words_of.filter(pl.col("name").list.len() > _ENDS).unique(maintain_order=True)
    middles = long.with_columns(
        pl.col("name").list.slice(1, pl.col("name").list.len() - _ENDS)
    ).explode("name", empty_as_null=False)
    # `سيف الدين رزقي`
    is_part = pl.col("name").str.starts_with("ال")
    is_father = pl.col("name").is_in(_arabic_names(knowledge.lexicons))
    return middles.filter(~(is_part | is_father)).unique(
        ["document", "name"], keep="first", maintain_order=True
    )


@once_a_version
def _arabic_names(lexicons: Lexicons) -> pl.Series:
    """First names of Arabs, folded, as one cell."""
    arabic = lexicons["given_names"].filter(pl.col("origin") == "arabic")
    return fold(arabic, "name", "folded")["folded"].implode()


def _is_led_and_closed(reading: Reading) -> pl.Series:
    """Where a verb of speech or a form of address leads, and the phrase closes."""
    letters = reading.letters
    is_led = is_class(letters.shift(1), *_LEADS)
    # `تخفيف الضغط عن الزبداني` is of a town.
    is_place = is_class(letters, "PLACE", "COUNTRY") & is_class(letters.shift(1), "ABOUT")
    is_led &= ~is_place
    is_led |= _opens_headline(reading)
    is_closed = is_class(letters.shift(-1), *_CLOSES)
    # `قالت كيني للصحافيين`
    is_closed |= is_clitic(reading.clitics.shift(-1), "l")
    return (is_led & is_closed).fill_null(value=False)


def _opens_headline(reading: Reading) -> pl.Series:
    """Where a word, in marks or not, has a text's first colon after it: `غالي: سنفوز غدا`."""
    first = reading.text.bounds.head(-1).unique()
    first += is_class(reading.letters[first], "OPEN").cast(first.dtype)
    after, second = (reading.letters[reading.text.step(first, n)] for n in (1, 2))
    is_colon = is_class(after, "COLON") | is_class(after, "CLOSE") & is_class(second, "COLON")
    return marked(first.filter(is_colon), reading.text.tokens.height)


def _is_doer(reading: Reading) -> pl.Series:
    """`أكد المكتب أن السوداني بحث الملف`, but `زار السوداني سامي نور`, `قتل السوداني الذي`.

    So `مكتب السوداني`, `للسوداني` and `السوداني يستقبل` of a headline.
    """
    letters = reading.letters
    before, after = letters.shift(1, fill_value=code("BREAK")), letters.shift(-1)
    is_doer = is_class(before, *_DOES) | is_clitic(reading.clitics, "l", "b")
    is_bare = reading.text.where(_is_bare).shift(1, fill_value=False)
    is_doer |= is_class(before, "NOUN", "CONTENT_NOUN", "DOCUMENT", "ORG_HEAD") & is_bare
    is_doer |= is_class(before, "BREAK", "STOP", "COLON") & is_class(after, "VERB", "FINITE")
    is_doer &= is_class(letters, "NISBA") & ~is_class(after, *_DESCRIBES)
    return is_doer.fill_null(value=False)


def _is_namesake(reading: Reading) -> pl.Series:
    """A listed body's name of one word: `ميرتس` is a party, unless the article names such a man."""
    letters = reading.letters
    within = ("ORG", "ORG_HEAD")
    is_body = is_class(letters, "ORG") & ~is_class(letters.shift(1), *within)
    return (is_body & ~is_class(letters.shift(-1), *within)).fill_null(value=False)


def _is_listed_body(tokens: pl.Series, reading: Reading) -> pl.Series:
    return is_class(reading.letters[tokens], "ORG")


def _is_bare(words: pl.DataFrame) -> pl.Series:
    return ~words["bare"].str.starts_with("ال")


def _is_part(tokens: pl.Series, reading: Reading) -> pl.Series:
    """Whether a word continues a name, or is what a thing or body is called: `ميناء تانجا`."""
    at = reading.text.step(tokens, -1)
    named_by = reading.text.at("named_by", at)
    names_it = named_by.is_not_null() & (named_by != "state")
    return names_it | is_class(reading.letters[at], *_WITHIN)


def _ends(people: pl.DataFrame) -> pl.DataFrame:
    """The single words that a person of the article goes by: the last of the name, the first."""
    # `حسن شكر الله` goes by `شكر الله`, and not by God's name.
    is_single = ~pl.col("name").str.contains(" ", literal=True) & (pl.col("name") != "الله")
    single = people.filter(is_single)
    is_last = pl.col("person").str.ends_with(pl.concat_str(pl.lit(" "), "name"))
    # `محمد عبد السلام` goes by `عبدالسلام`.
    is_last |= pl.col("person").str.ends_with(
        pl.concat_str(pl.lit(" "), pl.col("name").str.replace("^عبدال", "عبد ال"))
    )
    # `أحمد قطان` goes by `القطان`.
    family = pl.col("name").str.strip_prefix("ال")
    is_family = pl.col("person").str.ends_with(pl.concat_str(pl.lit(" "), family)) & ~is_last
    is_last |= is_family
    is_first = pl.col("person").str.starts_with(pl.concat_str("name", pl.lit(" ")))
    return single.filter(is_last | is_first).select(
        "document", "name", is_first=~is_last, is_family=is_family
    )
