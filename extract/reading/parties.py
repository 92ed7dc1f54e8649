"""Who may deal with whom in a sentence: mentions that stand for a country, and what joins them to it.

A party is a country by name or adjective, its capital acting for it, a person or body of it. Each has a
`marker`: the preposition that its noun phrase follows, or how else it stands. What the parties do to
each other belongs in `extract.reading.dealings`.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# Markers that are no prepositions: after a verb, at the start of a clause, next to another party, other.
NO_COUNTRY = ""
VERB, START, BESIDE, LOOSE, AND = "+verb", "+start", "+beside", "+loose", "+and"
_REACH = 8
_IN_PHRASE = (
    "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "PERSON", "GIVEN", "ORG", "ORG_HEAD", "SOURCE", "NOUN", "DEFINITE",
    "ADJECTIVE", "CONTENT_NOUN", "UNKNOWN", "UNKNOWN_DEFINITE", "NISBA", "COUNTRY", "NUMBER", "OPEN", "CLOSE",
    "ON_BEHALF",
)  # fmt: skip
_VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
_PREPOSITIONS = ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "PREP")
_STARTS = (
    "COMP",
    "STOP",
    "BREAK",
    "COLON",
    "PARTICLE",
    "RELATIVE",
    "ACCORDING",
    "SAYING",
    "PARTICIPLE",
)
_CLITIC_MARKERS = {"2": "ب", "5": "ب", "3": "ل", "6": "ل", "4": "ك", "7": "ك"}
# As far as a conjunction may stand from what it joins.
_NEAR = 3
# Bodies whose country has no part in what they tell, sell, teach or play.
_SILENT_BODIES = (
    "media", "football_club", "sport_body", "company", "university", "think_tank", "ngo", "bank", "institute",
)  # fmt: skip
_SILENT_HEADS = ("media", "football_club", "sport_body")
_CURRENCIES = (
    "دولار",
    "دولارا",
    "دولارات",
    "ريال",
    "جنيه",
    "ليرة",
    "دينار",
    "درهم",
    "روبل",
    "يوان",
    "كرونة",
    "فرنك",
)
_KINGDOMS = ("SAU", "JOR", "MAR", "BHR")
_INTERNATIONAL = ("international_body", "regional_body")


def find_parties(
    mentions: pl.DataFrame, statements: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """Mentions that stand for a country, in running order.

    Args:
        mentions: Rows of `tables.mention_rows`, with `token` and `n_tokens`.
        statements: With speakers; `بلاده` in what somebody says is the speaker's country.
        reading: Words of the batch.
        knowledge: For what bodies are.

    Returns:
        `document`, `sentence`, `token`, `last`, `country_code`, `kind` (`state`, `side`, `place`),
        `is_name`, `is_nisba`, `is_conjoined`, `start` (of the noun phrase), `marker`, and `chain`, a
        number that those joined by `و` share.
    """
    # Whoever acts for no country is a party too, of none: what is theirs is nobody else's.
    of_none = is_international(mentions, knowledge) | _is_international_body(mentions, knowledge)
    mentions = mentions.with_columns(
        country_code=pl.when(of_none).then(pl.lit(NO_COUNTRY)).otherwise("country_code")
    )
    standing = _standing(mentions, reading, knowledge)
    stands = pl.concat([standing, _own_country(statements, reading), _kingdom(mentions, reading)])
    stands = stands.sort("token", "last", descending=[False, True]).unique(
        ["token", "country_code"], keep="first", maintain_order=True
    )
    parties = _chained(_marked(_of_one_country(stands), reading))
    against = _pronouns(parties, reading)
    return pl.concat([parties, against.select(parties.columns)]).sort("token", "last")


def _is_international_body(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    bodies = knowledge.lexicons["organizations"].filter(
        pl.col("organization_type").is_in(_INTERNATIONAL)
    )
    ids = bodies.select(pl.concat_str(pl.lit("organization:"), "organization_id")).to_series()
    return mentions["entity_id"].is_in(ids.implode()).fill_null(value=False)


def is_international(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Whether a mention is of a person who speaks for no country.

    Such are those whom the article gives a role in an international body, and those of the lexicon
    whom neither an office of their country nor the article gives a role in one.
    """
    lexicons = knowledge.lexicons
    bodies = lexicons["organizations"].filter(pl.col("organization_type").is_in(_INTERNATIONAL))
    # The article melts into `ل` (`للأمم المتحدة`).
    names = bodies["name_ar"].str.replace("^ال", "").to_list()
    # Who has held an office of none is taken for its holder unless the article gives another role.
    terms = lexicons["office_terms"].filter(
        pl.col("country_code").is_not_null().all().over("person_id")
    )
    holders = terms.select(pl.concat_str(pl.lit("person:"), "person_id")).unique().to_series()
    people = mentions.filter(pl.col("entity_type") == "person").with_columns(
        serves=pl.col("role_text").str.contains_any(names).fill_null(value=False),
        is_listed=pl.col("entity_id").str.starts_with("person:")
        & ~pl.col("entity_id").is_in(holders.implode()),
    )
    of_none = people.group_by("article_id", "entity_id").agg(
        of_none=pl.col("serves").any()
        | (pl.col("is_listed").all() & pl.col("role_text").is_null().all())
    )
    joined = mentions.join(
        of_none, on=["article_id", "entity_id"], how="left", maintain_order="left"
    )
    return joined["of_none"].fill_null(value=False)


_COLUMNS = ("document", "sentence", "token", "last", "country_code", "kind", "is_name", "is_nisba")


def _standing(mentions: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    tokens = reading.text.tokens
    before = reading.letters.gather((mentions["token"].cast(pl.Int64) - 1).clip(0))
    heads = fold(knowledge.lexicons["place_heads"], "head", "folded")["folded"].implode()
    is_nisba = pl.col("mention_kind") == "nisba"
    is_place = pl.col("entity_type") == "place"
    kind = (
        pl.when(is_place & (pl.col("mention_kind") != "capital"))
        .then(pl.lit("place"))
        # `شينجيانغ الصينية`: the adjective says where a place is.
        .when(is_nisba & (pl.col("before") == ord(LETTERS["PLACE"])))
        .then(pl.lit("place"))
        # `العاصمة الماليزية` is where something happens.
        .when(is_nisba & pl.col("word_before").str.replace("^ال", "").is_in(heads))
        .then(pl.lit("place"))
        .when(is_nisba & pl.col("word_before").is_in(_CURRENCIES))
        .then(None)
        .when(pl.col("entity_type").is_in(["person", "organization"]))
        .then(pl.lit("side"))
        .otherwise(pl.lit("state"))
    )
    at = (mentions["token"].cast(pl.Int64) - 1).clip(0)
    rows = mentions.with_columns(
        before=before,
        word_before=reading.text.at("bare", at),
        document=tokens["document"].gather(mentions["token"]),
        sentence=tokens["sentence"].gather(mentions["token"]),
        last=(pl.col("token") + pl.col("n_tokens") - 1).cast(pl.UInt32),
    ).with_columns(
        kind=kind,
        is_nisba=is_nisba,
        is_name=~is_nisba & pl.col("entity_type").is_in(["country", "place"]),
    )
    silent = _silent_tokens(rows, reading, knowledge)
    return rows.filter(
        pl.col("country_code").is_not_null()
        & pl.col("kind").is_not_null()
        & ~pl.col("is_dateline")
        & ~pl.col("token").is_in(silent)
    ).select(_COLUMNS)


def _silent_tokens(rows: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Tokens inside names of media and clubs, whose country has no part in what they tell or play."""
    heads = fold(knowledge.lexicons["organization_heads"], "head", "folded")
    heads = heads.filter(pl.col("organization_type").is_in(_SILENT_HEADS))["folded"].implode()
    listed = silent_bodies(knowledge)
    bare = reading.text.vocabulary["bare"].gather(reading.text.tokens["word"].gather(rows["token"]))
    is_silent = (
        bare.str.replace("^ال", "").is_in(heads)
        | rows["entity_id"].is_in(listed.implode())
        | rows["entity_id"].str.starts_with("agency:")
    ).fill_null(value=False)
    spans = rows.filter(is_silent & (rows["entity_type"] == "organization"))
    return (
        spans.select(pl.int_ranges("token", pl.col("last") + 1, dtype=pl.UInt32))
        .explode("token", empty_as_null=False)["token"]
        .implode()
    )


def silent_bodies(knowledge: Knowledge) -> pl.Series:
    """Ids of the bodies whose country has no part in what they do."""
    listed = knowledge.lexicons["organizations"].filter(
        pl.col("organization_type").is_in(_SILENT_BODIES)
    )
    return listed.select(pl.concat_str(pl.lit("organization:"), "organization_id")).to_series()


def _own_country(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`بلاده`, `بلادها`, `بلادنا` in a content, standing for the country of who speaks."""
    is_own = reading.text.vocabulary["folded"].str.contains("^[وفبلك]?بلاد(?:ه|ها|نا|هما|هم)$")
    own = reading.text.tokens.select("token", "document", "sentence").filter(
        reading.text.where(is_own)
    )
    spoken = statements.drop_nulls("speaker_country_code").select(
        "document", "content_token", "end_token", country_code="speaker_country_code"
    )
    return (
        own.join(spoken, on="document", how="inner", maintain_order="left")
        .filter(pl.col("token").is_between("content_token", "end_token", closed="left"))
        .sort("token", "content_token", descending=[False, True])
        .unique("token", keep="first", maintain_order=True)
        .with_columns(
            last="token",
            kind=pl.lit("state"),
            is_name=pl.lit(value=False),
            is_nisba=pl.lit(value=False),
        )
        .select(_COLUMNS)
    )


def _of_one_country(parties: pl.DataFrame) -> pl.DataFrame:
    """Drop bodies of several countries (`القوات الأمريكية والبريطانية`): each is named in them."""
    bodies = parties.filter((pl.col("kind") == "side") & (pl.col("last") > pl.col("token")))
    named = parties.filter(pl.col("kind") == "state").select(
        "sentence", at="token", other="country_code"
    )
    mixed = bodies.join(named, on="sentence", how="inner", maintain_order="left").filter(
        pl.col("at").is_between("token", "last") & (pl.col("other") != pl.col("country_code"))
    )
    keys = ["token", "last", "country_code"]
    return parties.join(mixed.select(keys).unique(), on=keys, how="anti", maintain_order="left")


def _kingdom(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`المملكة` alone: of the kingdoms that the article names, the one named most; else Saudi Arabia."""
    alone = reading.text.tokens.filter(
        reading.text.where(reading.text.vocabulary["bare"] == "المملكة")
        & (reading.letters != ord(LETTERS["COUNTRY"]))
        & (reading.text.tokens["part"] != "dateline")
    ).select("token", "document", "sentence")
    named = mentions.filter(pl.col("country_code").is_in(_KINGDOMS)).with_columns(
        document=reading.text.tokens["document"].gather(
            mentions.filter(pl.col("country_code").is_in(_KINGDOMS))["token"]
        )
    )
    most = (
        named.group_by("document", "country_code")
        .len()
        .sort("document", "len", "country_code", descending=[False, True, True])
        .unique("document", keep="first", maintain_order=True)
    )
    return alone.join(most, on="document", how="left", maintain_order="left").with_columns(
        pl.col("country_code").fill_null(_KINGDOMS[0]),
        last="token", kind=pl.lit("state"), is_name=pl.lit(value=True), is_nisba=pl.lit(value=False),
    ).select(_COLUMNS)  # fmt: skip


def _pronouns(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`ضده`, `ضدها`: the country named before those who act against it."""
    at = reading.text.tokens.filter(
        reading.text.where(reading.text.vocabulary["folded"].str.contains("^ضده(?:ا|م)?$"))
    ).select("document", "sentence", at="token")
    before = at.join(parties, on="sentence", how="inner", maintain_order="left", suffix="_party")
    before = before.filter((pl.col("token") < pl.col("at")) & (pl.col("kind") != "place"))
    acting = pl.col("chain") == pl.col("chain").max().over("at")
    return (
        before.filter(
            ~acting
            & ~pl.col("country_code").is_in(
                pl.col("country_code").filter(acting).implode().over("at")
            )
        )
        .sort("at", "token")
        .unique("at", keep="last", maintain_order=True)
        .with_columns(
            token="at",
            last="at",
            start=pl.col("at").cast(pl.Int64),
            marker=pl.lit("ضد"),
            is_name=pl.lit(value=False),
            is_nisba=pl.lit(value=False),
            is_conjoined=pl.lit(value=False),
            chain=(pl.col("at") + parties.height).cast(pl.UInt32),
        )
    )


def _codes(names: tuple[str, ...]) -> list[int]:
    return [ord(LETTERS[name]) for name in names]


def _marked(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `start` and `marker`: walk back over the noun phrase to what it hangs on."""
    letters, clitics = reading.letters, reading.clitics
    token = parties["token"].cast(pl.Int64)
    own = clitics.gather(parties["token"])
    is_free = own == ord("0")
    runs, goes_on = pl.zeros(parties.height, pl.Int64, eager=True), is_free
    for back in range(1, _REACH + 1):
        at = (token - back).clip(0)
        goes_on = (
            goes_on
            & letters.gather(at).is_in(_codes(_IN_PHRASE))
            & (clitics.gather(at) == ord("0"))
        )
        runs = runs + goes_on.cast(pl.Int64)
    # A phrase ends where another country's begins.
    changed = parties.select(
        change=pl.col("country_code") != pl.col("country_code").shift(1).over("sentence"),
        before=pl.col("last").shift(1).over("sentence").cast(pl.Int64) + 1,
    ).with_columns(sentence=parties["sentence"])
    cut = changed.select(
        pl.when(pl.col("change")).then("before").forward_fill().over("sentence")
    ).to_series()
    first = pl.Series(token - runs)
    rows = parties.with_columns(cut=cut, first=first, own=own).with_columns(
        start=pl.max_horizontal("cut", "first"),
        is_cut=(pl.col("cut") >= pl.col("first")).fill_null(value=False),
    )
    at = (rows["start"] - 1).clip(0)
    # `حذر كذلك رئيس الوزراء`: an adverb between hides no verb.
    at = at - (letters.gather(at).is_in(_codes(("ADVERB", "TIME")))).cast(pl.Int64)
    at = at.clip(0)
    word = reading.text.tokens["word"]
    bare = reading.text.vocabulary["bare"].fill_null("").gather(word.gather(at))
    rows = rows.with_columns(
        head=letters.gather(at),
        head_clitic=clitics.gather(at),
        head_word=bare,
        same=reading.text.tokens["sentence"].gather(at) == rows["sentence"],
    )
    by_clitic = {ord(digit): marker for digit, marker in _CLITIC_MARKERS.items()}
    in_phrase = pl.col("head").is_in(_codes(_IN_PHRASE)) & ~pl.col("is_cut")
    marker = (
        pl.when(pl.col("own").is_in(list(by_clitic)))
        .then(pl.col("own").replace_strict(by_clitic, default=None, return_dtype=pl.String))
        .when(pl.col("own") == ord("1"))
        .then(pl.lit(AND))
        .when(~pl.col("same"))
        .then(pl.lit(START))
        .when(pl.col("head").is_in(_codes(_PREPOSITIONS)))
        .then("head_word")
        .when(in_phrase & pl.col("head_clitic").is_in(list(by_clitic)))
        .then(pl.col("head_clitic").replace_strict(by_clitic, default=None, return_dtype=pl.String))
        .when(in_phrase & (pl.col("head_clitic") == ord("1")))
        .then(pl.lit(AND))
        .when(pl.col("is_cut"))
        .then(pl.lit(BESIDE))
        .when(pl.col("head").is_in(_codes(_VERBS)))
        .then(pl.lit(VERB))
        .when(pl.col("head").is_in(_codes(_STARTS)))
        .then(pl.lit(START))
        .when(pl.col("head") == ord(LETTERS["COMMA"]))
        .then(pl.lit(","))
        .otherwise(pl.lit(LOOSE))
    )
    rows = rows.with_columns(marker=marker)
    has_head = (
        in_phrase
        & (pl.col("head_clitic") != ord("0"))
        & (pl.col("own") == ord("0"))
        & pl.col("same")
    )
    return rows.with_columns(
        start=pl.when(has_head).then(pl.col("start") - 1).otherwise("start").cast(pl.Int64),
        is_conjoined=pl.col("own").is_in([ord("1"), ord("5"), ord("6"), ord("7")]),
    ).select(*_COLUMNS, "start", "marker", "is_conjoined")


def _chained(parties: pl.DataFrame) -> pl.DataFrame:
    """Give what `و` or a comma joins the marker of what it is joined to, and a common `chain`."""
    before = pl.col("last").shift(1).over("sentence").cast(pl.Int64)
    is_near = ((pl.col("start") - before) <= _NEAR).fill_null(value=False)
    is_joined = pl.col("marker").is_in([AND, ","]) & is_near
    same_phrase = (pl.col("start") == pl.col("start").shift(1).over("sentence")).fill_null(
        value=False
    )
    marker = (
        pl.when(pl.col("is_joined"))
        .then(None)
        .when(pl.col("marker").is_in([AND, ","]))
        .then(pl.lit(START))
        .otherwise("marker")
    )
    return (
        parties.with_columns(is_joined=is_joined, is_new=~(is_joined | same_phrase))
        .with_columns(marker=marker, chain=pl.col("is_new").cast(pl.UInt32).cum_sum())
        .with_columns(pl.col("marker").forward_fill().over("sentence"))
        .drop("is_joined", "is_new")
    )
