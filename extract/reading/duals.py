"""Two countries in one word, or in a pronoun: `البلدين`, `هما`, `الكوريتان`."""

import polars as pl

from extract.reading.act_role_rules import BETWEEN
from extract.reading.alphabet import is_class
from extract.reading.markers import BESIDE, LOOSE, ROVING, START, VERB
from extract.reading.neighbours import neighbours
from extract.reading.relations import BORDERS, undirected
from extract.reading.words import Reading

_BOTH = (
    "^[وفبلك]*ا?ل(?:بلدين|جانبين|جانبان|طرفين|طرفان|شعبين|حكومتين|رئيسين"
    "|بلدان|دولتين|دولتان|جارتين|جارتان|عاصمتين|عاصمتان)$|^بينهما$"
)
# Of these any two may be told apart (`الدولتين` by their health), so they are who deals with each
# other only after such words (`اتفق البلدان`, `التوتر بين الدولتين`).
_ANY_TWO = "(?:بلدان|دولتين|دولتان|جارتين|جارتان|عاصمتين|عاصمتان)$"
_DEALS = (
    "^[وف]?(?:بين|[يت]?(?:ا?تفق|توصل|وقع|تبادل|بحث|ناقش|تباحث|تعاون|تشاور|تفاوض|استانف|وافق|تخوض|خاض)"
    "(?:ت|ا|تا)?)$"
)
_VAGUE = "طرف(?:ين|ان)$|^بينهما$"
# What two have together, and not each: `علاقات البلدين`, `حدود البلدين`.
_SHARED = [
    *("علاقات", "علاقة", "حدود", "تعاون", "مصالح", "مصلحة", "قيادتي", "حكومتي", "وزيري", "رئيسي"),
    *("لجنة", "مسؤولي", "ممثلي", "وفدي", "وفود", "جيشي", "كلا", "كلي", "اتفاق", "خلافات", "شعبي"),
    *("لقاء", "اجتماع", "محادثات", "مباحثات", "مشاورات", "روابط", "جهود", "موقف", "قادة"),
]
_ENDINGS = ("هما", "ين", "ان", "بينها", "بينهم", "مشترك", "مشتركة", "مشتركا")
# What is of two together, and not of each: `تدريباتهما`, but no `قناعتهما`, `أنهما`.
_DEALINGS = [
    *("تدريبات", "مناورات", "التزامات", "مفاوضات", "تبادل", "عزم"),
    *("خلاف", "نزاع", "صراع", "حرب", "عملية", "عمليات"),
]
_DUAL = f"^[وفبلك]?(?:{'|'.join([*_SHARED, *_DEALINGS])})هما$|^مشتركة?ا?$"
# As far as `هما` may stand from the two it stands for.
_NEAR = 12
# Names of two countries in one word, and the countries.
_DUALS = {"كوريت": ("KOR", "PRK")}
# What words that are told by their spelling stand for, and how they are spelt.
_KINDS = {"both": _BOTH, "dual": _DUAL, "among": "^بينه(?:ا|م)$"} | {
    stem: f"^[وفبلك]*(?:ال|لل)?{stem}(?:ين|ان)$" for stem in _DUALS
}


def named_by_both(parties: pl.DataFrame, pairs: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`البلدين`: two countries named before it in its sentence, else the pair that dealt last.

    Where none has dealt yet, one of its sentence and one of the sentence before.

    Args:
        parties: From `parties.find_parties`.
        pairs: Other evidence of dealing, columns as in `dealings.PAIR`.
        reading: Words of the batch.
    """
    at = _relating(_tokens_of("both", reading), reading)
    is_one = (pl.col("kind") != "place") & (pl.col("country_code") != ROVING)
    states = parties.filter(is_one).select("document", "token", "country_code", named_in="sentence")
    frames = []
    for back in (0, 1):
        # The first sentence of a batch has none before it, and that of an article another's.
        before = (pl.col("sentence").cast(pl.Int64) - back).cast(pl.UInt32, strict=False)
        seen = at.with_columns(named_in=before)
        named = seen.join(states, on=["document", "named_in"], how="inner", maintain_order="left")
        frames.append(named.filter(pl.col("token") < pl.col("at")).with_columns(back=pl.lit(back)))
    named = pl.concat(frames).unique(
        ["at", "back", "country_code"], keep="first", maintain_order=True
    )
    # Two in the sentence itself are enough; one needs the other from the sentence before.
    n_here = ((pl.col("back") == 0).sum()).over("at")
    named = named.filter((n_here < 2) | (pl.col("back") == 0))  # noqa: PLR2004 - a pair
    last = _last_pairs(at, pairs)
    is_told = pl.col("at").is_in(last["at"].implode()) & (n_here != 2)  # noqa: PLR2004 - a pair
    # `الطرفين` may be any two: they are those who dealt last, if any did.
    vague = reading.text.at("folded", at["at"]).str.contains(_VAGUE)
    is_told |= pl.col("at").is_in(at["at"].filter(vague).implode())
    named = named.filter(~is_told).select("at", "document", "sentence", "country_code", "token")
    named = pl.concat([named, last.filter(~pl.col("at").is_in(named["at"].implode()))])
    named = named.unique(["at", "country_code"], keep="first", maintain_order=True)
    return _pairs_at(named.filter(pl.len().over("at") == 2), "relations_phrase")  # noqa: PLR2004


def _last_pairs(at: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pair that dealt last before each word, a row for each of the two."""
    before = pairs.sort("token", "initiator_code", "other").select(
        "document", seen="token", a="initiator_code", b="other"
    )
    found = at.sort("at").join_asof(
        before, left_on="at", right_on="seen", by="document", strategy="backward",
        allow_exact_matches=False, check_sortedness=False,
    ).drop_nulls("a")  # fmt: skip
    return pl.concat(
        found.select("at", "document", "sentence", country_code=side, token="at")
        for side in ("a", "b")
    ).sort("at", "country_code")


def _relating(at: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out `مستشفيات البلدين`, each its own, and `الحكومتين` that adjectives name.

    … and `الحدود بين البلدين`, which only lies between them.
    """
    before = neighbours(at["at"], -1, reading, "letter", "bare")
    two = neighbours(at["at"], -2, reading, "bare")["bare"]
    lies_between = (before["bare"] == BETWEEN) & two.str.contains(BORDERS)
    after = neighbours(at["at"], 1, reading, "letter")["letter"]
    is_plain = is_class(before["letter"], "NOUN", "ORG_HEAD") & ~before["bare"].is_in(_SHARED)
    is_named = is_class(after, "NISBA", "COUNTRY")
    is_any = reading.text.at("folded", at["at"]).str.contains(_ANY_TWO)
    is_any &= ~(before["bare"].str.contains(_DEALS) | before["bare"].is_in(_SHARED))
    return at.filter(~(is_plain | is_named | lies_between | is_any))


def named_by_dual(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Two joined by `و` with something of both: `تستأنف الصين والأرجنتين محادثاتهما`.

    Or with something in common: `أسفت باريس وبرلين في بيان مشترك`.
    """
    return _pairs_at(_chains_before(_tokens_of("dual", reading), parties, 2, 2), "joint")


def named_among(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Three or four joined by `و` with something among them: `بالتنسيق فيما بينها`."""
    at = _tokens_of("among", reading)
    at = at.filter(neighbours(at["at"], -1, reading, "bare")["bare"] == "فيما")
    named = _chains_before(at, parties, 3, 4)
    other = named.select("at", other="country_code")
    return (
        named.join(other, on="at", how="inner", maintain_order="left")
        .filter(pl.col("country_code") < pl.col("other"))
        .select(*undirected(pl.col("at"), "joint"))
    )


def _chains_before(at: pl.DataFrame, parties: pl.DataFrame, least: int, most: int) -> pl.DataFrame:
    """Those of the nearest chain before each word, where it is of so many countries."""
    members = parties.filter(
        (pl.col("kind") != "place")
        & pl.col("marker").is_in([VERB, START, BESIDE, LOOSE])
        & ~pl.col("is_nisba")
    ).unique(["chain", "country_code"], keep="first", maintain_order=True)
    pairs = members.filter(pl.len().over("chain").is_between(least, most)).select(
        "sentence", "chain", "token", "country_code"
    )
    named = at.join(pairs, on="sentence", how="inner", maintain_order="left").filter(
        (pl.col("token") < pl.col("at")) & (pl.col("at") - pl.col("token") <= _NEAR)
    )
    nearest = pl.col("chain") == pl.col("chain").max().over("at")
    return named.filter(nearest).filter(pl.len().over("at").is_between(least, most))


def named_in_one_word(reading: Reading) -> pl.DataFrame:
    """`الكوريتان` names two countries at once."""
    frames = [
        _tokens_of(stem, reading).with_columns(
            token="at", last="at", initiator_code=pl.lit(codes[0]), other=pl.lit(codes[1]),
            basis=pl.lit("relations_phrase"), is_directed=pl.lit(value=False),
        )
        for stem, codes in _DUALS.items()
    ]  # fmt: skip
    return pl.concat(frames)


def _tokens_of(kind: str, reading: Reading) -> pl.DataFrame:
    """Tokens of one of `_KINDS` outside of datelines: `document`, `sentence`, `at`."""
    tokens = reading.text.tokens
    kinds = reading.text.vocabulary.find(_kinds)[tokens["word"]]
    at = tokens["token"].filter(kinds == list(_KINDS).index(kind) + 1)
    at = at.filter(tokens["part"][at] != "dateline")
    return pl.DataFrame({name: tokens[name][at] for name in ("document", "sentence")} | {"at": at})


def _kinds(words: pl.DataFrame) -> pl.Series:
    """Which of `_KINDS` each word is, from 1 on (UInt8); 0 is none of them."""
    folded = pl.col("folded")
    # Only words that end as duals do are shown to the patterns.
    is_dual = pl.any_horizontal(folded.str.ends_with(ending) for ending in _ENDINGS)
    at = words.select(is_dual).to_series().arg_true()
    kind = pl.coalesce(
        *(
            pl.when(folded.str.contains(pattern)).then(number)
            for number, pattern in enumerate(_KINDS.values(), start=1)
        ),
        0,
    )
    kinds = words["folded"][at].to_frame().select(kind.cast(pl.UInt8)).to_series()
    return pl.repeat(0, words.height, dtype=pl.UInt8, eager=True).scatter(at, kinds)


def _pairs_at(named: pl.DataFrame, basis: str) -> pl.DataFrame:
    """The two countries named for each `at`, columns as in `dealings.PAIR`."""
    ordered = named.sort("at", "country_code")
    return ordered.group_by("at", maintain_order=True).agg(
        pl.col("document", "sentence").first(),
        token=pl.col("token").min().cast(pl.UInt32),
        initiator_code=pl.col("country_code").first(),
        other=pl.col("country_code").last(),
    ).with_columns(
        token=pl.min_horizontal("token", "at"),
        last="at",
        basis=pl.lit(basis),
        is_directed=pl.lit(value=False),
    )  # fmt: skip
