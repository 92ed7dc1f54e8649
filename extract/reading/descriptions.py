"""Definite descriptions (`الوزير`, `المسؤول الصيني`, `البيان`) to whom the article so described.

A description asks for the person whose titles, the body whose name or the unnamed source whose
words hold its head, nearest before it and of no other country; else for the first after it.
"""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.described import ANSWER, Described, answers, asking, describe
from extract.reading.description_words import CHIEF
from extract.reading.findings import Findings
from extract.reading.knowledge import Knowledge
from extract.reading.leads import name_leads
from extract.reading.speaking import SPEAKER, take_speakers
from extract.reading.words import Reading

_MANY = "^[^ ]+(?:ون|ين|ات)(?: |$)"
# `خبير`, `مسؤول صيني`: in a headline it may be anybody whom the story quotes.
_ANYBODY = (
    "^(?:مس[ؤئ]ول|خبير|محلل|باحث|أكاديمي|دبلوماسي|مبعوث|كاتب|ناشط|محام|طبيب|مستشار)[ةي]?(?: |$)"
)
# `رئيس الجمهورية` is `الرئيس`.
_STATE = ("جمهورية", "دولة", "بلاد")
_PARTIES = ("حزب", "حركة", "تيار", "تكتل", "ائتلاف", "جبهة")
# The columns of an answer in the order of `SPEAKER`.
_ANSWERS = dict(zip(SPEAKER, (*ANSWER, "answer_at"), strict=True))


def resolve_descriptions(
    statements: pl.DataFrame, reading: Reading, findings: Findings, knowledge: Knowledge
) -> pl.DataFrame:
    """Give descriptions the speaker that they stand for.

    Args:
        statements: With the speakers that their subjects name.
        reading: Words with all names marked.
        findings: The people with their titles, and the bodies.
        knowledge: For the words that fit anybody (honorifics).

    Returns:
        `statements` in order, with `SPEAKER` and `speaker_resolution` of descriptions that found
        one.
    """
    statements = _foretold(_with_leads(statements))
    described = describe(statements, reading, findings, knowledge.honorifics)
    found = name_leads(statements, described, reading, knowledge.honorifics)
    statements = _take(statements, found)
    statements = _take(statements, _heralded(statements, described))
    pairs = _fitting(_asking(statements, described, reading), answers(statements, described))
    best = _best(_score(pairs))
    answered = best.select("row", **_ANSWERS)
    return _take(statements, answered).drop("is_lead")


def _with_leads(statements: pl.DataFrame) -> pl.DataFrame:
    """Add `is_lead`: of the headline, or the first of the body, which may name nobody yet."""
    is_body = pl.col("part") == "body"
    is_first = is_body & (pl.col("token") == pl.col("token").filter(is_body).min().over("document"))
    return statements.with_columns(is_lead=(pl.col("part") == "headline") | is_first)


def _heralded(statements: pl.DataFrame, described: Described) -> pl.DataFrame:
    """Whom a lead's official is where the headline quotes somebody by name.

    `عسيري: المهمة انتهت`, and the story begins with `أكد المتحدث باسم التحالف`: one row an official
    of no other country, `row` and the columns of `SPEAKER`.
    """
    named = (pl.col("part") == "headline") & (pl.col("speaker_type") == "person")
    heralds = statements.filter(named & (pl.col("rule") == "headline"))
    heralds = heralds.unique("document", keep="first", maintain_order=True)
    told = heralds.select("document", told_code="speaker_country_code", **{
        f"told_{c}": pl.col(c) for c in SPEAKER
    })  # fmt: skip
    definite = described.statements.filter("is_definite").select("row").unique()
    is_asked = (
        pl.col("is_lead") & (pl.col("part") == "body") & (pl.col("speaker_type") == "unnamed")
    )
    leads = statements.filter(is_asked & (pl.col("speaker_resolution") == "stated"))
    leads = leads.join(definite, on="row", how="semi", maintain_order="left")
    found = leads.select("row", "document", code="speaker_country_code").join(told, on="document")
    is_same = (pl.col("code") == pl.col("told_code")).fill_null(value=True)
    return found.filter(is_same).select("row", **{c: f"told_{c}" for c in SPEAKER})


def _foretold(statements: pl.DataFrame) -> pl.DataFrame:
    """Give a headline's unnamed speaker the first person of its country whom the story quotes.

    `نائبة بصرية تتهم`, and the story begins with `اتهمت النائبة ابتسام الجزائري`: whatever she is
    called, who does the same first is she.
    """
    in_headline = pl.col("part") == "headline"
    heralds = statements.filter(in_headline & (pl.col("speaker_type") == "unnamed"))
    named = statements.filter(~in_headline & (pl.col("speaker_type") == "person"))
    told_by = named.select("document", "token", "is_lead", "lemma", *SPEAKER)
    spoken = statements.filter(~in_headline & pl.col("speaker_name").is_not_null())
    spoken = spoken.with_columns(next_to_speak=pl.col("token").shift(-1))
    unnamed = spoken.filter(pl.col("speaker_type") == "unnamed")
    so_called = unnamed.group_by("document", _called(), maintain_order=True).agg(
        pl.col("next_to_speak").first(), first_so_called=pl.col("token").first()
    )
    pairs = (
        heralds.select(
            *("row", "document"), _called(), name="speaker_name",
            country="speaker_country_code", own_lemma="lemma",
        )
        .join(so_called, on=["document", "called"], how="left")
        .join(told_by, on="document")
    )  # fmt: skip
    # Who is given no country speaks for the one the headline names.
    country, told = pl.col("country"), pl.col("speaker_country_code")
    same_country = country == told
    same_country |= told.is_null() & ~pl.col("is_of_none").fill_null(value=False)
    # `مسؤول أمريكي: …`, and the story quotes `مسؤول أمريكي كبير`, and by name another after him.
    stays_unnamed = pl.col("first_so_called") < pl.col("token")
    stays_unnamed &= pl.col("next_to_speak") != pl.col("token")
    is_anybody = pl.col("name").str.contains(_ANYBODY) & ~stays_unnamed.fill_null(value=False)
    does_the_same = pl.col("is_lead") & (pl.col("own_lemma") == pl.col("lemma"))
    does_the_same &= (country == told).fill_null(value=True)
    fits = (is_anybody & same_country) | does_the_same
    first = pairs.filter(fits).sort("row", "token", maintain_order=True)
    first = first.unique("row", keep="first", maintain_order=True)
    return _take(statements, first.select("row", *SPEAKER))


def _called() -> pl.Expr:
    """What an unnamed speaker is (`مسؤول`), however its hamza and its case are written."""
    head = pl.col("speaker_name").str.extract("^([^ ]{3,}?)(?:ا|ون|ين)?(?: |$)", 1)
    return head.str.replace("ئ", "ؤ", literal=True).alias("called")


def _asking(statements: pl.DataFrame, described: Described, reading: Reading) -> pl.DataFrame:
    """The words of every definite description, and of headlines' indefinite ones."""
    asked = asking(statements)
    is_titled = is_class(reading.letters[asked["subject_token"]], "ANY_TITLE")
    is_titled &= ~asked["speaker_name"].str.contains(_MANY)
    asked = asked.select(
        "row", "speaker_country_code", "part", at="token", may_ask=pl.col("is_lead") & is_titled
    )
    is_definite = pl.col("is_definite")
    return (
        described.statements.join(asked, on="row", how="inner", maintain_order="left")
        .filter(is_definite | pl.col("may_ask"))
        .select(
            *("row", "document", "word", "is_head", "is_core", "is_body", "opens_body", "is_many"),
            *("speaker_country_code", "at"),
            n_asked="n_words",
            n_asked_core="n_core",
            is_of_state=pl.col("word").is_in(_STATE).any().over("row"),
            is_of_party=pl.col("word").is_in(_PARTIES).any().over("row"),
            wants_name=~is_definite & (pl.col("part") != "headline"),
        )
    )


def _fitting(asking: pl.DataFrame, candidates: pl.DataFrame) -> pl.DataFrame:
    """Pairs of a description's word and a candidate's; of two countries none, nor with itself."""
    pairs = asking.join(candidates, on=["document", "word"], how="inner", maintain_order="left")
    country, other = pl.col("speaker_country_code"), pl.col("answer_country")
    is_itself = pl.col("row") == pl.col("source_row").fill_null(-1)
    # What only comes after it as a description is described by it, and not the other way round.
    is_later = pl.col("source_row").is_not_null() & (pl.col("answer_at") > pl.col("at"))
    fits = country.is_null() | other.is_null() | (country == other)
    # `الرئيس الروسي` is no president of a federation of the world's.
    fits &= country.is_null() | ~pl.col("answer_is_of_none").fill_null(value=False)
    # `الحرس الوطني` is not its commander.
    is_body = (pl.col("opens_body") & pl.col("is_body")).any().over("row")
    fits &= ~(is_body & (pl.col("answer_type") == "person"))
    # An official in the lead is somebody whom the story names, if anybody.
    is_vague = pl.col("wants_name") & (pl.col("answer_type") != "person")
    # `المسؤول` is none of `مسؤولون`.
    fits &= pl.col("is_many") == pl.col("answer_is_many")
    return pairs.filter(fits & ~is_itself & ~is_later & ~is_vague)


def _score(pairs: pl.DataFrame) -> pl.DataFrame:
    """One row a description and candidate: what they share, and how near the candidate stands.

    A candidate after the description may answer too, for the lead may tell an office and the story
    its holder's name only later: it counts as farther than any before.
    """
    at = pl.col("answer_at").cast(pl.Int64)
    nearest = pl.when(pl.col("answer_at") < pl.col("at")).then(at).otherwise(-at)
    # `قائد المنتخب` is no team.
    may_be = (pl.col("answer_type") != "organization") | pl.col("opens_body")
    scores = pairs.group_by("row", "answer_key", maintain_order=True).agg(
        pl.col(ANSWER).first(),
        n_shared=pl.col("word").n_unique(),
        has_head=(pl.col("is_head") & pl.col("answer_is_head") & may_be).any(),
        nearest=nearest.max(),
        answer_at=pl.col("answer_at").max(),
        n_words=pl.col("n_words").min(),
        n_asked=pl.col("n_asked").first(),
        n_shared_core=pl.col("word").filter(pl.col("is_core")).n_unique(),
        n_core=pl.min_horizontal(pl.col("n_core").min(), pl.col("n_asked_core").first()),
        n_own_core=pl.col("n_core").min(),
        n_asked_core=pl.col("n_asked_core").first(),
        is_former=pl.col("is_former").any(),
        is_chief=(pl.col("word").is_in(CHIEF) & pl.col("answer_is_head")).any(),
        is_of_state=pl.col("is_of_state").first(),
        is_of_party=pl.col("is_of_party").first(),
    )
    # `رئيس الوزراء` is not who is only `الرئيس`; who was it once may lead a party by now.
    is_president = pl.col("is_chief") & (pl.col("n_own_core") == 1)
    is_president &= ~(pl.col("is_former") & pl.col("is_of_party"))
    scores = scores.filter(~(is_president & (pl.col("n_asked_core") > 1) & ~pl.col("is_of_state")))
    # Of two ministers the one that no further word tells apart: `وزير الخارجية` is one's own.
    is_told_apart = pl.col("n_asked") > 1
    return scores.with_columns(
        n_further=pl.when(is_told_apart)
        .then("n_words")
        # `الرئيس` is the president before the prime minister, however near.
        .when("is_chief")
        .then("n_own_core")
        .otherwise(0)
    )


def _best(scores: pl.DataFrame) -> pl.DataFrame:
    """One row a description that finds somebody: most words shared, a person, the nearest."""
    order = {
        "row": False,
        "n_shared": False,
        "is_person": False,
        "n_further": True,
        "nearest": False,
    }
    return (
        # `وزير الدفاع` is not the minister of information, but `السفير` is the ambassador to Kenya.
        scores.filter(pl.col("has_head") & (pl.col("n_shared_core") >= pl.col("n_core")))
        .with_columns(is_person=pl.col("answer_type") == "person")
        .sort(*order, descending=list(order.values()))
        .unique("row", keep="last", maintain_order=True)
    )


def _take(statements: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Put the speakers found in place of the statements' own."""
    found = found.drop_nulls("speaker_name")
    country = pl.col("speaker_country_code")
    # `سفير الولايات المتحدة` tells the country of who is only `السفير` beside his name.
    own = pl.lit(statements["speaker_country_code"][found["row"]])
    of_none = pl.col("is_of_none").fill_null(value=False)
    # `المتحدث باسم التحالف` speaks for no country, whatever country he is of.
    serves_world = pl.lit(statements["is_of_none"][found["row"]]).fill_null(value=False)
    serves_world &= pl.col("speaker_type") == "person"
    found = found.with_columns(
        pl.when(serves_world)
        .then(None)
        .when(of_none)
        .then(country)
        .otherwise(pl.coalesce(country, own))
        .alias("speaker_country_code"),
        is_of_none=of_none | serves_world,
    )
    return take_speakers(statements, found, "title")
