"""People: names that follow a title or begin with a given name, and the shorter forms of them.

The end of a name is found without a list of names: it is the first word that Arabic knows
otherwise. Which country a person speaks for, and in what office, belongs in
`extract.reading.roles`.
"""

import polars as pl

from extract.reading.alphabet import code, codes, is_class, is_clitic
from extract.reading.called import lone_called
from extract.reading.contexts import n_tokens, with_contexts
from extract.reading.knowledge import Knowledge
from extract.reading.name_words import read_name_words
from extract.reading.organization_heads import EPONYM
from extract.reading.person_rules import JOINED, NAME_RULES, NEED_FIRST_NAME, WORD_NAMES
from extract.reading.spans import covered_tokens
from extract.reading.unlisted_names import without_words
from extract.reading.words import Reading

# Tokens that the rules look at before a name and from its first word on.
_BACK, _AHEAD = 20, 9
_OF_MANY = "^الم\\S{3,}(?:ين|ون)$"
_STARTS = ("GIVEN", "UNKNOWN", "PERSON", "TITLE_OR_GIVEN", "NAME_PARTICLE")


def find_people(reading: Reading, names: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Spans that name a person in more than a surname, or after a title.

    Args:
        reading: Words with the letters of lexicon names set.
        names: Names of the lexicon from `mentions.find_names`; its persons are kept as they stand.
        knowledge: For the nouns of things that are called after people.

    Returns:
        `token`, `n_tokens`, `document`, in running order, without overlaps, and `is_conjoined`: the
        first word holds a `و` that no list tells, `is_whole`: what looks like a proclitic is none
        (`ولد الداه`), and `listed_id`: the lexicon's person whose name
        opens the span.
    """
    seen = read_name_words(reading, names)
    starts = with_contexts(_starts(seen), seen, left=_BACK, right=_AHEAD)
    folded = reading.text.at("folded", starts["token"])
    # `العربي الأصيل`: what begins like a surname, or is one, opens a name only after a title.
    is_surname = (folded.str.contains("^ال.*ي$") & ~_is_hamzated(starts, reading)) | folded.is_in(
        knowledge.surnames
    )
    starts = starts.with_columns(is_surname=is_surname)
    kept: dict[tuple[str, ...], pl.DataFrame] = {}
    found = []
    for (before, needs_first_name), rules in _BY_LEAD.items():
        led = _led_by(before, starts, kept)
        found.append(_named(led.filter(~pl.col("is_surname")) if needs_first_name else led, *rules))
    words = with_contexts(_word_starts(seen), seen, left=_BACK, right=_AHEAD)
    found.extend(_named(_led_by(before, words, {}), right) for before, right in WORD_NAMES)
    found.append(lone_called(seen))
    known = _listed(names, reading)
    found = [without_words(pl.concat(found), seen, knowledge), known.drop("listed_id")]
    spans = _apart(pl.concat(found))
    seen.set_letters(spans, "PERSON")
    joined = starts.select("token", "document").join(
        covered_tokens(spans).to_frame("token"), on="token", how="anti", maintain_order="left"
    )
    before, right = JOINED
    led = _led_by(before, with_contexts(joined, seen, left=_BACK, right=_AHEAD), {})
    spans = _apart(pl.concat([spans, _named(led, right)]))
    spans = _without_next_word(spans, known, reading)
    reading.set_letters(spans, "PERSON")
    spans = _without_eponyms(spans, reading)
    told, own = (r.clitics[spans["token"]] for r in (seen, reading))
    is_bare = is_clitic(told, "bare")
    return spans.with_columns(
        is_conjoined=(told != own) & ~is_bare, is_whole=(told != own) & is_bare
    ).join(known.select("token", "listed_id"), on="token", how="left", maintain_order="left")


def _is_hamzated(starts: pl.DataFrame, reading: Reading) -> pl.Series:
    return reading.text.at("surface", starts["token"]).str.contains("^[أإآ]")


def _listed(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """People of the lexicon, without the title that some are listed with (`الشيخ محمد بن راشد`)."""
    known = names.select("token", "n_tokens", "document", "lexicon", listed_id="entity_id")
    known = known.filter(pl.col("lexicon") == "person").drop("lexicon")
    titles = codes("TITLE_DEFINITE", "TITLE_OR_GIVEN")
    is_title = reading.text.at("letter", known["token"]).is_in(titles)
    is_title &= reading.text.at("folded", known["token"]).str.starts_with("ال")
    skip = (pl.Series(is_title) & (known["n_tokens"] > 1)).cast(pl.UInt32)
    return known.with_columns(
        token=known["token"] + skip, n_tokens=known["n_tokens"] - skip
    ).unique("token", keep="first", maintain_order=True)


def _without_next_word(spans: pl.DataFrame, known: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`دونالد ترامب أرجأ العقوبات`: a listed full name is whole; an unlisted word is none of it.

    A father, a house or a family of the Arabs may follow still: `محمد بن سلمان الشمري` is another.
    """
    full = known.filter(pl.col("n_tokens") > 1).select("token", n_listed="n_tokens")
    n_listed = spans.join(full, on="token", how="left", maintain_order="left")["n_listed"]
    is_longer = (n_listed < spans["n_tokens"]).fill_null(value=False)
    after = reading.text.step(spans["token"], n_listed.fill_null(0))
    folded = reading.text.at("folded", after)
    is_word = is_class(reading.letters[after], "UNKNOWN") & ~folded.str.starts_with("ال")
    # `حاصرت قوات سامي نور المحتجين`
    is_word |= folded.str.contains(_OF_MANY) & ~is_class(reading.letters[after], "GIVEN")
    return spans.with_columns(
        n_tokens=pl.when(is_longer & is_word).then(n_listed).otherwise("n_tokens")
    )


def _without_eponyms(spans: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out those whom a thing or body is called after: `حي الملك فهد`, `كأس الشيخ قاسم`."""
    is_noun = reading.text.vocabulary.find(_names_another).fill_null(value=False)
    word = reading.text.tokens["word"]
    titles = codes("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")
    called = pl.Series([False] * len(spans), dtype=pl.Boolean)
    is_beside = pl.Series([True] * len(spans), dtype=pl.Boolean)
    # Up to two titles may stand between: `مستشفى الدكتور سليمان الحبيب`.
    for back in range(1, 4):
        before = reading.text.step(spans["token"], -back)
        letter = reading.letters[before]
        called |= is_beside & is_noun[word[before]] & ~letter.is_in(titles)
        is_beside &= letter.is_in([*titles, code("OPEN"), code("LPAREN")])
    return spans.filter(~called)


def _names_another(words: pl.DataFrame) -> pl.Series:
    """Nouns called after people; a government or an office is one's own: `حكومة نتنياهو`."""
    kinds = ["field", "long_field", "own", "name", "company", EPONYM]
    return words["named_by"].is_in(kinds) & ~words["is_definite"]


def _starts(seen: Reading) -> pl.DataFrame:
    """Words that a name may begin with: a name's word after none, or the second after a title."""
    letters = seen.letters
    is_name = is_class(letters, *_STARTS)
    before = pl.Series([False]).append(
        (is_name & (letters != code("TITLE_OR_GIVEN"))).head(len(is_name) - 1)
    )
    is_joined = seen.clitics.is_in([ord("1"), ord("5"), ord("6"), ord("7")])
    return seen.text.tokens.select("token", "document").filter(is_name & (~before | is_joined))


def _word_starts(seen: Reading) -> pl.DataFrame:
    """Nouns between what closes a title and a name's word."""
    letters = seen.letters
    after = codes("NISBA", "COUNTRY", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "OPEN")
    before = codes("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")
    is_word = is_class(letters, "NOUN", "ADJECTIVE", "VERB", "FINITE", "WEAK_FINITE")
    between = letters.shift(1).is_in(after) & letters.shift(-1).is_in(before)
    return seen.text.tokens.select("token", "document").filter(
        (is_word & between).fill_null(value=False)
    )


def _apart(spans: pl.DataFrame) -> pl.DataFrame:
    """Of overlapping spans the first and longest."""
    spans = spans.sort("token", "n_tokens", descending=[False, True]).unique(
        "token", keep="first", maintain_order=True
    )
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    return spans.filter(pl.col("token") >= end)


def _led_by(
    before: tuple[str, ...], starts: pl.DataFrame, kept: dict[tuple[str, ...], pl.DataFrame]
) -> pl.DataFrame:
    """Starts after what a rule asks for; what several rules ask for is asked once, and `kept`."""
    if not before:
        return starts
    if before not in kept:
        *others, last = before
        led = _led_by(tuple(others), starts, kept)
        kept[before] = led.filter(pl.col("left").str.contains(last))
    return kept[before]


def _named(starts: pl.DataFrame, *rules: str) -> pl.DataFrame:
    """The names that rules read at starts, the longest of each."""
    lengths = [n_tokens(pl.col("right").str.extract(right, 1)) for right in rules]
    return starts.select(
        "token", pl.max_horizontal(lengths).alias("n_tokens"), "document"
    ).drop_nulls()


def _by_lead() -> dict[tuple[tuple[str, ...], bool], list[str]]:
    """Rules for names by what must stand before, and by whether they ask for a first name."""
    found: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for name, (before, right) in NAME_RULES.items():
        found.setdefault((before, name in NEED_FIRST_NAME), []).append(right)
    return found


_BY_LEAD = _by_lead()
