"""Who acts in the sentence of a cue that names nobody: its first subject, or the one described.

Who goes on speaking from other sentences belongs in `extract.reading.carrying`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes, compile_rule
from extract.reading.asyndetic import WITHIN
from extract.reading.contexts import group, n_tokens
from extract.reading.speaking import PERSON_SPEAKER, take_speakers
from extract.reading.words import Reading

# `كلاين، الذي أبلغه أن …`
_DESCRIBED = compile_rule("PERSON [between: RPAREN? COMMA? RELATIVE AUX|PARTICLE*]$")
# `وسبق لوزير الطرق سامي نور أن أعلن`
_PRECEDED = compile_rule(
    "VERB withl+ANY_TITLE (?:bare+NOMINAL_WORD|COMMA){0,6} PERSON [between: COMMA? COMP]$"
)
_PHRASE = (
    "free+ANY_TITLE|ORG|ORG_HEAD|COUNTRY|PLACE|NISBA|NOUN|DEFINITE|ADJECTIVE|UNKNOWN_DEFINITE"
    "|SOURCE | withl+NOUN|DEFINITE|ORG|ORG_HEAD|COUNTRY|PLACE | TO COUNTRY|PLACE"
    " | PREP COUNTRY|PLACE|ORG"
)
# `وسارع المتحدث جونسون هوني إلى نفي ذلك، وقال إن …`, `وكان الأرحبي التقى وفدا، وأكد أن …`,
# `ووصل الوزير سامي نور إلى عمان، وقال إن …` (a receipt too), `وكان الوزير سامي نور قد زار …، وقال`
_ACTED = compile_rule(
    "(?:^ | STOP|BREAK)(?:FROM|IN TURN|NOUN COMMA?)?"
    " (?:AUX? VERB|FINITE|WEAK_FINITE|UNKNOWN | w+NOUN | w+AUX|PARTICLE)"
    f" (?:{_PHRASE} | COMMA ANY_TITLE){{0,12}}"
    " [rest: PERSON NOT_COLON*]$"
)
# `أما النائب سامي نور فشبه الخطاب بالهجوم، واصفا …`
_TURNED_TO = compile_rule(
    f"(?:^ | STOP|BREAK) PARTICLE (?:{_PHRASE} | COMMA ANY_TITLE | OPEN){{0,12}}"
    " [rest: PERSON NOT_COLON*]$"
)
_WRITTEN = compile_rule("bare+DOCUMENT|NOUN (?:ADJECTIVE|NOUN|TITLE)?$")
# `تصريحات للرئيس سامي نور، اتهم فيها`, `كلمة ألقاها الوزير سامي نور أكد فيها`
_SPOKEN_BY = compile_rule(
    "NOUN|DOCUMENT|CONTENT_NOUN|UNKNOWN VERB?"
    " (?:withl+ANY_TITLE | bare+ANY_TITLE|ORG_HEAD|NISBA|DEFINITE|NOUN|COUNTRY){0,6}"
    " PERSON+ [between: (?:COMMA? withl+ORG_HEAD|ORG|NOUN|DEFINITE"
    " OPEN|CLOSE|ORG|ORG_HEAD|NISBA|ADJECTIVE|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE{0,6})?"
    " COMMA? WHICH?]$"
)
# `اتصالا هاتفيا من الملك سامي نور ملك البلاد أعرب خلاله`, `برقية من الوزير …، عبر فيها`
_CALLED_BY = compile_rule(
    "NOUN|DOCUMENT|CONTENT_NOUN|UNKNOWN|VERB|ADVERB"
    " (?:bare+ADJECTIVE|NOUN|NISBA|DEFINITE|UNKNOWN|TIME|ADVERB | FROM TIME){0,5}"
    " FROM (?:bare+ANY_TITLE|ORG_HEAD|NISBA|DEFINITE|NOUN|COUNTRY|ORG|ADVERB){0,9}"
    " PERSON+ [between:"
    " (?:COMMA? bare+ANY_TITLE|ORG_HEAD|ORG|NISBA|DEFINITE|NOUN|COUNTRY|PLACE|ADJECTIVE"
    "|UNKNOWN_DEFINITE | conj+ANY_TITLE | withb+ANY_TITLE|ORG|ORG_HEAD|NOUN|COUNTRY"
    " | withl+ANY_TITLE|ORG|ORG_HEAD|NOUN|COUNTRY|PLACE"
    " | IN PLACE|COUNTRY|NOUN|ORG_HEAD | DASH){0,18} COMMA?]$"
)
_CALLS = "^(?:اتصال|اتصالا|مكالمة|برقية|رسالة|خطاب|خطابا|كتاب|كتابا)$"
_SPEECHES = "^[وبلف]?(?:ال|لل)?(?:تصريح|تصريحات|كلمة|خطاب|حديث|تغريدة|تدوينة|مقابلة|بيان|منشور)$"
# `، حيث طالب بإغلاقه`: goes on with who acts before.
_GOES_ON = compile_rule("COMMA PARTICLE|AS$")


def take_acting(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give statements without a speaker the person who acts in their sentence.

    Args:
        statements: With `left`, `letter`, `clitic` of cues, and speakers.
        people: Person mentions with `display_name`, `person_id`, `person_country`, roles.
        reading: Words of the batch.

    Returns:
        `statements` in order; those so answered are `carried`.
    """
    left, token = pl.col("left"), pl.col("token").cast(pl.Int64)
    is_silent = pl.col("speaker_name").is_null() & left.is_not_null()
    goes_on = pl.col("clitic").is_in(clitic_codes("w")) | pl.col("letter").is_in(
        codes("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING")
    )
    goes_on |= left.str.contains(_GOES_ON)
    # `بعث الملك سلمان برقية أعرب فيها عن تعازيه`
    ahead = reading.text.at("folded", reading.text.step(statements["token"], 1))
    statements = statements.with_columns(is_within=ahead.str.contains(WITHIN))
    goes_on |= pl.col("is_within") & left.str.contains(_WRITTEN)
    # `واكتفى الوزير سامي نور بالقول إن`
    goes_on |= pl.col("letter").is_in(codes("NOMINAL")) & pl.col("clitic").is_in(clitic_codes("b"))
    # `وأكدا`, `مؤكدين` are of several.
    is_silent &= pl.col("number").fill_null("s") == "s"
    statements = statements.with_columns(
        is_spoken_by=_is_within(statements, _SPOKEN_BY, _SPEECHES, reading),
        is_called_by=_is_within(statements, _CALLED_BY, _CALLS, reading),
    )
    beside = pl.coalesce(
        group(left, _DESCRIBED, "between"),
        group(left, _PRECEDED, "between"),
        pl.when("is_spoken_by").then(group(left, _SPOKEN_BY, "between")),
        pl.when("is_called_by").then(group(left, _CALLED_BY, "between")),
    )
    # `خطاب للوزير سامي نور، حذر فيه الشركات من …`: whom he warns is not who warns.
    is_silent |= (
        pl.col("is_spoken_by") & pl.col("takes_addressee") & (pl.col("speaker_type") == "unnamed")
    )
    asking = statements.filter(is_silent & pl.col("rule").ne_missing("quoted_before")).select(
        "row",
        described_end=token - n_tokens(beside),
        acting=pl.when(goes_on).then(
            token
            - n_tokens(pl.coalesce(group(left, rule, "rest") for rule in (_ACTED, _TURNED_TO)))
        ),
        at="token",
    )
    found = people.select(
        **PERSON_SPEAKER,
        acting=pl.col("token").cast(pl.Int64),
        end=(pl.col("token") + pl.col("n_tokens")).cast(pl.Int64),
    )
    by_end = asking.join(found, left_on="described_end", right_on="end", how="inner")
    by_start = asking.join(found.drop("end"), on="acting", how="inner")
    # Who spoke in the sentence after that goes on speaking.
    heard = statements.drop_nulls("speaker_name").select(heard="token")["heard"]
    last = heard.search_sorted(by_start["at"]) - heard.search_sorted(by_start["acting"])
    by_start = by_start.filter(last == 0)
    answers = pl.concat([by_end, by_start], how="diagonal_relaxed").unique(
        "row", keep="first", maintain_order=True
    )
    statements = statements.drop("is_within", "is_spoken_by", "is_called_by")
    return take_speakers(statements, answers.select("row", *PERSON_SPEAKER), "carried")


def _is_within(statements: pl.DataFrame, rule: str, heads: str, reading: Reading) -> pl.Expr:
    """Whether each cue is said in a speech or call, one of `heads`, of the person beside it."""
    n_whole = n_tokens(pl.when("is_within").then(pl.col("left").str.extract(rule, 0)))
    at = statements.select((pl.col("token") - n_whole).fill_null(0)).to_series()
    return pl.lit(reading.text.at("folded", at).str.contains(heads)) & n_whole.is_not_null()
