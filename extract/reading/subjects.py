"""The words that name a speaker in the sentence: the subject of a cue, or the source beside it.

Who that is belongs in `extract.reading.speakers`.
"""

from functools import cache

import polars as pl

from extract.reading.addressees import addressee_countries, without_objects
from extract.reading.alphabet import (
    LETTERS,
    clitic_codes,
    codes,
    compile_rule,
    is_class,
    one_of,
)
from extract.reading.antecedents import find_actors, find_antecedents
from extract.reading.called_on import without_addressees
from extract.reading.contexts import group, letters_of, n_tokens
from extract.reading.knowledge import Knowledge
from extract.reading.speech_givers import with_speech_givers
from extract.reading.subject_edges import trim_subjects
from extract.reading.words import Reading

_MODIFIER = (
    # `سفير قطر لدى الأردن`: other prepositions are cut off by `trim_subjects`.
    "(?:free+NOMINAL_WORD | OPEN WEAK_FINITE|VERB CLOSE | OPEN|CLOSE"
    " | IN|PREP PLACE|COUNTRY|ORG|ORG_HEAD | withl+NOMINAL_WORD"
    " | withb+ORG|ORG_HEAD|PLACE|COUNTRY|TITLE_DEFINITE | COMMA ANY_TITLE|PERSON"
    # `المحلل السياسي من غزة سامي نور`
    " | ON_BEHALF NOMINAL_WORD | FROM PLACE|COUNTRY PERSON)"
)
_WORD = "free+ACTOR|NISBA|NOUN|DEFINITE|ADJECTIVE|UNKNOWN|UNKNOWN_DEFINITE|CONTENT_NOUN"
# `أكثر من 100 نائب`, `نحو 50 عاملا`, `60 في المئة من السكان`
_AMOUNT = "(?:ADVERB FROM NUMBER | NUMBER+ (?:(?:MARK | IN DEFINITE|NUMBER) FROM)?)"
_HEAD = f"(?:OPEN? {_WORD}|PRONOUN | {_AMOUNT} ON_BEHALF? {_WORD})"
# `مسؤول من وزارة الخارجية`: beside a verb that asks nobody and fears nothing.
_MODIFIER_FROM = _MODIFIER.removesuffix(")") + " | FROM ORG|ORG_HEAD)"
_PHRASE = f"{_HEAD} {_MODIFIER}*"
# `الشرطة، من جانبها، ذكرت`
_LIGHT = "(?:ADVERB|TIME|COMMA|PARTICLE|AS|LPAREN|RPAREN|TURN | FROM|IN TURN)*"
# `قال لـ«الوطن» مصدر مطلع`: whom it is told first.
_TOLD_TO = "(?:LI OPEN NOMINAL_WORD|TIME{1,4} CLOSE)"
_LEAD = f"{_LIGHT} {_TOLD_TO}? {_LIGHT}"
_BEFORE_SUBJECT = "(?:^ | STOP|BREAK|COMP|COMMA|PARTICLE|AS|COLON|OPEN|AUX|DASH|MARK)"
# Verb, subject; subject, verb (headlines and after `أن`); `نقلت الوكالة عن الوزير قوله`.
_RIGHT = compile_rule(f"^[lead: {_LEAD}] [subject: {_PHRASE}]")
_RIGHT_FROM = compile_rule(f"^[lead: {_LEAD}] [subject: {_HEAD} {_MODIFIER_FROM}*]")
# `بعض المحللين لا يزالون يشككون`, `الوزير كان قد أكد`, `مسؤول لا يستبعد الضربة`
_STILL = "(?:NEGATION? AUX PARTICLE? | NEGATION)?"
_LEFT = compile_rule(f"{_BEFORE_SUBJECT} [subject: {_PHRASE}] [between: {_LIGHT} {_STILL}]$")
_ACTED_BEFORE = compile_rule(
    f"(?:(?:^ | STOP|BREAK) AUX|PARTICLE {_PHRASE} COMMA? PARTICLE | COMP {_PHRASE})$"
)
# `… ورومانيا تتعهد بمساعدتها`, in a headline.
_JOINED = compile_rule(
    "[subject: conj+COUNTRY|PLACE|ORG|ANY_TITLE bare+NISBA|TITLE_DEFINITE|ORG*]$"
)
_IN_DOCUMENT = compile_rule(f"^IN [subject: OPEN? DOCUMENT {_MODIFIER}*]")
# … or `نسبت إلى الوزير قوله`.
_ASCRIBED = "VERB (?:bare+ORG|ORG_HEAD|SOURCE|NISBA|DEFINITE|TITLE_DEFINITE|OPEN|CLOSE){0,5} TO"
_RELAYED = compile_rule(
    f"(?:ABOUT | {_ASCRIBED}) [subject: {_PHRASE}] [between: NOT_COMP|FINITE|ABOUT*]$"
)
# `نقلت الوكالة عن الوزير أن`
_TOLD_BY = compile_rule(f"^[before: NOT_ABOUT|COMP|FINITE* ABOUT] [subject: {_PHRASE}]")
_LED_TO = compile_rule("TO$")
_RELAYS = "نقل"
# `جاء في البيان`: what words come in speaks.
_COMES = ("جاء", "ورد")
# `أما الرئيس الكازاخي فدعا`: the verb's ف answers `أما`.
_TOPIC = compile_rule(f"PARTICLE [subject: {_PHRASE}] [between: {_LIGHT}]$")
# … and `أما كلينتون التي يرجح فوزها، فتقول`, whatever is told of it.
_TOPIC_TOLD_OF = compile_rule(
    f"(?:^ | STOP|BREAK) PARTICLE [subject: {_PHRASE}]"
    " [between: COMMA? WHICH NOT_COMMA{1,16} COMMA]$"
)
# `أن الإحصاءات التي جمعتها الوزارة أشارت`, `رئيس البلدية، الذي زار الجسر أمس، أكد`
_IN_CLAUSE = "NOT_COMMA|COMP|COLON|OPEN|FINITE|WEAK_FINITE|STOP|BREAK"
_TOLD_OF = compile_rule(
    f"(?:^ | STOP|BREAK|COMP|COLON) [subject: {_PHRASE}]"
    f" [between: COMMA? WHICH {_IN_CLAUSE}{{0,2}} VERB {_IN_CLAUSE}{{1,14}} COMMA? PARTICLE?]$"
)
_OWNED = "[^ا](?:ه|ها|هم|هما)$"
_LANDS = f"^.{one_of('COUNTRY', 'PLACE')}"

_CLOSED_BEFORE = f"^(?:.[^{LETTERS['OPEN']}])*.{LETTERS['CLOSE']}"
_NAMED_OUTRIGHT = f"^(?:.{one_of('PERSON', 'TITLE', 'TITLE_DEFINITE')})"
_TURNS = (
    *("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "لانه", "لانها"),
    *("فيما", "بينما", "حيث", "كما"),
)

# What cue, content and subject are found by and nothing after asks for: each step copies the rest.
_OF_CLAUSES = (
    "is_later", "is_possible", "is_supposed", "is_before_definite", "cue_id",
    "clause_markers", "is_ambiguous",
    "is_impersonal", "nominal_markers", "rank", "n_marker", "marker_token", "next_open", "n_source",
    "source_token", "sentence_end", "is_sentence_end", "gap", "form", "close_token", "start_char",
    "end_char", "suffix",
)  # fmt: skip


def find_subjects(
    statements: pl.DataFrame, reading: Reading, names: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Where each statement names its speaker.

    Args:
        statements: With `gap` and `left` (letters beside the cue), and `source_token`, `n_source`
            of sources named beside what they say.
        reading: Words of the batch.
        names: Names of the lexicon.
        knowledge: For whom one gives statements to.

    Returns:
        `statements` with `subject_token`, `n_subject` and `subject` (its letters); null where the
        sentence names none; and `addressee_country_code`.
    """
    found = without_objects(_candidates(statements, reading), reading, names, knowledge)
    found = without_addressees(found, reading)
    found = found.hstack(find_antecedents(found, reading)).hstack(find_actors(found, reading))
    found = with_speech_givers(found, reading)
    # `كييف التي تتهم الكرملين`: of a verb that calls on somebody the noun after it is the object.
    calls = pl.col("takes_addressee").fill_null(value=False) & (pl.col("lemma") != "طلب")
    calls &= pl.col("n_lead") + pl.col("n_right") == pl.col("n_gap")
    is_described = pl.col("n_antecedent").is_not_null() & (pl.col("n_right").is_null() | calls)
    is_before = _acts_before(found, reading)
    chosen = (
        pl.when(pl.col("source_token").is_not_null())
        .then(_span("source_token", "n_source", pl.lit(None, pl.String)))
        .when(pl.col("n_relayed") > 0)
        .then(_span(_before_cue("n_after_relayed", "n_relayed"), "n_relayed", "relayed"))
        .when(is_described)
        .then(_span(_before_cue("n_after", "n_antecedent"), "n_antecedent", "antecedent"))
        .when((pl.col("n_right") > 0) & ~is_before)
        .then(_span(pl.col("token") + 1 + pl.col("n_lead"), "n_right", "right_subject"))
        .when(pl.col("n_left") > 0)
        .then(_span(_before_cue("n_between", "n_left"), "n_left", "left_subject"))
        .when(pl.col("n_actor") > 0)
        .then(_span(_before_cue("n_since", "n_actor"), "n_actor", "actor"))
    )
    found = found.with_columns(chosen=chosen).unnest("chosen").drop(_CANDIDATES)
    found = trim_subjects(found, reading)
    # Sources were found without their letters.
    letters = letters_of(found, reading, start="subject_token", length="n_subject")
    found = found.with_columns(subject=pl.coalesce("subject", letters))
    countries = addressee_countries(found, reading, names)
    return found.with_columns(addressee_country_code=countries).drop(_OF_CLAUSES)


def _acts_before(found: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether who stands before the verb acts, and what stands after is what it takes."""
    is_left = pl.col("n_left") > 0
    # `الصين تدعو تايلاند إلى …`: whom such a verb calls on.
    calls = pl.col("takes_addressee").fill_null(value=False)
    calls &= (pl.col("n_between") == 0) | pl.col("answers_topic")
    # `البنوك تعلن ميزانيتها`: what is hers, and in a headline whatever follows.
    at = found.select((pl.col("token") + 1 + pl.col("n_lead")).fill_null(0)).to_series()
    is_owned = reading.text.at("bare", at).str.contains(_OWNED)
    is_owned &= is_class(reading.letters[at], "NOUN", "CONTENT_NOUN")
    takes = (pl.col("form") == "imperfect") & (pl.lit(is_owned) | (pl.col("part") == "headline"))
    # `وكان مسؤول رفيع، قد أبلغ المجلس بأن`, `إن اليابان تعتبر تايلاند شريكا`
    acted = pl.col("left").str.contains(_ACTED_BEFORE)
    is_closed = pl.col("left_subject").str.contains(_CLOSED_BEFORE)
    return (is_left & (calls | takes | acted) & ~is_closed).fill_null(value=False)


_CANDIDATES = (
    *("has_object", "answers_topic"),
    *("n_right", "right_subject", "n_lead"),
    *("n_left", "left_subject", "n_between"),
    *("n_relayed", "relayed", "n_after_relayed"),
    *("n_antecedent", "antecedent", "n_after"),
    *("n_actor", "actor", "n_since"),
)


def _span(start: str | pl.Expr, length: str, letters: str | pl.Expr) -> pl.Expr:
    return pl.struct(subject_token=start, n_subject=length, subject=letters)


def _before_cue(n_between: str, length: str) -> pl.Expr:
    return pl.col("token") - pl.col(n_between) - pl.col(length)


def _candidates(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the subjects that stand right of each cue, left of it, and before a relaying noun."""
    is_finite = pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    found = statements.with_columns(is_finite=is_finite).with_columns(**_searched())
    in_document, told_of = pl.col("in_document"), pl.col("told_of").struct
    right, left, relayed = (pl.col(name).struct for name in ("right_of", "left_of", "relayed_by"))
    comes, told_by = in_document.is_not_null(), pl.col("told_by").struct
    right_subject = pl.coalesce(in_document, told_by.field("subject"), right.field("subject"))
    lead = pl.coalesce(told_by.field("before"), right.field("lead"))
    described = pl.when(_agrees_first(found, reading)).then("described").struct
    left_subject = pl.coalesce(
        told_of.field("subject"), described.field("subject"), left.field("subject"), "joined"
    )
    is_noun = pl.col("letter").is_in(codes("NOMINAL"))
    first = reading.text.at("folded", statements["token"]).str.head(1)
    is_topic = pl.col("left").str.contains(_TOPIC) | told_of.field("subject").is_not_null()
    answers_topic = is_topic & pl.lit(first == "ف")
    # `بأنها "مهزلة"، لكنه دعا`, `لن يكون ساحة، فيما أشار`: the verb begins anew.
    back = reading.text.at("folded", reading.text.step(statements["token"], -1))
    begins = pl.lit(back.is_in(_TURNS)) | left_subject.str.contains(_CLOSED_BEFORE)
    may_follow = is_finite & ~begins.fill_null(value=False)
    may_follow &= pl.col("clitic").is_in(clitic_codes("bare")) | answers_topic
    # A participle has a subject of its own only where it is named outright (`مؤكدا وزير الدفاع …`).
    is_named = right_subject.str.contains(_NAMED_OUTRIGHT)
    is_named &= ~pl.col("takes_addressee").fill_null(value=False)
    between = pl.coalesce(
        told_of.field("between"), described.field("between"), left.field("between")
    )
    return found.with_columns(
        n_right=pl.when(is_named | is_finite | is_noun).then(n_tokens(right_subject)),
        right_subject=right_subject,
        n_lead=pl.when(comes).then(1).otherwise(n_tokens(lead)).cast(pl.UInt32),
        n_left=pl.when(may_follow).then(n_tokens(left_subject)),
        left_subject=left_subject,
        n_between=n_tokens(between.fill_null("")),
        # `كشف عن مزيد من التفاصيل واكتفى بالقول`: what he said it by is nobody's word, nor is
        # `التنقيب عن الغاز، ما أدى إلى اتهام`.
        n_relayed=pl.when(
            is_noun
            & ~pl.col("clitic").is_in(clitic_codes("b", "wb"))
            & ~pl.col("left").str.contains(_LED_TO)
        ).then(n_tokens(relayed.field("subject"))),
        relayed=relayed.field("subject"),
        answers_topic=answers_topic,
        n_after_relayed=n_tokens(relayed.field("between")),
    ).drop("is_finite", *_searched())


def _agrees_first(found: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether each verb agrees with who is described before it, and has no object of its own."""
    described = pl.col("described").struct
    n_back = n_tokens(described.field("subject")) + n_tokens(described.field("between"))
    at = found.select((pl.col("token") - n_back).fill_null(0)).to_series()
    is_she = pl.lit(reading.text.at("bare", at)).str.contains("(?:ة|ات)$")
    is_she |= described.field("subject").str.contains(_LANDS)
    is_one = (pl.col("number") == "s") & (pl.col("suffix").fill_null("") == "")
    return (is_one & (is_she == (pl.col("gender") == "f"))).fill_null(value=False)


@cache
def _searched() -> dict[str, pl.Expr]:
    """What patterns find beside a cue: each is searched once for its groups, where it may fit."""
    gap, left = pl.col("gap"), pl.col("left")
    is_joined = (pl.col("part") == "headline") & (pl.col("form") == "imperfect")
    comes = pl.col("lemma").is_in(_COMES)
    return {
        "in_document": group(pl.when(comes).then(gap), _IN_DOCUMENT, "subject"),
        "right_of": pl.when("is_neutral")
        .then(gap.str.extract_groups(_RIGHT_FROM))
        .otherwise(gap.str.extract_groups(_RIGHT)),
        "told_by": pl.when(pl.col("lemma") == _RELAYS).then(gap.str.extract_groups(_TOLD_BY)),
        "told_of": left.str.extract_groups(_TOPIC_TOLD_OF),
        "left_of": left.str.extract_groups(_LEFT),
        "described": pl.when("is_finite").then(left).str.extract_groups(_TOLD_OF),
        "joined": group(pl.when(is_joined).then(left), _JOINED, "subject"),
        "relayed_by": left.str.extract_groups(_RELAYED),
    }
