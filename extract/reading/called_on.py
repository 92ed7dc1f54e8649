"""What stands to the right of a verb and cannot be its subject: whom it calls on, what it sees."""

import polars as pl

from extract.reading.addressees import is_called_on
from extract.reading.alphabet import compile_rule, one_of
from extract.reading.asyndetic import WITHIN
from extract.reading.contexts import group, n_tokens
from extract.reading.words import Reading

_THEY = r"^ال\S{3,}ون$"
_NOMINATIVE = r"\S{3,}ون$"
_VERBAL = ["perfect", "imperfect"]
_HUMAN = f"^.{one_of('ANY_TITLE', 'PERSON', 'GIVEN')}"
_ACTING = "^." + one_of(
    *("ANY_TITLE", "PERSON", "GIVEN", "ORG", "ORG_HEAD", "COUNTRY", "PLACE", "DOCUMENT")
)
_INFLECTED = "^." + one_of(
    *("NISBA", "SOURCE", "DEFINITE", "NOUN", "ADJECTIVE", "TITLE_DEFINITE", "UNKNOWN_DEFINITE")
)
_OWN = r"\S{3,}(?:ه|ها|هم)$"
_DESCRIBES = compile_rule("WHICH PARTICLE|AUX*$")
_SOURCE = f"^.{one_of('SOURCE')}"
_STATES = ("دولة", "مملكة", "جمهورية", "سلطنة", "امارة")
_SENIOR = ("كبار", "معظم", "اغلب", "غالبية", "كبرى", "كبريات")
_ATTENTION = ("الانتباه", "النظر", "الانظار", "الاذهان")
# Bodies that are no she.
_HE = (
    *("مجلس", "المجلس", "المجتمع", "الاتحاد", "اتحاد", "الجيش", "جيش", "البرلمان", "برلمان"),
    *("الكونغرس", "الكونجرس", "البيت", "الحزب", "حزب", "البنك", "النظام", "الجانب", "الطرف"),
    *("الامين", "الرئيس", "رئيس", "وزير", "الوزير", "المبعوث", "الملك", "الاحتلال"),
)
# Bodies of people that no title names, with what describes them.
_SIDES = ("المعارضة", "المقاومة", "الصحافة", "النيابة", "المحكمة", "القيادة")
_ONE_NAME = compile_rule("^ORG ORG")
_SIDE_ALONE = compile_rule("^ANY (?:bare+NISBA|DEFINITE|UNKNOWN_DEFINITE)*")
# `اتهمت الولايات المتحدة مادورو`, `وصفت واشنطن الرئيس مادورو`: no name of a land goes on so.
_LAND_ALONE = compile_rule("^[land: COUNTRY+ | PLACE+] bare+PERSON|GIVEN|ANY_TITLE")
_COUNTRY = f"^.{one_of('COUNTRY', 'PLACE')}"
# `عدد من الخبراء`: whoever is warned stands in the accusative, `عددا`. `35 شابا` acts.
_SOME_OF = f"^(?:...{one_of('ON_BEHALF')}|.{one_of('NUMBER')})"
# `ولاحظت تفاوتا`, but `قال ضحايا`.
_INDEFINITE_OBJECT = r"^\S{3,}[^يواه]ا$"
_NOUN_FIRST = f"^.{one_of('NOUN', 'CONTENT_NOUN')}"
# `يقول ساخرا`, with its ending written.
_ACCUSATIVE = "(?:\u064b|\u064bا)$"


def without_addressees(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Take away from the right of a verb what cannot be its subject: whom it calls on.

    A subject agrees with the verb before it in gender and stands in the nominative.
    """
    at = reading.text.step(found["token"], 1 + found["n_lead"].fill_null(0))
    head = pl.lit(reading.text.at("bare", at))
    head_as_written = pl.lit(reading.text.at("surface", at))
    letters, calls = pl.col("right_subject"), pl.col("takes_addressee")
    has_person = letters.str.contains(one_of("PERSON"))
    is_oblique = head.str.contains(r"^ال\S{3,}ين$") & letters.str.contains(_INFLECTED)
    is_feminine = head.str.contains("(?:ة|ات)$") | letters.str.contains(_COUNTRY)
    is_masculine_verb = (
        (pl.col("gender") == "m") & (pl.col("number") == "s") & pl.col("form").is_in(_VERBAL)
    )
    disagrees = is_masculine_verb & is_feminine & ~letters.str.contains(_HUMAN)
    # `وطالبت مجلس الأمن بـ`: she asks him.
    disagrees |= (pl.col("gender") == "f") & (pl.col("form") == "perfect") & head.is_in(_HE)
    is_one = letters.str.contains(_SOURCE) & ~head.str.contains("(?:ين|ون|ات)$")
    # `وطالبت وسائل الإعلام بـ`, but `واتهمت وسائل إعلام`
    is_one &= ~pl.lit(reading.text.at("folded", reading.text.step(at, 1)) == "الاعلام")
    is_crowd = calls & ~is_one & ~letters.str.contains(_ACTING) & ~pl.col("has_object")
    # `ودعا المعتصمون إلى`: the nominative is who speaks.
    is_crowd &= ~head.str.contains(_THEY) & ~letters.str.contains(_SOME_OF)
    # `وطالب بعض الأهالي بإغلاقه`
    is_crowd &= (
        ~head.is_in(_STATES)
        & ~head.is_in(_SENIOR)
        & ~((head == "بعض") & (pl.col("form") == "perfect"))
    )
    is_addressee = ~has_person & (is_oblique | (disagrees & calls) | is_crowd)
    # `ولفت الانتباه إلى أن`
    is_addressee |= head.is_in(_ATTENTION)
    # … but the nominative acts: `واتهم معارضون الرئيس التركي سامي نور بـ`.
    is_addressee |= is_called_on() & ~head.str.contains(_NOMINATIVE)
    is_addressee |= head_as_written.str.contains(_ACCUSATIVE)
    # `ولاحظت تفاوتا كبيرا`: what is seen.
    is_addressee |= letters.str.contains(_NOUN_FIRST) & head.str.contains(_INDEFINITE_OBJECT)
    # `الميثاق الذي يؤكد احترام السيادة`: what it affirms, where the clause has no `فيه`.
    ahead = pl.lit(reading.text.at("folded", reading.text.step(found["token"], 1)))
    affirms = pl.col("left").str.contains(_DESCRIBES) & letters.str.contains(_NOUN_FIRST)
    affirms &= ~pl.col("rule").str.contains("clause") | head.str.contains(_OWN)
    affirms &= (pl.col("suffix").fill_null("") == "") & ~ahead.str.contains(WITHIN)
    is_addressee |= affirms
    # `وتتهم المعارضة الرئيس بـ`: she accuses whom the verb has beside her.
    side = letters.str.extract(_SIDE_ALONE, 0)
    land = group(letters, _LAND_ALONE, "land")
    is_land = land.is_not_null() & (pl.col("gender") == "f")
    side = pl.when(is_land).then(land).otherwise(side)
    is_side = calls & head.is_in(_SIDES) & (pl.col("gender") == "f")
    # `وطالبت المحكمة الجنائية الدولية بـ`: a court whose name is all that follows is asked.
    is_court = is_side & letters.str.contains(_ONE_NAME)
    is_side &= ~is_court
    # `ويتهم الجمهوريون أوباما بـ`: they are many, he is one.
    is_side |= calls & head.str.contains(_THEY) & has_person
    is_side |= is_land
    is_side &= pl.col("n_gap") > pl.col("n_lead") + n_tokens(side)
    is_addressee |= is_court & (pl.col("n_gap") == pl.col("n_lead") + pl.col("n_right"))
    is_side = is_side.fill_null(value=False)
    n_right = pl.when(~is_addressee.fill_null(value=False)).then("n_right")
    return found.with_columns(
        n_right=pl.when(is_side).then(n_tokens(side)).otherwise(n_right),
        right_subject=pl.when(is_side).then(side).otherwise(letters),
    )
