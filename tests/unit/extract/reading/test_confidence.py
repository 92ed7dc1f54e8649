"""A confidence is the measured share of its kind, and the kind follows from the evidence."""

import polars as pl
import pytest

from extract.reading.confidence import mention_confidence

NAMED = "قال وزير النقل الكيني جوزيف أوتينو إن الميناء جاهز."


@pytest.fixture
def share(lexicons):
    """The share of a kind on the samples, as the word list gives it."""
    rows = lexicons["confidences"].select("kind", "detail", "evidence", "confidence").iter_rows()
    shares = {row[:3]: float(row[3]) for row in rows}
    return lambda *kind: shares[kind]


def test_speaker_named_beside_the_cue_is_trusted_most(read, share):
    quotes = read(f"{NAMED} وأضاف أن السفن تصل غدا.").tables["quotes"]
    assert quotes["confidence"].to_list() == [
        share("stated", "person", "beside"),
        share("carried", "person", "near"),
    ]
    assert quotes["confidence"][0] > 0.9


def test_somebody_else_named_between_lowers_the_confidence(read, share):
    text = f"{NAMED} وحضر الحفل السفير الصيني لي مينغ وعدد من الضيوف. وأضاف أن السفن تصل غدا."
    assert read(text).tables["quotes"]["confidence"][-1] == share("carried", "person", "far")


def test_unnamed_speaker_leaves_no_mention_to_lead_to(read, share):
    quotes = read("قالت مصادر مطلعة إن الميناء جاهز.").tables["quotes"]
    assert quotes["confidence"].to_list() == [share("stated", "unnamed", "none")]


def test_name_that_a_list_has_is_trusted_by_its_kind(read, share):
    mentions = read("زار وفد صيني كينيا.").tables["mentions"]
    assert mentions.select("mention_kind", "confidence").rows() == [
        ("nisba", share("country", "nisba", "listed")),
        ("name", share("country", "name", "listed")),
    ]


def test_kind_that_was_never_met_has_the_share_of_all_settled_like_it(lexicons):
    unmet = pl.DataFrame(
        {"entity_type": ["place"], "mention_kind": ["unheard"], "latin_name_source": ["rule"]}
    )
    rows = lexicons["confidences"].filter(kind="place", detail="any")
    assert mention_confidence(unmet, lexicons).to_list() == [float(rows["confidence"].item())]
