"""Who speaks for the country that an article takes for granted, and who for none.

Which country that is belongs in `extract.reading.homes`.
"""

import polars as pl

from extract.lexicons import Lexicons, once_a_version
from extract.reading.stand_ins import KINGDOMS

# `مصدر مطلع`, `أحد المصادر`: who hides his name hides whom he speaks for …
_HIDDEN = "(?:^| )(?:ال)?(?:مصدر|مصادر|دبلوماسي(?:ون|ين|ان)?|دبلوماسى)(?: |$)"
# … unless he says that he serves the state (`مصدر في الوزارة`, `مصادر أمنية`).
_OFFICIAL = (
    "وزار|حكوم|رئاس|شرط|جيش|جمارك|رسم[يى]|مس[ؤئ]ول|[أا]من[يى]|عسكر[يى]|طبي|قضائي|نيابي|محلي"
    "|ملاحي|ميداني|قبلي|معارض| قوات "
)
# `صحيفة كذا البريطانية`: the article itself says whose the paper is.
_NISBA = " ال[^ ]+ية(?: |$)"
# Experts and traders speak for their subject, reports for their findings, a region for no state.
_EXPERTS = (
    "^(?:(?:بعض|معظم|[أا]حد|[إا]حدى) )?(?:ال)?"
    "(?:خبير|خبراء|محلل|مراقب|[إا]قتصاديون|باحث[وي]|متعامل|مستثمر|علماء)"
    "|^[^ ]+ (?:ال)?(?:غربي|[أا]وروبي|خليجي|[أا]فريقي)(?:ون|ين|ان|ة)?(?: |$)"
)
# `بيان من مكتب المبعوث الدولي`, `مفتشون دوليون`
_OF_THE_WORLD = (
    "(?:^| )(?:ال)?(?:مبعوث|وسيط|موفد|منسق|مراقب|مفتش|محقق|مقرر)(?:ون|ين|ان)?"
    " (?:ال)?(?:دولي|[أا]ممي)(?:ون|ين|ان)?(?: |$)"
)
_OF_SPEAKER = (
    "document", "speaker_name", "speaker_type", "speaker_entity_id", "speaker_country_code",
    "co_speakers", "is_of_none", "is_scholar", "is_official",
)  # fmt: skip
# A paper's country is not guessed from what its story names most.
_PRESS = "^[بل]?(?:صحيفة|جريدة|مجلة|موقع) "
_KINGDOM = "المملكة"
_REPORTS = "^(?:ال)?(?:تقرير|تقارير|دراس|استطلاع|مسح|[أا]نباء|معلومات)"
# What several agreed upon, or a council of the world passed.
_AGREED = "^(?:ال)?(?:اتفاق|معاهد|مبادر|قرار)"
_OF_SEVERAL = f"{_AGREED}|{_OF_THE_WORLD}"


def take_home(statements: pl.DataFrame, homes: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    """`speaker_country_code`, the home country for who names none, empty for who speaks for none.

    Args:
        statements: With speakers.
        homes: From `home_countries`.
        lexicons: For the press, which abroad speaks for no country unless it is named by one.

    Returns:
        One country a statement in order.
    """
    name, kind = pl.col("speaker_name"), pl.col("speaker_type")
    is_open = (
        pl.col("speaker_country_code").is_null()
        & name.is_not_null()
        & (pl.col("co_speakers").list.len() == 0)
    )
    # A pattern is not tried where there is nothing to try it on.
    unnamed, document = (
        pl.when(~is_open | (kind != k)).then(None).otherwise(name).str
        for k in ("unnamed", "document")
    )
    is_hidden = unnamed.contains(_HIDDEN) & ~unnamed.contains(_OFFICIAL)
    is_guess = is_hidden | unnamed.contains(_EXPERTS) | document.contains(_REPORTS)
    is_guess |= unnamed.contains(_OF_SEVERAL) | document.contains(_OF_SEVERAL)
    is_paper = pl.when(is_open).then(name).str.contains(_PRESS)
    is_guess |= pl.col("is_guessed") & (pl.col("is_scholar") | is_paper)
    may_take = is_open & ~is_guess.fill_null(value=False)
    # `المملكة` is the first of the kingdoms where the article is of none.
    is_kingdom = ((name == _KINGDOM) & (kind == "unnamed")).fill_null(value=False)
    is_kingdom &= ~pl.col("home_code").is_in(KINGDOMS).fill_null(value=False)
    is_press = pl.col("speaker_entity_id").is_in(_press(lexicons))
    is_foreign = is_press & (pl.col("speaker_country_code") != pl.col("home_code"))
    is_foreign &= ~pl.when(is_foreign).then(name).str.contains(_NISBA)
    is_of_none = pl.col("is_of_none").fill_null(value=False) | is_foreign.fill_null(value=False)
    return (
        statements.select(_OF_SPEAKER)
        .join(homes, on="document", how="left", maintain_order="left")
        .with_columns(is_of_none=is_of_none, may_take=may_take)
        .select(
            pl.when("is_of_none")
            .then(None)
            .when(pl.col("may_take") & is_kingdom)
            .then(pl.lit(KINGDOMS[0]))
            .when(pl.col("may_take") & pl.col("is_official"))
            .then(pl.coalesce("guest_code", "home_code"))
            .when("may_take")
            .then("home_code")
            .otherwise("speaker_country_code")
            .alias("speaker_country_code")
        )
        .to_series()
    )


@once_a_version
def _press(lexicons: Lexicons) -> pl.Series:
    """Ids of media that are no news agency, as one cell."""
    media = lexicons["organizations"].filter(
        (pl.col("organization_type") == "media") & ~pl.col("name_ar").str.starts_with("وكالة")
    )
    return media.select(id=pl.concat_str(pl.lit("organization:"), "organization_id"))[
        "id"
    ].implode()
