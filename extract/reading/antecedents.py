"""Who speaks with a verb of another clause: `كييف التي تتهم موسكو`, `قاطع الحزب الجلسة، مؤكدا أن`.

A person so described, or who so acts, is found among the people in `extract.reading.acting`; the
subjects of cues themselves belong in `extract.reading.subjects`.
"""

import polars as pl

from extract.reading.alphabet import WIDTH, clitic_codes, codes, compile_rule, one_of
from extract.reading.asyndetic import ENDS_FEMININE, WITHIN, find_described_reports
from extract.reading.contexts import group, n_tokens
from extract.reading.open_descriptions import BROKEN
from extract.reading.words import Reading

_PRONOUN = "[between: (?:COMMA|RPAREN)? WHICH [after: AUX|PARTICLE*]]$"
_WHO = "ANY_TITLE|ORG|ORG_HEAD|COUNTRY|PLACE|SOURCE|DOCUMENT"
_WHOSE = (
    " (?:bare+ANY_TITLE|NISBA|DEFINITE|UNKNOWN_DEFINITE|ADJECTIVE|ORG|COUNTRY|PLACE|NOUN|CLOSE"
    " | withl+ORG|ORG_HEAD|COUNTRY|PLACE | LPAREN? NUMBER RPAREN?){0,7}]"
    f" {_PRONOUN}"
)
# `منح الثقة للحكومة الجديدة التي دعت`: who acts before what is only definite.
_DESCRIBED = tuple(
    compile_rule(f"[subject: (?:{who}){_WHOSE}")
    for who in (_WHO, f"{_WHO}|DEFINITE|UNKNOWN_DEFINITE")
)
# A name beside the pronoun is whom it describes: `غادر الوفد كييف التي …`.
_NAMED = compile_rule(f"[subject: (?:COUNTRY+ | PLACE+ | ORG+)] {_PRONOUN}")
_ACTOR_PHRASE = (
    "(?:free+ORG ORG* | free+COUNTRY COUNTRY* | free+PLACE PLACE* | free+ORG_HEAD|ANY_TITLE|SOURCE"
    " (?:bare+ANY_TITLE|ORG_HEAD|DEFINITE|UNKNOWN_DEFINITE | withl+ORG|ORG_HEAD|COUNTRY){0,6}"
    " (?:ORG+ | COUNTRY+ | NISBA|ADJECTIVE)?)"
)
# Who acts in the sentence of a participle that goes on with it.
_ACTOR = compile_rule(
    "(?:^ | STOP|BREAK)(?:AS | FROM|IN TURN COMMA?)? AUX?"
    " [whole: (?:VERB|WEAK_FINITE|UNKNOWN | w+NOUN)"
    f" [subject: {_ACTOR_PHRASE}]"
    " [between: (?:NOT_ANY_CUE|COLON|OPEN|CLOSE|PERSON"
    " | OPEN NOT_CLOSE|COMMA|ANY_CUE|PERSON|GIVEN{1,4} CLOSE){0,30}]]$"
)
# `انتقدت الهند اليوم باكستان، مشيرة إلى أن`: of a cue that opens nothing.
_ACTOR_OF_CUE = compile_rule(
    "(?:^ | STOP|BREAK)(?:AS | FROM|IN TURN COMMA?)? [whole: FINITE"
    f" [subject: {_ACTOR_PHRASE}]"
    " [between: NOT_ANY_CUE|COLON|OPEN|CLOSE|PERSON{0,30}]]$"
)
# `وعندما سئل متحدث باسم الجيش عن ذلك، قال`: who is asked answers.
_ASKED = compile_rule(
    "(?:^ | STOP|BREAK) PARTICLE|AS|ADVERB VERB|UNKNOWN|FINITE|WEAK_FINITE"
    f" [subject: {_ACTOR_PHRASE}] [between: NOT_ANY_CUE|COLON|PERSON{{1,30}}]$"
)
_IS_ASKED = "^(?:سئل|سئلت)$"
# `تبرأ كثير من المشايخ من البيان، ووصفوه`, `وبادر المسؤولون إلى طمأنتهم، مؤكدين`
# … `كما تطرق الجانبان إلى الأزمة، مؤكدين`: after `كما` an unlisted verb is no noun.
_OF_ACTORS = (
    " [subject: (?:free+NOUN|PRONOUN|UNKNOWN|ADJECTIVE|SOURCE|NUMBER ON_BEHALF bare+NOMINAL_WORD"
    " | free+ANY_TITLE|SOURCE|DEFINITE|UNKNOWN_DEFINITE"
    " | free+NUMBER bare+ANY_TITLE|SOURCE|DEFINITE|UNKNOWN_DEFINITE)"
    " (?:bare+NISBA|DEFINITE|UNKNOWN_DEFINITE|PLACE|COUNTRY|ORG){0,4}]"
    " [between: NOT_ANY_CUE|COLON|OPEN|CLOSE|PERSON{1,30}]"
)
_ACTORS = compile_rule(
    "(?:^ | STOP|BREAK)(?:AS bare+NOUN|DOCUMENT | (?:AS | FROM|IN TURN COMMA?)? AUX?"
    f" (?:VERB|WEAK_FINITE|UNKNOWN | w+NOUN|DOCUMENT)){_OF_ACTORS}$"
)
# `وهنأ الرئيسان بعضهما، معبرين عن`: of a cue that opens nothing.
_ACTORS_OF_CUE = compile_rule(
    f"(?:^ | STOP|BREAK)(?:AS | FROM|IN TURN COMMA?)? [whole: FINITE{_OF_ACTORS}]$"
)
# `وكانت الميليشيات في المدينة وزعت بيانا … زعمت فيه أن`: who acts stands before its verb.
_ACTOR_FIRST = compile_rule(
    "(?:^ | STOP|BREAK) AUX PARTICLE?"
    " [subject: (?:free+ORG ORG* | free+COUNTRY COUNTRY* | free+PLACE PLACE*"
    " | free+ORG_HEAD|ANY_TITLE|SOURCE"
    " (?:bare+ANY_TITLE|ORG_HEAD|DEFINITE|UNKNOWN_DEFINITE|ADJECTIVE | withl+ORG|ORG_HEAD|COUNTRY"
    " | withl+DEFINITE){0,6} (?:ORG+ | COUNTRY+ | NISBA|ADJECTIVE)?)]"
    " [between: NOT_ANY_CUE|COLON|OPEN|CLOSE|PERSON{1,30}]$"
)
# `الرئيس الكيني يستقبل رئيسة بوتسوانا ويؤكد أهمية …`: a headline's second verb.
_HEADS = compile_rule(
    "(?:^ | COLON)"
    " [subject: (?:free+ORG ORG* | free+COUNTRY|PLACE | free+ORG_HEAD|ANY_TITLE|SOURCE|PERSON"
    " (?:bare+ANY_TITLE|ORG_HEAD|DEFINITE|UNKNOWN_DEFINITE|ADJECTIVE|PERSON | withl+ORG|ORG_HEAD"
    " | COUNTRY|PLACE){0,6} (?:ORG+ | COUNTRY+ | NISBA|ADJECTIVE)?)]"
    " [between: bare+VERB NOT_ANY_CUE|COLON|OPEN|CLOSE{1,30}]$"
)
_YET = compile_rule("COMMA (?:PARTICLE|NEGATION|COMP COMP | PARTICLE)$")
_AFTER_TO = compile_rule("TO$")
_ACTS = f"^.{one_of('ANY_TITLE', 'ORG', 'ORG_HEAD', 'COUNTRY', 'PLACE', 'SOURCE', 'DOCUMENT')}"
_OF_EITHER = f"^.{one_of('ORG', 'SOURCE')}"
_LANDS = f"^.{one_of('COUNTRY', 'PLACE')}"
_HUMAN = f"^.{one_of('ANY_TITLE', 'SOURCE')}"
# Tokens back to the first word of an antecedent.
_REACH = 14
# `كثير من`, `مئات العمال`, `المسؤولون`
_SOME_OF = f"^(?:...{one_of('ON_BEHALF')}|.{one_of('NUMBER')})"
_ARE_MANY = "^(?:ال)?\\S{3,}(?:ون|ان)$"
_ARE_TWO = "^ال\\S{3,}ان$"
_ENDS_MANY = "^ال\\S{2,}(?:ين|ون)$"


def find_antecedents(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The antecedent of the relative clause that each cue stands in.

    It agrees with the pronoun, and the verb with both: in `الوزارة التي قال إن` he says it.

    Args:
        statements: `token`, `left`, `letter`, `clitic`, `gender`, `number`, `suffix` and
            `is_impersonal` of cues.
        reading: Words of the batch.

    Returns:
        One row a statement in order: `antecedent` (letters), `n_antecedent` and `n_after` (tokens
        between it and the cue), null where there is none.
    """
    left, token = pl.col("left").str.tail(_REACH * WIDTH), pl.col("token")
    described = pl.col("described").struct
    found = statements.with_columns(
        antecedent=pl.coalesce(group(left, rule, "subject") for rule in (_NAMED, _DESCRIBED[0])),
        described=left.str.extract_groups(_DESCRIBED[-1]),
    ).with_columns(
        antecedent=pl.coalesce("antecedent", described.field("subject")),
        n_after=n_tokens(described.field("between")),
        n_verb=n_tokens(described.field("after")),
    ).with_columns(n_antecedent=n_tokens(pl.col("antecedent")))  # fmt: skip
    places = found.select(
        which=(token - pl.col("n_verb") - 1).fill_null(0),
        head=(token - pl.col("n_after") - pl.col("n_antecedent")).fill_null(0),
    )
    which = pl.lit(reading.text.at("folded", places["which"]))
    head = pl.lit(reading.text.at("bare", places["head"]))
    acts = pl.col("antecedent").str.contains(_ACTS)
    is_feminine = head.str.contains(ENDS_FEMININE)
    ahead = pl.lit(reading.text.at("folded", reading.text.step(statements["token"], 1)))
    is_either = pl.col("antecedent").str.contains(_OF_EITHER)
    is_land = pl.col("antecedent").str.contains(_LANDS)
    is_human = pl.col("antecedent").str.contains(_HUMAN)
    is_one, is_he = pl.col("number").fill_null("s") == "s", pl.col("gender") == "m"
    agrees = (
        pl.when(which == "الذي")
        .then(is_one & is_he & acts & ~is_land & (~is_feminine | is_either))
        .when(which == "التي")
        .then(is_one & ~is_he & acts & (is_feminine | is_either | is_land))
        .when(which == "الذين")
        .then(~is_one & (is_human | head.str.contains(_ENDS_MANY) | head.str.contains(BROKEN)))
    )
    fits = agrees & pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    fits &= pl.col("clitic").is_in(clitic_codes("bare")) & (~pl.col("is_impersonal") | ~is_one)
    fits &= ~ahead.str.contains(WITHIN)
    # `الاتفاق الذي وصفته بأنه`: what is described, and not who describes it.
    fits &= pl.col("suffix").fill_null("") == ""
    beside = _where(fits, found, ("antecedent", "n_antecedent", "n_after"))
    bare = find_described_reports(statements, reading)
    return beside.with_columns(pl.coalesce(name, pl.lit(bare[name])) for name in bare.columns)


def _where(fits: pl.Expr, found: pl.DataFrame, columns: tuple[str, ...]) -> pl.DataFrame:
    """Some columns where the rows fit, else null."""
    fit = pl.lit(found.select(fits.fill_null(value=False)).to_series())
    return found.select(pl.when(fit).then(name).alias(name) for name in columns)


def find_actors(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The body or official that acts in the sentence of each participle, of its gender and number.

    Args:
        statements: `token`, `left`, `letter`, `gender` and `number` of cues.
        reading: Words of the batch.

    Returns:
        One row a statement in order: `actor` (letters), `n_actor` and `n_since` (tokens between it
        and the cue), null where there is none.
    """
    left = pl.col("left")
    is_one = pl.col("number").fill_null("s") == "s"
    one, many = pl.when(is_one).then(left), pl.when(~is_one).then(left)
    is_headline = is_one & (pl.col("part") == "headline") & (pl.col("form") == "imperfect")
    heads = pl.when(is_headline).then(left)
    rules = {
        "acts": (one, _ACTOR),
        "first": (one, _ACTOR_FIRST),
        "act": (many, _ACTORS),
        "idle_act": (many, _ACTORS_OF_CUE),
        "heads": (heads, _HEADS),
        "idle": (one, _ACTOR_OF_CUE),
        "asked": (one, _ASKED),
    }
    # Each is searched for once, and then asked what it found.
    found = statements.with_columns(
        where.str.extract_groups(rule).alias(name) for name, (where, rule) in rules.items()
    )
    fit = {name: _is_idle(found, name) for name in ("acts", "idle", "idle_act")}
    fit["asked"] = _is_asked(found, reading)
    found = found.with_columns(
        pl.when(pl.lit(is_fit.fill_null(value=False))).then(name).alias(name)
        for name, is_fit in fit.items()
    )
    subject, between = (
        pl.coalesce(pl.col(name).struct.field(group) for name in rules)
        for group in ("subject", "between")
    )
    is_first = pl.any_horizontal(
        pl.col(name).struct.field("subject").is_not_null() for name in ("first", "asked")
    )
    found = found.with_columns(
        actor=subject, n_actor=n_tokens(subject), n_since=n_tokens(between), is_first=is_first
    )
    at = found.select((pl.col("token") - pl.col("n_since") - pl.col("n_actor")).fill_null(0))
    head = pl.lit(reading.text.at("bare", at.to_series()))
    # `استعرض الجانبان | العلاقات`: no adjective of two is in the singular.
    are_two = head.str.contains(_ARE_TWO) & ~is_one
    n_more = pl.when(are_two).then(pl.col("n_actor") - 1).otherwise(0)
    found = found.with_columns(
        actor=pl.col("actor").str.head((pl.col("n_actor") - n_more) * WIDTH),
        n_actor=pl.col("n_actor") - n_more,
        n_since=pl.col("n_since") + n_more,
    )
    is_she = head.str.contains(ENDS_FEMININE) | pl.col("actor").str.contains(_LANDS)
    is_either = pl.col("actor").str.contains(_OF_EITHER)
    # `أصدرت الوزارة بيانا أدانت فيه`
    ahead = pl.lit(reading.text.at("folded", reading.text.step(statements["token"], 1)))
    is_joined = pl.col("clitic").is_in(clitic_codes("w")) | pl.col("is_first")
    # `نفى مسؤول المطاردة، غير أنه أكد أن`
    is_joined |= ahead.str.contains(WITHIN) | left.str.contains(_YET)
    fits = pl.col("letter").is_in(codes("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING"))
    fits |= pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE")) & is_joined
    # `واكتفى المتحدث بالقول إن`, `وخلص الوزير إلى القول إن`
    said_by = pl.col("clitic").is_in(clitic_codes("b")) | left.str.contains(_AFTER_TO)
    said_by &= pl.col("letter").is_in(codes("NOMINAL"))
    are_many = pl.col("actor").str.contains(_SOME_OF) | head.str.contains(_ARE_MANY)
    are_many |= head.str.contains(BROKEN)
    fits &= (is_one & (is_either | (is_she == (pl.col("gender") == "f")))) | (~is_one & are_many)
    fits |= said_by
    return _where(fits, found, ("actor", "n_actor", "n_since"))


def _is_idle(found: pl.DataFrame, rule: str) -> pl.Series:
    """Whether the verb that begins the sentence of a participle opens no statement.

    Who speaks with one that does is carried on.
    """
    whole = n_tokens(pl.col(rule).struct.field("whole"))
    verbs = found.select((pl.col("token") - whole).cast(pl.UInt32)).to_series()
    return ~verbs.is_in(found["token"].cast(pl.UInt32).implode())


def _is_asked(found: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether somebody is asked in the sentence of a cue."""
    asked = pl.col("asked").struct
    n_since = n_tokens(asked.field("subject")) + n_tokens(asked.field("between")) + 1
    verbs = found.select((pl.col("token") - n_since).fill_null(0)).to_series()
    return reading.text.at("folded", verbs).str.contains(_IS_ASKED)
