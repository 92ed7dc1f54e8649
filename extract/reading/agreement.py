"""With whom a cue that has no subject of its own agrees in gender and number.

Who goes on speaking along an article is settled in `extract.reading.carrying`.
"""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.open_descriptions import HOLY, OFFICES
from extract.reading.words import Reading

# `مصدر مطلع`, `السفير`
_ONE = f"^(?:ال)?(?:مصدر|متحدث|ناطق|مس[ؤئ]ول|شاهد|{'|'.join(OFFICES)})ة?(?: |$)"
# `محللون`, `بعض المشجعين`, `30 مواطنا`: `وأضاف` is of none of them, if one spoke before.
_SEVERAL = (
    "^(?:\\d|(?:نحو|حوالي|عدد|عشرات|مئات|بعض|معظم|جميع) |(?:ال)?(?:\\S{3,}ون|[^إا]\\S{2}اء"
    "|شهود|نواب|ضباط|تجار|سكان|[أا]هالي|بعض)(?: |$))"
)
# `الحوثيون`: a body that is several.
_PLURAL_NAME = "^ال\\S{3,}(?:ون|ين)$"
_MEDIUM = "^[بلو]?(?:ال|لل)?(?:وكالة|صحيفة|جريدة|قناة|شبكة|[إا]ذاعة|موقع|مجلة)"


def with_agreement(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add what agrees: of the cue and of the speaker it names.

    Args:
        statements: `token`, `letter`, `gender` and `number` of cues, and their speakers.
        reading: Words of the batch.

    Returns:
        `statements` in order, with `gender` (`?` where it has none), `is_many` (of a verb or
        participle of several), `are_many` (who speaks may be several), `are_several` (they are)
        and `is_holy` (`قال تعالى`), who is of no country.
    """
    is_participle = pl.lit(is_class(statements["letter"], "PARTICIPLE", "WEAK_PARTICIPLE"))
    # `مؤكدين` is written as the dual is.
    is_many = (pl.col("number") == "p") | (is_participle & (pl.col("number") == "d"))
    are_several = pl.col("speaker_name").str.contains(_SEVERAL)
    are_several &= pl.col("speaker_type") == "unnamed"
    is_holy = pl.col("speaker_name").str.contains(HOLY) & (pl.col("speaker_type") == "unnamed")
    is_holy = is_holy.fill_null(value=False)
    return statements.with_columns(
        is_holy=is_holy,
        is_of_none=pl.col("is_of_none") | is_holy,
        gender=pl.coalesce(_gender_of_saying(statements, reading), "gender").fill_null("?"),
        is_many=is_many.fill_null(value=False),
        are_many=_are_many(),
        are_several=are_several.fill_null(value=False),
    )


def last_agreeing() -> pl.Expr:
    """The row of its level that each goes on with: its own, the last that agrees, the last.

    A verb of several goes on with several alone; one of one with one before several.

    `وعبر البيان عن تعازيه`: the gender is the document's, and not the one's who speaks in it, and
    he is not the agency that passes it on.
    """
    own = pl.when(~pl.col("is_holy")).then("own")
    is_written = pl.col("is_open") & (pl.col("speaker_type") == "document")
    is_told = pl.col("speaker_resolution") == "according_to"
    is_told &= pl.col("text").str.contains(_MEDIUM)
    issuer = pl.when(~is_told.fill_null(value=False)).then(own)
    # `حسب قوله` has no gender, as a headline's colon has none.
    one, many = pl.when(~pl.col("are_several")).then(own), pl.when("are_many").then(own)
    he = pl.when(pl.col("gender") == "m").then(one.forward_fill().over("level", "gender"))
    agreeing = pl.when(pl.col("gender") != "?").then(own.forward_fill().over("level", "gender"))
    last = pl.coalesce(he, agreeing, own.forward_fill().over("level"))
    last = pl.when("is_many").then(many.forward_fill().over("level")).otherwise(last)
    issued = pl.when(is_written).then(issuer.forward_fill().over("level"))
    return pl.coalesce("own", issued.otherwise(last))


def _are_many() -> pl.Expr:
    """Whether the speaker may be several people, whom `وأضافوا` goes on with."""
    name, kind = pl.col("speaker_name"), pl.col("speaker_type")
    are_many = (kind == "unnamed") & ~name.str.contains(_ONE)
    are_many |= pl.col("co_speakers").list.len() > 0
    are_many |= name.str.contains(_PLURAL_NAME) & (kind == "organization")
    return are_many.fill_null(value=False)


def _gender_of_saying(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whose saying a noun is: `قولها`, `تأكيده`."""
    said = pl.lit(reading.text.at("folded", statements["token"])).str
    is_noun = pl.lit(is_class(statements["letter"], "NOMINAL"))
    ends_in = {"f": said.contains("ها$"), "m": said.contains("[^ا]ه$")}
    found = pl.coalesce(
        pl.when(is_noun & ends).then(pl.lit(gender)) for gender, ends in ends_in.items()
    )
    return statements.select(found.alias("told_gender"))["told_gender"]
