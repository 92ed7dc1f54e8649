from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest

from extract.arabic import camel, morphology
from extract.arabic.conjugation import imperfect_stems
from extract.arabic.normalize import fold_words
from extract.lexicons import load_lexicons

Tables = Mapping[str, pl.DataFrame]
FEATURES = ["base", "proclitics", "has_article", "suffix", "form", "gender", "number"]
ARABIC = "^[ء-غف-ي]+$"


@pytest.fixture(scope="module")
def lexicons() -> Tables:
    return load_lexicons().tables


@pytest.fixture(scope="module")
def words(lexicons: Tables) -> Tables:
    """The project's lexicons without their phrases, which are not in the database as a whole."""
    keys = {"nisbas": "nisba", "country_forms": "form", "titles": "title"}
    single = {
        name: lexicons[name].filter(~pl.col(key).str.contains(" ")) for name, key in keys.items()
    }
    titles = single["titles"].with_columns(
        pl.col(name).str.replace(r".* .*", "") for name in ("feminine", "plural")
    )
    cues = lexicons["cues"].filter(~pl.col("lemma").str.contains(" "))
    return {**single, "titles": titles, "cues": cues, "clitics": lexicons["clitics"]}


def small_tables(lexicons: Tables) -> dict[str, pl.DataFrame]:
    return {
        "clitics": lexicons["clitics"],
        "cues": table(
            {"cue_id": "أكد", "perfect": "أكد", "imperfect": "يؤكد", "participle": "مؤكد"},
            {"cue_id": "قال", "perfect": "قال", "imperfect": "يقول", "masdar": "قول"},
            {"cue_id": "وفقا", "lemma": "وفقا", "cue_type": "according_to"},
        ),
        "nisbas": table(
            {"nisba": "صيني", "country_code": "CHN"},
            {"nisba": "لبناني", "country_code": "LBN"},
            {"nisba": "كوري شمالي", "country_code": "PRK"},
            {"nisba": "سري لانكي", "country_code": "LKA"},
            {"nisba": "تركي", "country_code": "TUR", "broken_plurals": "أتراك"},
        ),
        "country_forms": table(
            {"form": "الصين", "country_code": "CHN"},
            {"form": "جمهورية الصين الشعبية", "country_code": "CHN"},
            {"form": "كازاخستان", "country_code": "KAZ"},
            {"form": "الولايات المتحدة", "country_code": "USA"},
            {"form": "لبنان", "country_code": "LBN"},
            {"form": "سري لانكا", "country_code": "LKA"},
            {"form": "USA", "country_code": "USA"},
        ),
        "titles": table(
            {"title": "وزير", "feminine": "وزيرة", "plural": "وزراء"},
            {"title": "وزير الخارجية", "feminine": "وزيرة الخارجية", "plural": "وزراء الخارجية"},
            {"title": "أمين عام", "feminine": "أمينة عامة", "plural": "أمناء عامون"},
            {
                "title": "متحدث رسمي باسم",
                "feminine": "متحدثة رسمية باسم",
                "plural": "متحدثون رسميون باسم",
            },
            {"title": "رئيس بلدية", "feminine": "رئيسة بلدية", "plural": "رؤساء بلديات"},
        ),
        "function_words": table({"word": "باسم", "word_class": "preposition"}),
    }


def table(*rows: dict[str, str]) -> pl.DataFrame:
    columns = dict.fromkeys(name for row in rows for name in row)
    return pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in columns},
        schema=dict.fromkeys(columns, pl.String),
    )


@pytest.fixture(scope="module")
def forms(lexicons: Tables) -> pl.DataFrame:
    return morphology.expand(small_tables(lexicons))


def readings(forms: pl.DataFrame, written: str) -> list[dict[str, object]]:
    return forms.filter(pl.col("surface") == fold_words([written])[0]).to_dicts()


def test_five_hundred_forms_are_analysed_as_they_were_generated(words: Tables) -> None:
    forms = morphology.expand(words).filter(pl.col("n_words") == 1)
    surfaces = forms["surface"].unique().sort()
    sample = surfaces.filter(surfaces.str.contains(ARABIC)).sample(500, seed=500)
    analyzer = camel.analyzer(camel.read_database(morphology.build_database(words), "a"))
    for surface in sample:
        analyses = morphology.analysis_frame(analyzer.analyze(surface))
        # A dual in the construct state, وزيرا, stands before a genitive alone: in phrases.
        analysed = analyses.filter(pl.col("state") != "c").select(FEATURES).unique()
        generated = forms.filter(pl.col("surface") == surface).select(FEATURES).unique()
        assert set(analysed.rows()) == set(generated.rows()), surface


def test_every_cue_verb_has_its_dictionary_forms(lexicons: Tables) -> None:
    verbs = lexicons["cues"].filter(pl.col("cue_type") == "verb")
    forms = morphology.expand({"cues": verbs, "clitics": lexicons["clitics"]})
    for row in verbs.to_dicts():
        own = forms.filter(pl.col("entry_id") == row["cue_id"], pl.col("proclitics") == "")
        # Of `عد` the participle alone is a cue.
        listed = [form for form in (row["perfect"], row["imperfect"]) if form]
        assert {*fold_words(listed)} <= {*own["surface"]}


THIRD_PERSONS = {
    "sound": ("أكد", "يؤكد", "أكد أكدت أكدا أكدتا أكدوا أكدن يؤكد تؤكد يؤكدان يؤكدون يؤكدوا يؤكدن"),
    "hollow with و": ("قال", "يقول", "قال قالت قالا قالتا قالوا قلن يقول تقول يقل تقل يقولون يقلن"),
    "hollow with ي": ("أشار", "يشير", "أشار أشارت أشاروا أشرن يشير تشير يشر يشيرون يشيروا يشرن"),
    "defective with و": ("دعا", "يدعو", "دعا دعت دعوا دعتا دعون يدعو تدعو يدع يدعون يدعوا يدعوان"),
    "defective with ي": ("نفى", "ينفي", "نفى نفت نفيا نفتا نفوا نفين ينفي ينف ينفيان ينفون ينفوا"),
    "defective with ى": ("رأى", "يرى", "رأى رأت رأيا رأتا رأوا رأين يرى ترى ير يريان يرون يروا"),
    "ي kept in the perfect": ("بقي", "يبقى", "بقي بقيت بقيا بقوا بقين يبقى يبق يبقيان يبقون"),
    "hamza at the end": ("أنبأ", "ينبئ", "أنبأ أنبأت أنبآ أنبأوا أنبؤوا ينبئ تنبئ ينبئان ينبئون"),
    "hamza on alef": ("لجأ", "يلجأ", "لجأ لجأت لجؤوا لجأوا يلجأ يلجأون يلجؤون يلجآن"),
    "hollow with hamza": ("جاء", "يجيء", "جاء جاءت جاءا جاؤوا جاءوا جئن يجيء يجئ يجيئان يجيئون"),
    "first radical و": ("وعد", "يعد", "وعد وعدت وعدوا وعدن يعد تعد يعدان يعدون يعدن"),
    "doubled": ("رد", "يرد", "رد ردت ردا ردوا رددن يرد ترد يردان يردون يرددن"),
    "doubled, form IV": ("أصر", "يصر", "أصر أصرت أصروا أصررن يصر يصرون يصررن"),
    "ن at the end": ("أعلن", "يعلن", "أعلن أعلنت أعلنا أعلنوا يعلن تعلن يعلنان يعلنون"),
}


@pytest.mark.parametrize("kind", THIRD_PERSONS)
def test_verb_of_every_root_is_conjugated(kind: str, lexicons: Tables) -> None:
    perfect, imperfect, expected = THIRD_PERSONS[kind]
    cues = table({"cue_id": "cue", "perfect": perfect, "imperfect": imperfect})
    forms = morphology.expand({"cues": cues, "clitics": lexicons["clitics"]})
    bare = forms.filter(pl.col("proclitics") == "", pl.col("suffix") == "")
    assert {*fold_words(expected.split())} <= {*bare["surface"]}


@pytest.mark.parametrize(
    ("perfect", "imperfect", "expected"),
    [
        ("قال", "يقول", "قاله قالته قالوه يقوله يقولونه قالهم قالني"),
        ("دعا", "يدعو", "دعاه دعته دعوه يدعوه دعاهم"),
        ("نفى", "ينفي", "نفاه نفته نفوه ينفيه"),
        ("رأى", "يرى", "رآه رأته رأوه يراه"),
        ("قرأ", "يقرأ", "قرأه يقرؤه يقرأه قرؤوه"),
    ],
)
def test_pronouns_change_the_end_of_the_verb(
    perfect: str, imperfect: str, expected: str, lexicons: Tables
) -> None:
    cues = table({"cue_id": "cue", "perfect": perfect, "imperfect": imperfect})
    forms = morphology.expand({"cues": cues, "clitics": lexicons["clitics"]})
    assert {*fold_words(expected.split())} <= {*forms.filter(pl.col("suffix") != "")["surface"]}


@pytest.mark.parametrize(
    ("perfect", "imperfect", "expected"),
    [("اتصل", None, "اتصل اتصلت اتصلا اتصلوا"), (None, "يمارس", "يمارس تمارس يمارسون")],
)
def test_verb_known_by_one_form_has_that_one(
    perfect: str | None, imperfect: str | None, expected: str, lexicons: Tables
) -> None:
    acts = table({"act_id": "act", "perfect": perfect, "imperfect": imperfect, "nouns": None})
    forms = morphology.expand({"acts": acts, "clitics": lexicons["clitics"]})
    bare = forms.filter(pl.col("proclitics") == "", pl.col("suffix") == "")
    assert {*fold_words(expected.split())} <= {*bare["surface"]}
    assert {*bare["form"]} == {"perfect" if perfect else "imperfect"}


@pytest.mark.parametrize(
    "form", ["يقولنا", "سيقولوا", "لتقولون", "والقال", "بقال", "تقولون", "سقال", "القوله", "بقولا"]
)
def test_combination_that_arabic_does_not_write_is_not_made(form: str, forms: pl.DataFrame) -> None:
    allowed = {"يقولنا": {("imperfect", "نا")}}
    found = {(row["form"], row["suffix"]) for row in readings(forms, form)}
    assert found <= allowed.get(form, set())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("وأكدت", {"form": "perfect", "proclitics": "و", "gender": "f", "number": "s"}),
        ("سيؤكدون", {"form": "imperfect", "proclitics": "س", "number": "p", "base": "يؤكدون"}),
        ("ليؤكدوا", {"form": "imperfect", "proclitics": "ل", "number": "p", "base": "يؤكدوا"}),
        ("ومؤكدا", {"form": "participle", "proclitics": "و", "gender": "m", "number": "s"}),
        ("مؤكدة", {"form": "participle", "gender": "f", "number": "s"}),
        ("قولهم", {"form": "masdar", "suffix": "هم", "base": "قول"}),
        ("وفقا", {"lexicon": "cue", "entry_id": "وفقا", "form": "noun"}),
        ("للصينية", {"entry_id": "صيني", "proclitics": "ل", "has_article": True, "gender": "f"}),
        ("صينيا", {"entry_id": "صيني", "base": "صينيا", "gender": "m", "number": "s"}),
        ("وبالأتراك", {"entry_id": "تركي", "proclitics": "وب", "number": "p", "base": "أتراك"}),
        ("وبكازاخستان", {"lexicon": "country", "entry_id": "كازاخستان", "proclitics": "وب"}),
        ("للصين", {"lexicon": "country", "base": "الصين", "proclitics": "ل", "has_article": True}),
        ("للولايات المتحدة", {"entry_id": "الولايات المتحدة", "n_words": 2, "proclitics": "ل"}),
        ("وبجمهورية الصين الشعبية", {"base": "جمهورية الصين الشعبية", "n_words": 3}),
        ("USA", {"lexicon": "country", "proclitics": "", "n_words": 1}),
        ("الوزيرين", {"entry_id": "وزير", "number": "d", "has_article": True}),
        ("وزيرها", {"entry_id": "وزير", "suffix": "ها", "base": "وزير"}),
        ("وزيرا الخارجية", {"entry_id": "وزير الخارجية", "number": "d"}),
        ("ووزيرة الخارجية", {"entry_id": "وزير الخارجية", "gender": "f", "proclitics": "و"}),
        ("للأمين العام", {"base": "أمين عام", "has_article": True, "proclitics": "ل"}),
        ("الأمناء العامين", {"entry_id": "أمين عام", "number": "p"}),
        ("المتحدثة الرسمية باسم", {"entry_id": "متحدث رسمي باسم", "gender": "f"}),
        ("رئيس البلدية", {"entry_id": "رئيس بلدية", "has_article": False}),
        ("الكورية الشمالية", {"base": "كورية شمالية", "gender": "f", "n_words": 2}),
        ("للكوريين الشماليين", {"entry_id": "كوري شمالي", "proclitics": "ل"}),
        ("السري لانكية", {"entry_id": "سري لانكي", "gender": "f", "has_article": True}),
    ],
)
def test_form_is_read_as(written: str, expected: dict[str, object], forms: pl.DataFrame) -> None:
    found = readings(forms, written)
    assert any(expected.items() <= row.items() for row in found), found


def test_two_readings_of_one_form_are_both_given(forms: pl.DataFrame) -> None:
    assert {row["has_article"] for row in readings(forms, "للبناني")} == {True, False}
    assert {row["number"] for row in readings(forms, "الصينيين")} == {"d", "p"}


@pytest.mark.parametrize(
    "written",
    ["الكورية شمالية", "كوري شمالية", "الوزير الخارجية", "الرئيس البلدية", "وزيران الخارجية"],
)
def test_phrase_out_of_agreement_is_not_made(written: str, forms: pl.DataFrame) -> None:
    assert readings(forms, written) == []


def test_name_with_an_article_never_loses_it(forms: pl.DataFrame) -> None:
    assert readings(forms, "صين") == []
    assert readings(forms, "بصين") == []


def test_defective_participle_takes_its_ya_back(lexicons: Tables) -> None:
    cues = table({"cue_id": "دعا", "imperfect": "يدعو", "participle": "داع"})
    forms = morphology.expand({"cues": cues, "clitics": lexicons["clitics"]})
    assert {"داع", "داعيا", "داعية", "داعين", "وداعيا"} <= {*forms["surface"]}
    assert "داعا" not in {*forms["surface"]}


def test_order_of_the_lexicons_makes_no_difference(lexicons: Tables) -> None:
    tables = small_tables(lexicons)
    shuffled = {name: tables[name].reverse() for name in reversed(tables)}
    assert morphology.build_database(tables) == morphology.build_database(shuffled)
    assert morphology.expand(tables).equals(morphology.expand(shuffled))


def test_forms_table_keeps_to_its_schema_and_order(forms: pl.DataFrame) -> None:
    assert forms.schema == morphology.FORMS
    assert forms.null_count().row(0, named=True) | {"gender": 0, "number": 0} == dict.fromkeys(
        morphology.FORMS, 0
    )
    assert forms.equals(forms.unique().sort(forms.columns))


def test_surface_is_folded(forms: pl.DataFrame) -> None:
    surfaces = forms["surface"].unique().to_list()
    assert fold_words(surfaces) == surfaces


def test_forms_are_made_once_for_a_version(
    lexicons: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    tables = small_tables(lexicons)
    first = morphology.load_forms(tables, "v1")
    monkeypatch.setattr(morphology, "expand", lambda _: pytest.fail("expanded again"))
    assert morphology.load_forms(tables, "v1").equals(first)
    with pytest.raises(pytest.fail.Exception, match="expanded again"):
        morphology.load_forms(tables, "v2")


def test_two_who_ask_at_once_get_the_same_forms(
    lexicons: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    calls = []
    expand = morphology.expand
    monkeypatch.setattr(morphology, "expand", lambda tables: calls.append(1) or expand(tables))
    tables = small_tables(lexicons)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: morphology.load_forms(tables, "v"), range(2))
    assert one.equals(other)
    assert len(calls) == 1
    assert [path.suffix for path in (tmp_path / "forms").iterdir() if path.suffix != ".lock"] == [
        ".parquet"
    ]


def test_verb_that_is_no_third_person_is_refused() -> None:
    with pytest.raises(ValueError, match="third person"):
        imperfect_stems("قال", "أقول")
