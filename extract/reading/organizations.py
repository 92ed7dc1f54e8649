"""Organisations: those of the lexicon, and those named by what they are (`وزارة الخارجية الكازاخية`).

Which of an article's names stand for one body belongs in `extract.reading.organization_names`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH
from extract.reading.dateline_agencies import dateline_agencies
from extract.reading.knowledge import Knowledge
from extract.reading.organization_heads import heads_of
from extract.reading.organization_names import name_organizations
from extract.reading.organization_rules import COMPILED, COMPILED_BRACKETED
from extract.reading.roles import last_country
from extract.reading.words import Reading

_REACH = 16
# A name of these is another thing's, or no body's.
_TAKEN = ("PERSON", "BREAK", "COUNTRY", "PLACE")
_CLEAR_FIELDS = ("الخارجية", "الداخلية", "المالية")
# Adjectives that tell which of several is meant, and name none.
_PASSING = (
    "مقبل", "حالي", "جديد", "سابق", "قادم", "اخير", "ماضي", "مماثل", "مذكور", "معني", "مختص", "مشارك", "تابع", "متخصص",
    "مكلف", "مشرف", "راغب", "متصدر", "الكتروني", "معارض", "مسؤول", "مسئول", "صادر", "عامل", "منعقد", "مذكر", "محلي", "كبري", "كبير", "مختلف", "ثاني", "ثالث", "اول", "اولي", "رابع", "موالي", "متمرد", "مركزي", "تقني",
)  # fmt: skip
_IN_TITLES = ("TITLE", "TITLE_DEFINITE")
_NOUNS = ("NOUN", "ORG_HEAD", "CONTENT_NOUN", "DEFINITE", "SOURCE", "DOCUMENT", "ORG")


def _codes(*names: str) -> list[int]:
    return [ord(LETTERS[name]) for name in names]



def find_organizations(
    reading: Reading, names: pl.DataFrame, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Organisations in running order, without overlaps.

    Args:
        reading: Words with the letters of names set, people's too.
        names: Names of the lexicon from `mentions.find_names`.
        articles: Columns as in `schemas.ARTICLES`, in the order that `document` counts.
        knowledge: For the nouns that open names of bodies.

    Returns:
        `token`, `n_tokens`, `document`, `entity_id` (null where no lexicon knows the organisation),
        `name_id` (never null), `entity_name` (the fullest that the article gives it),
        `entity_name_latin`, `country_code`.
    """
    seen = _without_titles(reading, names)
    right = _heads(seen, knowledge)
    found = pl.concat([*(_apply(right, key) for key in COMPILED), _bracketed(right)])
    found = pl.concat([_named(found, reading), _ministries(seen, knowledge)])
    found = _with_country(found, names, reading)
    listed = _listed(names, reading, knowledge).select(found.columns)
    agencies = dateline_agencies(reading, articles, knowledge.lexicons)
    bodies = _apart(pl.concat([listed, found, agencies], how="diagonal_relaxed"))
    return name_organizations(bodies, reading, knowledge)


def _named(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Names cut before a passing description (`الحالية`), without those that name no body.

    Those are `مجلس إدارة …`, `حكومة عراقية`, `برئاسة المهندس …`, and bodies only described in passing.
    """
    found = _cut(found, reading)
    word = reading.text.tokens["word"]
    folded = reading.text.vocabulary["folded"]
    head, second = folded.gather(word.gather(found["token"])), folded.gather(word.gather(found["token"] + 1))
    letter = reading.letters.gather(found["token"] + 1)
    described = letter.is_in(_codes("NISBA", "ADJECTIVE")) & ~second.str.starts_with("ال")
    first = folded.gather(word.gather((found["token"].cast(pl.Int64) - 1).clip(0, None)))
    is_board = (head.str.ends_with("مجلس") & (second == "ادارة")) | (
        first.str.ends_with("مجلس") & (head == "ادارة")
    )
    is_act = head.str.contains("^[وف]?ب(?:رئاسة|قيادة|ادارة)$") | (
        head.str.contains("(?:رئاسة|قيادة)$")
        & letter.is_in(_codes("PERSON", "GIVEN", "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN"))
    )
    return found.filter(~(described | is_board | is_act))


def _cut(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Names up to the first word that describes in passing; what has no other word is none."""
    is_passing = reading.text.vocabulary["folded"].str.contains(f"^[وفبك]?(?:ال|لل)(?:{'|'.join(_PASSING)})(?:ة|ين)?$")
    at = found.with_columns(
        at=pl.int_ranges(pl.col("token") + 1, pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
    ).explode("at", empty_as_null=False).drop_nulls("at")
    cuts = (
        at.filter(is_passing.gather(reading.text.tokens["word"].gather(at["at"])))
        .group_by("token", "n_tokens", maintain_order=True)
        .agg(cut=pl.col("at").min() - pl.col("token").first())
    )
    found = found.join(cuts, on=["token", "n_tokens"], how="left", maintain_order="left")
    return found.with_columns(n_tokens=pl.coalesce("cut", "n_tokens")).drop("cut").filter(
        pl.col("n_tokens") > 1
    )


def _ministries(seen: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Ministries by their field and country alone: `الخارجية المصرية`, `الدفاع الروسية`."""
    text, letters = seen.text, seen.letters
    bare = text.vocabulary["bare"]
    is_field = bare.is_in(knowledge.portfolios)
    # Of the masculine fields only the feminine adjective shows that a ministry is meant.
    is_clear = bare.is_in(_CLEAR_FIELDS)
    is_feminine = text.vocabulary["folded"].str.contains("ية$")
    word = text.tokens["word"]
    nisba = (letters == ord(LETTERS["NISBA"])) & is_feminine.gather(word)
    at = is_field.gather(word) & nisba.shift(-1, fill_value=False)
    at &= is_clear.gather(word) | ~bare.str.ends_with("ة").gather(word)
    after, titles = _codes(*_NOUNS), _codes(*_IN_TITLES)
    folded = text.gather("folded").shift(1)
    follows = letters.shift(1).is_in(after) | (letters.shift(1).is_in(titles) & (folded != "باسم"))
    return (
        text.tokens.select("token", "document")
        .filter(at & ~follows.fill_null(value=False))
        .select("token", n_tokens=pl.lit(2, pl.UInt32), document="document")
    )


def _listed(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """The lexicon's, but no ministry inside its minister's title, and no paper where a region is meant."""
    listed = names.filter(pl.col("entity_type") == "organization")
    places = names.filter(pl.col("entity_type").is_in(["place", "country"])).select("token", "n_tokens")
    places = places.unique().with_columns(is_place=pl.lit(value=True))
    listed = listed.join(places, on=["token", "n_tokens"], how="left", maintain_order="left")
    before = (listed["token"].cast(pl.Int64) - 1).clip(0, None)
    folded = reading.text.vocabulary["folded"].gather(reading.text.tokens["word"].gather(before))
    letter = reading.letters.gather(before)
    # An agency that is listed among the organisations is one body with it.
    listed_ids = ("agency:" + knowledge.lexicons["organizations"]["organization_id"]).implode()
    twin = pl.col("entity_id").str.replace("^agency:", "organization:")
    listed = listed.with_columns(
        entity_id=pl.when(pl.col("entity_id").is_in(listed_ids)).then(twin).otherwise("entity_id")
    )
    is_marked = letter.is_in(_codes("ORG_HEAD", "OPEN"))
    return listed.filter(
        ~folded.str.contains("^[وفلب]*(?:وزير|وزيرة|وزيرا|وزيري|وزراء)$")
        & (pl.col("is_place").is_null() | pl.Series(is_marked))
    )


def _without_titles(reading: Reading, names: pl.DataFrame) -> Reading:
    """A copy in which titles of several words have their words' own classes: they name bodies too."""
    phrases = names.filter((pl.col("lexicon") == "title") & (pl.col("n_tokens") > 1))
    inside = (
        phrases.select(pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32))
        .explode("token", empty_as_null=False)["token"]
        .unique()
        .sort()
    )
    kept = reading.letters.gather(inside).is_in(_codes(*_IN_TITLES))
    inside = inside.filter(kept)
    own = reading.text.gather("letter").gather(inside)
    letters = reading.letters.scatter(inside, own)
    # `المركز الصحافي`: after a noun a title in the form of an adjective is one.
    describes = (
        letters.is_in(_codes(*_IN_TITLES))
        & reading.text.vocabulary["folded"].str.contains("(?:ي|ية)$").gather(reading.text.tokens["word"])
        & letters.shift(1).is_in(_codes(*_NOUNS))
    )
    letters = letters.scatter(describes.fill_null(value=False).arg_true(), ord(LETTERS["DEFINITE"]))
    return Reading(reading.text, letters, reading.clitics)


def _heads(seen: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Nouns that may open a name, with the letters from them on: `named_by`, `is_definite`, `right`."""
    kinds = heads_of(seen.text.vocabulary, knowledge.heads)
    word = seen.text.tokens["word"]
    opens = kinds["named_by"].is_in([key for key, _ in COMPILED]).gather(word)
    opens &= ~seen.letters.is_in(_codes(*_TAKEN))
    heads = seen.text.tokens.select("token", "document", "word").filter(opens)
    heads = heads.with_columns(
        kinds["named_by"].gather(heads["word"]), kinds["is_definite"].gather(heads["word"])
    )
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    return heads.join(seen.strings(), on="document", how="left", maintain_order="left").select(
        "token",
        "document",
        "named_by",
        "is_definite",
        right=pl.col("letters").str.slice(offset, _REACH * WIDTH),
    )


def _apply(heads: pl.DataFrame, key: tuple[str, bool]) -> pl.DataFrame:
    """The names that one kind of head opens; the longest of its rules."""
    named_by, is_definite = key
    heads = heads.filter((pl.col("named_by") == named_by) & (pl.col("is_definite") == is_definite))
    lengths = [pl.col("right").str.extract(rule, 1).str.len_bytes() for rule in COMPILED[key]]
    return _spans(heads, pl.max_horizontal(lengths))


def _bracketed(heads: pl.DataFrame) -> pl.DataFrame:
    """Any head whose phrase an acronym in brackets follows: `مؤتمر التفاعل وإجراءات بناء الثقة (CICA)`."""
    return _spans(heads, pl.col("right").str.extract(COMPILED_BRACKETED, 1).str.len_bytes())


def _spans(heads: pl.DataFrame, length: pl.Expr) -> pl.DataFrame:
    return (
        heads.with_columns(n_tokens=(length // WIDTH).cast(pl.UInt32))
        .drop_nulls("n_tokens")
        .select("token", "n_tokens", "document")
    )


def _apart(bodies: pl.DataFrame) -> pl.DataFrame:
    """Of overlapping names the first, and of one start the longest; a listed one before a found one."""
    bodies = bodies.sort(
        "token", "n_tokens", "entity_id", descending=[False, True, False], nulls_last=True
    ).unique("token", keep="first", maintain_order=True)
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    return bodies.filter(pl.col("token") >= end)


def _with_country(found: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    last = last_country(names, reading)
    end = found["token"] + found["n_tokens"] - 1
    missing = pl.lit(None, pl.String)
    return found.with_columns(at=last["at"].gather(end), code=last["country_code"].gather(end)).select(
        "token",
        "n_tokens",
        "document",
        entity_id=missing,
        entity_name=missing,
        entity_name_latin=missing,
        country_code=pl.when(pl.col("at") >= pl.col("token")).then("code"),
    )
