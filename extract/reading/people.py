"""People: names that follow a title or begin with a given name, and the shorter forms of them.

The end of a name is found without a list of names: it is the first word that Arabic knows otherwise.
Which country a person speaks for, and in what office, belongs in `extract.reading.roles`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.knowledge import Knowledge
from extract.reading.name_words import read_name_words
from extract.reading.organization_heads import EPONYM, heads_of
from extract.reading.words import Reading

_REACH = 20
# A title with what completes it: `وزير الخارجية الصيني`, `رئيس الحكومة في العراق`.
TITLE_CHAIN = (
    "(?:free+TITLE|TITLE_OR_GIVEN bare+NOUN|ORG_HEAD|CONTENT_NOUN|SOURCE|DOCUMENT* | free+TITLE_DEFINITE)"
    "(?:bare+NISBA|ORG|COUNTRY|PLACE|DEFINITE|ADJECTIVE|NUMBER|ORG_HEAD|SOURCE|DOCUMENT|UNKNOWN_DEFINITE"
    " | withl+NOUN|DEFINITE|ORG|ORG_HEAD|COUNTRY|PLACE | IN COUNTRY|PLACE | withb+ORG|ORG_HEAD|DEFINITE|COUNTRY)*"
)
# A title before a name may stand after a preposition: `للرئيس`; `باسم` is read apart from its title.
_OF = "bare+NOUN|ORG|ORG_HEAD|DEFINITE|COUNTRY|PLACE|NISBA|ADJECTIVE|UNKNOWN_DEFINITE|SOURCE|DOCUMENT|TITLE|TITLE_DEFINITE"
_ANY_CHAIN = (
    TITLE_CHAIN.replace("free+TITLE", "TITLE").removesuffix("*")
    .removesuffix(")") + f" | PREP|IN COUNTRY|PLACE|ORG | BI|ON_BEHALF {_OF})*"
)
_WORD = "GIVEN|UNKNOWN|PERSON"
_AFTER_PARTICLE = (
    "bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE|PERSON|DEFINITE|TITLE_DEFINITE|TITLE_OR_GIVEN|NISBA|PLACE|NOUN|ADJECTIVE"
)
_TAIL = f"(?:bare+{_WORD}|UNKNOWN_DEFINITE|TITLE_OR_GIVEN | bare+NAME_PARTICLE+ {_AFTER_PARTICLE})"
_FIRST = f"(?:{_WORD} | NAME_PARTICLE+ {_AFTER_PARTICLE})"
_FULL = f"{_FIRST} {_TAIL}{{1,5}}"
# What shows that a name has ended before it.
_END = (
    "(?:COMMA|COLON|COMP|STOP|BREAK|FINITE|WEAK_FINITE|VERB|AUX|LPAREN|RPAREN|OPEN|CLOSE|DASH|ANY_PREP|PARTICIPLE|SAYING"
    "|NOMINAL|PARTICLE|RELATIVE|TITLE|PRONOUN|ADVERB|TIME|NEGATION | conj+ANY | withb+ANY | withl+ANY | $)"
)

_CHAIN = compile_rule(f"{_ANY_CHAIN}$")
_CLOSE_CHAIN = compile_rule("(?:ANY_TITLE|NISBA|COUNTRY|ORG|PLACE)$")
# By rule: what must stand before the name, and the name with what must follow.
_RULES = {
    "titled": ((_CHAIN, _CLOSE_CHAIN), f"^[name: {_FIRST} {_TAIL}{{0,5}}]"),
    "loosely_titled": ((_CHAIN,), f"^[name: {_FULL}]"),
    # `السيد` and `الأمير` are titles, but `أمير` and `سيد` are names too.
    "title_name": ((_CHAIN, _CLOSE_CHAIN), f"^[name: bare+TITLE_OR_GIVEN {_TAIL}{{1,5}}]"),
    "surname_word": (
        (_CHAIN, _CLOSE_CHAIN),
        f"^[name: GIVEN bare+DEFINITE|TITLE_DEFINITE|NISBA] {_END}",
    ),
    "after_comma": (
        (compile_rule(f"{_ANY_CHAIN} COMMA$"),),
        f"^[name: {_FIRST} (?:{_TAIL}{{1,5}} | bare+TITLE_DEFINITE|DEFINITE)] COMMA",
    ),
    "said": (
        (compile_rule("(?:FINITE|WEAK_FINITE|ABOUT|ACCORDING|SAYING)(?:ADVERB|TIME|COMMA)*$"),),
        f"^[name: {_FULL}]",
    ),
    # However far the title before it reaches: `رحبت مندوبة غانا لدى الأمم المتحدة أبينا مينساه`.
    "said_by_title": (
        (
            compile_rule(
                "(?:FINITE|WEAK_FINITE)(?:ADVERB|TIME)* bare+TITLE|TITLE_DEFINITE"
                "(?:free+NOMINAL_WORD|BI|ON_BEHALF | withl+NOMINAL_WORD | withb+ORG|ORG_HEAD|PLACE|COUNTRY|DEFINITE"
                " | IN|PREP|TO NOMINAL_WORD | LPAREN ANY{1,4} RPAREN){1,14}$"
            ),
        ),
        f"^[name: {_FULL}]",
    ),
    "said_alone": (
        (compile_rule("bare+FINITE|ABOUT|ACCORDING$ | conj+FINITE$"),),
        "^[name: bare+UNKNOWN] (?:COMP|COLON|OPEN | COMMA? IN|PREP|TIME|ADVERB)",
    ),
    "apposed": ((), f"^[name: (?:{_FULL} | GIVEN bare+PLACE)] COMMA? bare+TITLE|TITLE_DEFINITE"),
    "aged": ((), f"^[name: {_FULL}] LPAREN NUMBER"),
    "given": ((), f"^[name: GIVEN {_TAIL}{{1,5}}]"),
    "kunya": ((), f"^[name: NAME_PARTICLE bare+GIVEN {_TAIL}{{0,3}}]"),
    "quoted": ((compile_rule(f"{_ANY_CHAIN} OPEN$"),), f"^[name: {_FIRST} {_TAIL}{{0,3}}] CLOSE"),
}
_COMPILED = {name: (before, compile_rule(right)) for name, (before, right) in _RULES.items()}
# A name that is a word besides follows a title that nothing else can complete.
_WORD_NAME = (
    (_CHAIN, compile_rule("(?:NISBA|COUNTRY|TITLE_DEFINITE|TITLE_OR_GIVEN)$")),
    compile_rule(f"^[name: bare+NOUN|ADJECTIVE bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE {_TAIL}{{0,3}}] {_END}"),
)
_JOINED = (
    (compile_rule("PERSON$"),),
    compile_rule(f"^[name: conj+GIVEN|UNKNOWN|PERSON {_TAIL}{{1,5}}]"),
)
_STARTS = ("GIVEN", "UNKNOWN", "PERSON", "TITLE_OR_GIVEN", "NAME_PARTICLE")


def find_people(reading: Reading, names: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Spans that name a person in more than a surname, or after a title.

    Args:
        reading: Words with the letters of lexicon names set.
        names: Names of the lexicon from `mentions.find_names`; its persons are kept as they stand.
        knowledge: For the nouns of things that are called after people.

    Returns:
        `token`, `n_tokens`, `document`, in running order, without overlaps, and `is_conjoined`: the
        first word holds a `و` that no list tells.
    """
    seen = read_name_words(reading, names)
    starts = _contexts(_starts(seen), seen)
    found = [_apply(starts, *rule) for rule in _COMPILED.values()]
    found.append(_apply(_contexts(_word_starts(seen), seen), *_WORD_NAME))
    known = names.filter(pl.col("lexicon") == "person").select("token", "n_tokens", "document")
    found.append(known.with_columns(pl.col("n_tokens").cast(pl.UInt32)))
    spans = _apart(pl.concat(found))
    seen.set_letters(spans, "PERSON")
    joined = starts.select("token", "document").join(_covered(spans), on="token", how="anti", maintain_order="left")
    spans = _apart(pl.concat([spans, _apply(_contexts(joined, seen), *_JOINED)]))
    reading.set_letters(spans, "PERSON")
    spans = _without_eponyms(spans, reading, knowledge)
    conjoined = seen.clitics.gather(spans["token"]) != reading.clitics.gather(spans["token"])
    return spans.with_columns(is_conjoined=conjoined)


def _without_eponyms(spans: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Leave out those whom a thing or body is called after: `حي الملك فهد`, `كأس الشيخ قاسم`."""
    kinds = heads_of(reading.text.vocabulary, knowledge.heads)
    # A government, a force or an office is somebody's own: `حكومة نتنياهو`.
    names_another = kinds["named_by"].is_in(["field", "long_field", "own", "name", "company", EPONYM])
    is_noun = (names_another & ~kinds["is_definite"]).fill_null(value=False)
    word = reading.text.tokens["word"]
    titles = [ord(LETTERS[n]) for n in ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")]
    at, called = spans["token"].cast(pl.Int64), pl.Series([False] * len(spans), dtype=pl.Boolean)
    is_beside = pl.Series([True] * len(spans), dtype=pl.Boolean)
    # Up to two titles may stand between: `مستشفى الدكتور سليمان الحبيب`.
    for back in range(1, 4):
        before = (at - back).clip(0, None)
        letter = reading.letters.gather(before)
        called |= is_beside & is_noun.gather(word.gather(before)) & ~letter.is_in(titles)
        is_beside &= letter.is_in([*titles, ord(LETTERS["OPEN"]), ord(LETTERS["LPAREN"])])
    return spans.filter(~called)


def _starts(seen: Reading) -> pl.DataFrame:
    """Words that a name may begin with: a name's word after none, or the second after a title."""
    letters = seen.letters
    is_name = letters.is_in([ord(LETTERS[n]) for n in _STARTS])
    before = pl.Series([False]).append((is_name & (letters != ord(LETTERS["TITLE_OR_GIVEN"]))).head(len(is_name) - 1))
    is_joined = seen.clitics.is_in([ord("1"), ord("5"), ord("6"), ord("7")])
    return seen.text.tokens.select("token", "document").filter(is_name & (~before | is_joined))


def _word_starts(seen: Reading) -> pl.DataFrame:
    """Nouns between what closes a title and a name's word."""
    letters = seen.letters
    after = [ord(LETTERS[n]) for n in ("NISBA", "COUNTRY", "TITLE_DEFINITE", "TITLE_OR_GIVEN")]
    before = [ord(LETTERS[n]) for n in ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")]
    is_word = letters.is_in([ord(LETTERS[n]) for n in ("NOUN", "ADJECTIVE")])
    between = letters.shift(1).is_in(after) & letters.shift(-1).is_in(before)
    return seen.text.tokens.select("token", "document").filter((is_word & between).fill_null(value=False))


def _apart(spans: pl.DataFrame) -> pl.DataFrame:
    """Of overlapping spans the first and longest."""
    spans = spans.sort("token", "n_tokens", descending=[False, True]).unique(
        "token", keep="first", maintain_order=True
    )
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    return spans.filter(pl.col("token") >= end)


def _covered(spans: pl.DataFrame) -> pl.DataFrame:
    return spans.select(
        token=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
    ).explode("token", empty_as_null=False)


def _contexts(starts: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    return starts.join(reading.strings(), on="document", how="left", maintain_order="left").select(
        "token",
        "document",
        left=pl.col("letters").str.slice(0, offset).str.tail(_REACH * WIDTH),
        right=pl.col("letters").str.slice(offset, 9 * WIDTH),
    )


def _apply(starts: pl.DataFrame, before: tuple[str, ...], right: str) -> pl.DataFrame:
    for pattern in before:
        starts = starts.filter(pl.col("left").str.contains(pattern))
    name = pl.col("right").str.extract(right, 1)
    return (
        starts.with_columns(n_tokens=(name.str.len_bytes() // WIDTH).cast(pl.UInt32))
        .drop_nulls("n_tokens")
        .select("token", "n_tokens", "document")
    )
