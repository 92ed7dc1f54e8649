"""Forms of the words of dealing, from those that the word list derives.

Where they stand in a text is found in `extract.reading.acts`.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, split_cell

# The form of verbs in `ن`, which the derivation of forms leaves out.
FIRST_PERSON = "first_person"
# Of whom an act or a party is, as a pronoun shows.
FEMININE, MASCULINE = "f", "m"
_THIRD_PERSON = "^([وف]?[سل]?)ي"
_ONE_MEETING = "^[وفبل]?(?:ال|لل)?(?:قمة|قمته)$"
_HARMS = "^[وف]?[يت]?(?:قتل|جرح|اصاب|صيب)(?:ت|وا|ون)?$"
_ADJECTIVES = "^(?:و|ال|وال)?(?:موالي?|مدعوم|متحالف|مؤيد)(?:ة|ين|ون)?$"
# `تلقى الملك برقية من الرئيس`: who gives it acts.
_RECEIVES = (
    "^[وفسلبك]*(?:ال|لل)?(?:[يت]?تلق|[يت]?تسلم|[يتا]ستلم|برقي|رسالة|رسالت|رسائل|اتصال|مكالم|قرض|قروض"
    "|هدي)"
)
# Whom something is given stands after `ل` too.
_GIVES = "^[وفسل]*[اينت]?(?:عط|منح|قرض|سلم|زود|وعد|ضمن|زور|زار|دع)"
_ENVOYS = "^[وفبلك]?(?:ال|لل)?(?:سفير|سفيرة|سفراء|سفارة|قنصل|قنصلية|قائم)$"
_SUMMONS = "^[وفبس]?[يت]?استدع|^[وفس]*[يت]ستدع"
_ALLY = "^(?:ال)?(?:حليف|حلفاء|شريك|خصم|عدو)(?:ا|ة)?$"
_TAKES_PART = "^[وفس]*[يت]?شارك(?:ت|ا|تا|ان|ون|وا)?$"
_HELP = "^[وف]?ل(?:مساعدة|اغاثة|دعم|تدريب|تمويل|ايواء)$"
_CHARGE = "قائم(?:ا|ة|ين|ون)?$"
_OPENS = "^[وفسبل]*[يت]?(?:ال)?فتح"
_INCLUDES = "^[وفسل]*(?:[يت]?شمل|[يت]قوده|[يت]قودها|قادته|قادتها)"
_TIES = "^[وف]?[يت]?(?:ربط|جمع|ضم)ت?$"
_TIE = "^ال(?:تعاون|تنسيق|علاقات|روابط|شراكة|تبادل|حوار|محادثات|مفاوضات|مباحثات)$"
_ATTACK = (
    "^[وفب]?(?:ال|لل)(?:حرب|حروب|عدوان|هجوم|هجمات|قصف|غارات|ضربات|عمليات|عملية|غزو|حصار"
    "|اعتداء|اعتداءات)$"
)
_ASKED = "^[وف]?ل(?:دعوة|طلب)$"
_STRIKES = "^[وف]?(?:غارة|غارات|ضربة|ضربات|هجوم|هجوما|هجمات|قصف|قصفا|قاعدة)$"
# What is told of each act by its form alone.
SHOWN = (
    *("is_circumstance", "needs_both", "is_adjective", "is_received", "gives", "is_ally"),
    *(
        "is_of_us",
        "is_help",
        "is_envoy",
        "is_tour",
        "is_first_person",
        "has_pronoun",
        "of_gender",
        "takes_object",
        "is_asked",
        "strikes",
        "is_tie",
        "is_attack",
        "has_article",
    ),
)


def act_forms(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Forms of the words of dealing; a form of several acts takes the markers of all."""
    forms = forms.filter(pl.col("lexicon") == "act")
    acts = fold(lexicons["acts"], "markers", "folded_markers").select(
        "act_id", "basis", "is_mutual", "encounter_kind", marker=split_cell("folded_markers")
    )
    return (
        pl.concat([forms, _first_person(forms)])
        .join(acts, left_on="entry_id", right_on="act_id")
        # `بحث` is no `حث` with ب.
        .filter(
            pl.col("proclitics").str.len_chars()
            == pl.col("proclitics").str.len_chars().min().over("surface")
        )
        .explode("marker", empty_as_null=False)
        .sort("surface", "form", "entry_id", "marker", descending=[False, True, False, False])
        .group_by("surface", maintain_order=True)
        .agg(
            pl.col("form", "suffix", "basis", "encounter_kind").first(),
            markers=pl.col("marker").unique(maintain_order=True),
            is_mutual=pl.col("is_mutual").all(),
            is_noun_too=(pl.col("form") == "masdar").any(),
        )
        .rename({"surface": "folded"})
        .with_columns(**_shown())
    )


def _shown() -> dict[str, pl.Expr]:
    """What a form shows by itself, found once and not wherever it stands."""
    folded, form, suffix = pl.col("folded"), pl.col("form"), pl.col("suffix").fill_null("")
    return {
        # `متوجها إلى`: a circumstance of whoever does the verb.
        "is_circumstance": folded.str.ends_with("ا"),
        "has_article": folded.str.starts_with("ال"),
        "may_be_verb": form.is_in(["perfect", "imperfect", FIRST_PERSON]),
        "is_first_person": form == FIRST_PERSON,
        # `قتل جنود إسرائيليون فلسطينيا`, but `قتل عشرة مصريين`.
        "needs_both": folded.str.contains(_HARMS),
        # `المتمردون الموالون لروسيا في شرق أوكرانيا`
        "is_adjective": folded.str.contains(_ADJECTIVES),
        "is_received": folded.str.contains(_RECEIVES),
        "gives": pl.col("is_noun_too") | folded.str.contains(_GIVES),
        "is_ally": folded.str.contains(_ALLY),
        "is_envoy": folded.str.contains(_ENVOYS),
        # `جولة تشمل غانا`
        "is_tour": folded.str.contains(_INCLUDES),
        # `بحث الحرب على غزة`
        "is_attack": folded.str.contains(_ATTACK),
        # `تعزز كينيا وغانا التعاون`
        "is_tie": folded.str.contains(_TIE),
        "summons": folded.str.contains(_SUMMONS),
        "may_be_envoy": folded.str.contains(_CHARGE),
        "may_tie": folded.str.contains(_TIES),
        "opens": folded.str.contains(_OPENS),
        "takes_part": folded.str.contains(_TAKES_PART),
        # `قمة مع قادة مصر واليونان`
        "is_one_meeting": folded.str.contains(_ONE_MEETING),
        # `خدعتنا`, `قصفوا مدننا` in what somebody says
        "is_of_us": suffix == "نا",
        "is_help": folded.str.contains(_HELP),
        "is_asked": folded.str.contains(_ASKED),
        "strikes": folded.str.contains(_STRIKES),
        "has_pronoun": suffix != "",
        # `زيارتها`, `زيارته`: of whom it may be.
        "of_gender": pl.col("suffix").replace_strict(
            {"ها": FEMININE, "ه": MASCULINE}, default=None, return_dtype=pl.String
        ),
        "takes_object": pl.col("markers").list.contains("object"),
    }


def _first_person(forms: pl.DataFrame) -> pl.DataFrame:
    """`ندعم`, `سنتعاون` beside `يدعم`: in what is said of oneself."""
    surface = pl.col("surface")
    ours = forms.filter(
        (pl.col("form") == "imperfect")
        & surface.str.contains(_THIRD_PERSON)
        & (pl.col("number").fill_null("s") == "s")
        & (pl.col("suffix").fill_null("") == "")
    ).with_columns(surface.str.replace(_THIRD_PERSON, "${1}ن"), form=pl.lit(FIRST_PERSON))
    return ours.join(forms, on="surface", how="anti", maintain_order="left")
