"""Who speaks for no one country: international bodies, whoever serves them, the world's agencies.

Which country everybody else speaks for is found in `extract.reading.speakers` and
`extract.reading.homes`.
"""

from dataclasses import replace

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import is_class, is_clitic
from extract.reading.findings import Findings
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# `المنظمة الدولية لحماية المحيطات`, `منظمة كذا غير الحكومية`: its name says that it has no country.
_KINDS = "(?:منظم|اتحاد|لجن|مجلس|هيئ|محكم|بعث|صندوق|وكال|مفوضي|مجموع|تحالف|رابط|شبك|مؤسس)"
_REACHES = "(?:دولي|عالمي|اممي|اوروبي|افريقي|اقليمي|عربي|خليجي)"
_WORLDWIDE_NAME = rf"^(?:ال)?{_KINDS}\w*(?: .*)? (?:(?:ال)?{_REACHES}ة?|العرب)(?: |$)|غير الحكومية"
# `مبعوث أممي`: the adjective of the United Nations.
_OF_THE_NATIONS = "^[وفبكل]?(?:ال|لل)?اممي(?:ة|ون|ين)?$"


# Of an agency's forms those that are nothing else, as `الألمانية` is.
_LONG_NAME = r"^\w{5,}$|^\w+ \w{3,}"
_ADJECTIVE = r"^ال\w+ية$"


_OF_COUNTRIES = "^ال(?:عربي|دولي|اسلامي|غربي|سعودي|امريكي|اميركي)$"
_WHO = ("الذي", "التي")
_ORGANS = ("امانة", "أمانة", "سكرتارية")
# `الممثلة الخاصة للأمين العام`, without a word on whose he is.
_ENVOYS = "^(?:ال)?(?:مبعوث|ممثل|موفد|خاص|شخصي|نائب|مساعد)ة?$"
_BELONGING = ("التابع", "التابعة", "المنبثق", "المنبثقة")
# `اللجنة المنظمة للمهرجان` organises; it is no organisation.
_ORGANISING = ("اللجنة", "اللجان", "الجهة", "الجهات", "الشركة", "الهيئة")


class Marks:
    """Tokens that stand for a body of no country, so that spans can be asked for them."""

    def __init__(self, tokens: pl.Series) -> None:
        """Take the tokens, in any order."""
        self._tokens = tokens.sort()

    def inside(self, first: pl.Series, end: pl.Series) -> pl.Series:
        """Whether spans (`end` excluded) hold any; false where a span is null."""
        before, until = (self._tokens.search_sorted(at.fill_null(0)) for at in (first, end))
        return ((until > before) & first.is_not_null()).fill_null(value=False)


def with_allegiance(
    findings: Findings, reading: Reading, knowledge: Knowledge
) -> tuple[Findings, Marks]:
    """Say of every person and body whether it speaks for no country (`is_worldwide`).

    Args:
        findings: The names of the batch.
        reading: Words with all names marked.
        knowledge: For agencies and offices of no country.

    Returns:
        `findings` with `is_worldwide` in `people` and `organizations`, and the tokens that stand
        for such bodies.
    """
    bodies = findings.organizations.with_columns(
        is_worldwide=_worldwide_bodies(findings.organizations, knowledge.lexicons)
    )
    bodies = bodies.with_columns(pl.col("is_worldwide") | _belongs(bodies, reading))
    envoys = _envoys(reading)
    marks = Marks(pl.concat([_mark(bodies, reading), envoys]))
    people = findings.people
    role = people["role_at"], people["role_at"] + people["n_role_at"]
    serves = marks.inside(*role) | _holds_worldwide_office(people, knowledge.lexicons)
    # `الممثلة الخاصة للأمين العام في هايتي` is of no Haitian office.
    is_worldwide = (serves & people["stated_country"].is_null()) | Marks(envoys).inside(*role)
    people = people.with_columns(is_worldwide=is_worldwide)
    return replace(findings, people=people, organizations=bodies), marks


def _worldwide_bodies(bodies: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    id_, country = pl.col("entity_id"), pl.col("country_code")
    unlisted = bodies.select("entity_name", is_at_home=country.is_not_null()).filter(
        bodies["entity_id"].is_null()
    )
    name = fold(unlisted, "entity_name", "folded")["folded"]
    says_so = name.str.contains(_WORLDWIDE_NAME) & ~unlisted["is_at_home"]
    says_so |= name.str.contains(_agency_names(lexicons))
    is_worldwide = bodies.select(
        (id_.is_not_null() & country.is_null()) | id_.is_in(_agencies(lexicons))
    ).to_series()
    at = bodies["entity_id"].is_null().arg_true()
    return is_worldwide.fill_null(value=False).scatter(at.filter(says_so), True)


def _belongs(bodies: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a body is said to be of a worldwide one: `الهيئة الدائمة التابعة لمنظمة كذا`."""
    after = reading.text.step(bodies["token"], bodies["n_tokens"])
    owners = bodies["token"].filter(bodies["is_worldwide"])
    says_so = reading.text.at("bare", after).is_in(_BELONGING)
    return says_so & reading.text.step(after, 1).is_in(owners.implode())


@once_a_version
def _agency_names(lexicons: Lexicons) -> str:
    """A regular expression for names that end in that of such an agency (`وكالة رويترز`)."""
    agencies = lexicons["agencies"].filter(pl.col("country_code").is_null())
    forms = agencies.select(form=pl.col("dateline_forms").str.split("|")).explode("form")
    is_sure = pl.col("folded").str.contains(_LONG_NAME)
    is_sure &= ~pl.col("folded").str.contains(_ADJECTIVE)
    folded = fold(forms, "form", "folded").filter(is_sure)
    return f"(?:^| )(?:{'|'.join(folded['folded'].unique().sort())})$"


@once_a_version
def _agencies(lexicons: Lexicons) -> pl.Series:
    """Ids of news agencies that write for the world, as agencies and as organisations; one cell."""
    agencies = lexicons["agencies"].filter(pl.col("country_code").is_null())
    listed = lexicons["organizations"].join(agencies.select("name_ar"), on="name_ar", how="semi")
    ids = pl.concat_str(pl.lit("agency:"), "agency_id")
    return pl.concat(
        [
            agencies.select(id=ids),
            listed.select(id=pl.concat_str(pl.lit("organization:"), "organization_id")),
        ]
    )["id"].implode()


def _holds_worldwide_office(people: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    """Whether the lexicon knows an office of no country that the person has held."""
    return people["entity_id"].is_in(_worldwide_officials(lexicons)).fill_null(value=False)


@once_a_version
def _worldwide_officials(lexicons: Lexicons) -> pl.Series:
    """Ids of who has held an office of no country, as one cell."""
    terms = lexicons["office_terms"].filter(pl.col("country_code").is_null())
    return terms.select(id=pl.concat_str(pl.lit("person:"), "person_id"))["id"].implode()


def _mark(bodies: pl.DataFrame, reading: Reading) -> pl.Series:
    """Tokens by which worldwide bodies are named, or meant by what they are (`المنظمة`)."""
    of_the_nations = reading.text.which(_is_of_the_nations)
    named = bodies["token"].filter(bodies["is_worldwide"])
    return pl.concat([named, of_the_nations, _coalitions(reading), _meant(bodies, reading)])


def _envoys(reading: Reading) -> pl.Series:
    """`مبعوث الأمين العام`, whom the United Nations send where nothing else is said."""
    text, at = reading.text, reading.text.which(_is_secretary)
    before, after = (text.at("bare", text.step(at, n)) for n in (-1, 1))
    is_owned = is_clitic(reading.clitics[text.step(at, 2)], "l")
    return at.filter(before.str.contains(_ENVOYS) & (after == "العام") & ~is_owned)


def _is_secretary(words: pl.DataFrame) -> pl.Series:
    return words["bare"].is_in(["الامين", "الأمين"])


def _coalitions(reading: Reading) -> pl.Series:
    """`التحالف` of countries, but no `التحالف الوطني`, which is a party."""
    at = reading.text.which(_is_coalition)
    after = reading.text.at("folded", reading.text.step(at, 1))
    is_ones = after.str.starts_with("ال") & ~after.str.contains(_OF_COUNTRIES)
    return at.cast(pl.UInt32).filter(~is_ones | after.is_in(_WHO))


def _is_coalition(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^[وفبك]?(?:ال|لل)تحالف$")


def _is_of_the_nations(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OF_THE_NATIONS)


def _meant(bodies: pl.DataFrame, reading: Reading) -> pl.Series:
    """Nouns of bodies that only worldwide ones of the article are called by."""
    key = ["document", "head"]
    heads = bodies.filter(pl.col("n_tokens") > 1)
    heads = heads.with_columns(head=_head(heads["token"], reading))
    is_ones = ~pl.col("is_worldwide") & pl.col("country_code").is_not_null()
    shared = heads.filter(is_ones)
    heads = pl.concat([heads.filter("is_worldwide").select(key), _organs(bodies, reading)])
    heads = heads.join(shared, on=key, how="anti")
    is_noun = is_class(reading.letters, "ORG_HEAD") & reading.text.where(_has_article)
    nouns = reading.text.tokens.select("token", "document").filter(is_noun)
    before = reading.text.at("bare", reading.text.step(nouns["token"], -1))
    nouns = nouns.with_columns(head=_head(nouns["token"], reading)).filter(
        ~before.is_in(_ORGANISING) | (pl.col("head") != "منظمة")
    )
    return nouns.join(heads, on=key, how="semi")["token"]


def _head(tokens: pl.Series, reading: Reading) -> pl.Series:
    return reading.text.at("bare", tokens).str.strip_prefix("ال")


def _organs(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Nouns that name an organ of a worldwide body: `الأمانة العامة لمنظمة التعاون`."""
    worldwide = bodies.filter("is_worldwide")
    frames = []
    for back in (1, 2):
        at = reading.text.step(worldwide["token"], -back)
        is_organ = is_class(reading.letters[at], "ORG_HEAD")
        led = is_clitic(reading.clitics[worldwide["token"]], "l")
        found = worldwide.select("document").with_columns(head=_head(at, reading))
        frames.append(found.filter(is_organ & led & pl.col("head").is_in(_ORGANS)))
    return pl.concat(frames)


def _has_article(words: pl.DataFrame) -> pl.Series:
    return words["bare"].str.starts_with("ال")
