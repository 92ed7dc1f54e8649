"""Where the name of a body ends before what only describes it, and which phrases name none."""

import polars as pl

from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.homograph_rules import HAPPENED
from extract.reading.words import Reading

# Adjectives that tell which of several is meant, and name none.
_PASSING = (
    "مقبل", "حالي", "جديد", "سابق", "قادم", "اخير", "ماضي", "مماثل", "مذكور", "معني", "مختص",
    "مشارك", "تابع", "متخصص",
    "مكلف", "مشرف", "راغب", "متصدر", "الكتروني", "معارض", "مسؤول", "مسئول", "صادر", "عامل",
    "منعقد", "مذكر", "محلي", "كبري", "كبير", "مختلف", "ثاني", "ثالث", "اول", "اولي", "رابع",
    "موالي", "متمرد", "مركزي", "تقني", "معترف", "واقع", "مدعوم", "مملوك",
    "متعاون", "مناهض", "منضوي", "مناصر", "منتمي", "مناوئ", "منبثق", "مرتبط", "متحالف", "مؤيد",
    "مطل", "هام", "مستوفي", "معروف", "متطرف", "متشدد", "محظور", "مقرب", "مصنف", "مهيمن", "مشغل",
    "متفرع", "مدرج", "داعم", "منتظر", "مفروض", "معادي", "منتشر", "راعي", "مقيم", "مسيطر", "مزمع",
    # … but `خدمة المجتمع`
    "مجتمعة", "مجتمعين",
)  # fmt: skip

# Of ministries whose field takes no adjective.
_FIELDS = ("الخارجية", "الداخلية", "الدفاع", "المالية", "العدل", "الاعلام", "الثقافة", "الزراعة")
# Nouns of action, by their form: `التأكيد`, `التدخل`, `الاستعانة`, `الانضمام`; none in `ي`.
_ACTION = (
    r"^ال(?:ت[^اي]\S?ي[^ية]|ت\S\S?[^ية]|است\S+[^ية]ة?|ا\Sت\Sا[^ي]|ان\S\Sا[^ي]"
    r"|موافقة|مطالبة|دعوة)(?:ات)?$"
)
# What a name's own words are before the one who serves there.
_PROPER = ("ORG", "UNKNOWN", "UNKNOWN_DEFINITE", "DEFINITE", "NISBA", "PLACE", "COUNTRY")
# `أمانة جدة | للقيام بأعمالها`, `هيئة الهلال الأحمر | للعام المالي`: no field of theirs.
_FOR_WHAT = (
    "للعام", "للقيام", "للموسم", "للمرة", "للفترة", "للسنة", "لليوم", "للشهر", "للمشاركة", "للتصدي",
)  # fmt: skip
# `قال مسؤول في وزارة الخارجية | للصحفيين`, but `نقابة للصحفيين`, `الاتحاد الدولي للصحفيين`
_TOLD = ("للصحفيين", "للصحافيين", "للاعلاميين", "للمراسلين")
_OF_A_TRADE = (
    "^[وفبل]*(?:ال|لل)?(?:اتحاد|نقابة|جمعية|نادي|رابطة|مركز|هيئة|شبكة|معهد|لجنة|مجلس|منظمة)$"
)
_GOOD = "^[وفبلك]*(?:ال|لل)?مصلحة$"
_AUTHORITIES = (
    "^[وبل]?(?:ال|لل)?(?:زكاة|جمارك|احصاءات?|احصاء|مياه|ارصاد|مرافق|سجون|ضرائب|شهر|طب|اثار|موان|طيران"
    "|احوال|معاشات|تنمية|هجرة|جوازات|بريد|تفتيش|حماية|اراضي|مساحة|خفر|شؤون|شئون|تسجيل|ميكانيك"
    "|الكيمياء|دمغ|دمغة|صحة|غذاء|ايرادات|دخل|خزانة|رقابة|ايواء|ابحاث|استخبارات|مخابرات|سكك|نقل|طرق|كهرباء)"
)
# What goes on with a listed name is an adjective, a field or a place; no purpose, noun or conjunct.
_PURPOSE = (
    "^لل(?:مطالبة|حصول|حد|تحرك|رد|بحث|تنديد|ضغط|مشاركة|نظر|سيطرة|قيام|دفاع|تصدي|تدخل|تعامل|وصول|خروج"
    "|عمل|نائب|رئيس|موافقة|تمسك|خلاف)$|^ل[^ل]"
)
_FIELDS_OF_BODIES = (
    "^ل(?:مكافح|شؤون|شئون|حقوق|رعاي|حماي|تنمي|كر|دعم|ابحاث|بحوث|صناع|تجار|خدم|علوم|دراس|ادار|اعاد)"
)
_OWNED = r"^\S{3,}(?:كم|هم|هما|ته|تها|تهم|تنا)$"
_PASSES = f"^[وفبك]?(?:ال|لل)(?:{'|'.join(_PASSING)})(?:ة|ين)?$"


def named_bodies(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Names cut before a passing description (`الحالية`), without those that name no body.

    Those are `مجلس إدارة …`, `حكومة عراقية`, `برئاسة المهندس …`, and what is only described.
    """
    found = _cut(found, reading)
    word = reading.text.tokens["word"]
    folded = reading.text.vocabulary["folded"]
    head, second = (
        folded[word[found["token"]]],
        folded[word[found["token"] + 1]],
    )
    letter = reading.letters[found["token"] + 1]
    described = is_class(letter, "NISBA", "ADJECTIVE") & ~second.str.starts_with("ال")
    first = reading.text.at("folded", reading.text.step(found["token"], -1))
    is_board = (head.str.ends_with("مجلس") & second.is_in(["ادارة", "الادارة"])) | (
        first.str.ends_with("مجلس") & (head == "ادارة")
    )
    # `مصلحة وطنكم`: what is somebody's own has no name by that.
    is_owned = second.str.contains(_OWNED) & ~second.str.starts_with("ال")
    is_act = head.str.contains("^[وف]?ب(?:رئاسة|قيادة|ادارة)$") | (
        head.str.contains("(?:رئاسة|قيادة)$")
        & is_class(letter, "PERSON", "GIVEN", "TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")
    )
    # `مصلحة البلدين` is their good, and no office as `مصلحة الجمارك`.
    is_good = head.str.contains(_GOOD) & ~second.str.contains(_AUTHORITIES)
    # `يعزز موقع الرئيس`, `موقع تركيا في المنطقة`: where one stands, and no page of his.
    is_site = head.str.ends_with("موقع")
    is_site &= is_class(letter, "ANY_TITLE", "COUNTRY")
    # `رئيس الاستخبارات الأمريكي`: the country is his.
    is_his = is_class(letter, "NISBA") & second.str.ends_with("ي") & head.str.contains("(?:ات|ة)$")
    return found.filter(~(described | is_board | is_act | is_owned | is_good | is_site | is_his))


def less_purposes(found: pl.DataFrame, listed: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Less names that go on after a listed one with what is no part of it.

    `دعا مجلس الأمن | لوقف القتال`, `من مجلس الأمن الدولي | النظر في الأمر`.
    """
    known = listed.select("token", known="n_tokens").unique("token", keep="first")
    lengths = found.join(known, on="token", how="left", maintain_order="left")["known"]
    after = reading.text.step(found["token"], lengths.fill_null(0))
    folded = reading.text.at("folded", after)
    is_noun = is_class(reading.letters[after], "DEFINITE", "UNKNOWN_DEFINITE", "TITLE_DEFINITE")
    clitic = reading.clitics[after]
    goes_on = folded.str.contains(_PURPOSE) & ~folded.str.contains(_FIELDS_OF_BODIES)
    goes_on &= is_clitic(clitic, "l")
    goes_on |= is_noun & is_clitic(clitic, "bare") & ~folded.str.contains("ية?$")
    goes_on |= is_clitic(clitic, "w", "wl")
    is_longer = (found["n_tokens"] > lengths).fill_null(value=False)
    return found.filter(~(is_longer & goes_on))


def _is_anothers(at: pl.DataFrame, reading: Reading) -> pl.Series:
    """What the name's verb takes: `وزارة الداخلية | الأنباء`, `المجلس الخليجي | الهجوم`."""
    text, token = reading.text, at["at"]
    second = text.at("folded", at["token"] + 1)
    ends_ministry = text.at("bare", at["token"]).is_in(["وزارة"]) & second.is_in(_FIELDS)
    ends_ministry &= (token == at["token"] + 2) & ~text.at("folded", token).str.contains(
        "ية$|^الوطني$"
    )
    is_definite = is_class(
        reading.letters[token - 1], "DEFINITE", "UNKNOWN_DEFINITE", "NISBA", "ORG", "COUNTRY"
    )
    happened = text.at("folded", token).is_in(HAPPENED) & is_definite
    # `مجلس الوزراء | الموافقة على`: an action describes no body.
    is_definite |= is_class(reading.letters[token - 1], "TITLE_DEFINITE")
    acts = text.at("folded", token).str.contains(_ACTION)
    acts &= ~is_class(reading.letters[token], "ORG")
    # `جددت المفوضية | الدعوة إلى الحوار`
    acts_at_once = acts & text.at("bare", at["token"]).str.starts_with("ال")
    acts_at_once &= token == at["token"] + 1
    acts &= is_definite
    # `رئيس تحرير صحيفة النهار | محمد العيدروسي`: who holds the office in it.
    titled = is_class(reading.letters[text.step(at["token"], -1)], "TITLE", "TITLE_DEFINITE")
    holds = titled & is_class(reading.letters[token], "PERSON")
    # `مفوضية الاتحاد | زوما`
    is_body = is_class(reading.letters[token - 1], "ORG_HEAD")
    is_body &= text.at("bare", token - 1).str.starts_with("ال")
    holds &= is_body | is_class(reading.letters[token - 1], *_PROPER)
    # `البرلمان | اقتحام المسجد`: what has the article is completed by no noun without one.
    ends_definite = text.at("bare", at["token"]).str.starts_with("ال")
    ends_definite &= is_class(reading.letters[token], "NOUN", "CONTENT_NOUN")
    ends_definite &= token == at["token"] + 1
    later = (happened | acts | holds) & (token > at["token"] + 1)
    return ends_ministry | ends_definite | acts_at_once | later


def _cut(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Names up to the first word that is no part of them; what has no other word is no name."""
    folded = reading.text.vocabulary["folded"]
    at = found.select(
        "token",
        "n_tokens",
        at=pl.int_ranges(
            pl.col("token") + 1, pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32
        ),
    ).explode("at", empty_as_null=False)
    at = at.drop_nulls("at")
    word = reading.text.tokens["word"]
    own, before = word[at["at"]], word[at["at"] - 1]
    # `محكمة النقض المغربية الإفراج عنه`: what differs from the adjective before it is another's.
    follows_nisba = reading.letters[at["at"] - 1] == code("NISBA")
    is_adjective = is_class(reading.letters[at["at"]], "DEFINITE", "UNKNOWN_DEFINITE")
    is_passing = folded[own].str.contains(_PASSES) | folded[own].is_in(_FOR_WHAT)
    differs = folded[own].str.ends_with("ة") != folded[before].str.ends_with("ة")
    is_bare = reading.clitics[at["at"]] == ord("0")
    ends = is_passing | (follows_nisba & is_adjective & differs & is_bare)
    ends |= is_bare & _is_anothers(at, reading)
    ends |= folded[own].is_in(_TOLD) & ~folded[word[at["token"]]].str.contains(_OF_A_TRADE)
    cuts = (
        at.filter(ends)
        .group_by("token", "n_tokens", maintain_order=True)
        .agg(cut=pl.col("at").min() - pl.col("token").first())
    )
    found = found.join(cuts, on=["token", "n_tokens"], how="left", maintain_order="left")
    found = found.with_columns(n_tokens=pl.coalesce("cut", "n_tokens")).drop("cut")
    return found.filter(pl.col("n_tokens") > 1)
