import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from extract.arabic.lookup import find_forms, index_forms, longest
from extract.arabic.normalize import fold_words
from extract.arabic.tokens import tokenize
from extract.lexicons import Lexicons
from extract.reading.knowledge import Knowledge


def phrases(forms: list[str], *texts: str) -> list[tuple[str, int, int]]:
    """Forms found: each with its document and its first token there."""
    index = index_forms(pl.DataFrame({"surface": fold_words(forms)}, schema={"surface": pl.String}))
    text = tokenize(pl.Series(texts, dtype=pl.String))
    first = text.tokens.group_by("document").agg(first=pl.col("token").first())
    rows = (
        find_forms(text, index)
        .join(text.tokens.select("token", "document"), on="token")
        .join(first, on="document")
        .sort("token", "n_tokens")
    )
    return [
        (forms[form], document, token - base)
        for form, document, token, base in rows.select("form", "document", "token", "first").rows()
    ]


def spans(*hits: tuple[int, int]) -> list[tuple[int, int]]:
    frame = pl.DataFrame(hits, schema={"token": pl.UInt32, "n_tokens": pl.UInt32}, orient="row")
    return longest(frame).rows()


def test_phrase_is_found_wherever_it_stands() -> None:
    found = phrases(["الأمم المتحدة"], "زار الأمم المتحدة", "الأمم المتحدة")
    assert found == [("الأمم المتحدة", 0, 1), ("الأمم المتحدة", 1, 0)]


def test_phrase_is_found_in_any_spelling_that_folds_alike() -> None:
    assert phrases(["الأمم المتحدة"], "الامم المتّحدة") == [("الأمم المتحدة", 0, 0)]


def test_phrase_does_not_run_on_from_one_document_to_the_next() -> None:
    assert phrases(["الأمم المتحدة"], "زار الأمم", "المتحدة") == []


def test_phrase_does_not_run_on_over_a_line_break_or_a_stop() -> None:
    assert phrases(["الأمم المتحدة"], "الأمم. المتحدة", "\n".join(["الأمم", "المتحدة"])) == []


def test_phrases_that_overlap_are_all_found() -> None:
    forms = ["وزير الخارجية", "وزير الخارجية الصيني", "الخارجية الصيني"]
    assert phrases(forms, "وزير الخارجية الصيني") == [
        ("وزير الخارجية", 0, 0),
        ("وزير الخارجية الصيني", 0, 0),
        ("الخارجية الصيني", 0, 1),
    ]


def test_unfinished_phrase_at_the_end_of_the_batch_is_none() -> None:
    assert phrases(["وزير الخارجية الصيني"], "قال وزير الخارجية") == []


def test_word_is_found_wherever_it_stands() -> None:
    assert phrases(["الصين"], "الصين الصين") == [("الصين", 0, 0), ("الصين", 0, 1)]


def test_index_without_forms_finds_none() -> None:
    assert phrases([], "الصين الصين") == []


def test_word_of_several_forms_is_found_with_each() -> None:
    index = index_forms(pl.DataFrame({"surface": ["مالي", "الصين", "مالي"]}))
    text = tokenize(pl.Series(["في مالي"]))
    found = find_forms(text, index)
    assert found["form"].to_list() == [0, 2]
    assert text.at("surface", found["token"]).to_list() == ["مالي", "مالي"]


def test_longer_hit_stands_before_those_that_it_covers() -> None:
    assert spans((0, 2), (0, 3), (1, 1), (2, 1), (3, 1)) == [(0, 3), (3, 1)]


def test_hit_that_overlaps_a_longer_one_from_outside_falls() -> None:
    assert spans((0, 2), (1, 3), (3, 2)) == [(1, 3)]


def test_of_overlapping_hits_of_one_length_the_first_stands() -> None:
    assert spans((0, 2), (1, 2), (2, 2)) == [(0, 2), (2, 2)]


def test_readings_of_one_span_stay_together() -> None:
    assert spans((4, 2), (4, 2), (5, 1)) == [(4, 2), (4, 2)]


HITS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4)), max_size=25)


@given(HITS)
def test_hits_kept_never_overlap_and_every_hit_dropped_overlaps_one_kept(
    hits: list[tuple[int, int]],
) -> None:
    kept = set(spans(*hits))
    tokens = [token for start, n in kept for token in range(start, start + n)]
    assert len(tokens) == len(set(tokens))
    for start, n in set(hits) - kept:
        assert set(range(start, start + n)) & set(tokens)


def test_every_name_of_a_country_is_found_as_it_is_written(
    lexicons: Lexicons, knowledge: Knowledge
) -> None:
    forms = lexicons["country_forms"]["form"]
    text = tokenize(forms)
    hits = find_forms(text, knowledge.names).rename({"n_tokens": "n"})
    hits = hits.join(text.tokens.select("token", "document"), on="token").join(
        knowledge.entries.filter(pl.col("lexicon") == "country").select("form", "entity_name"),
        on="form",
    )
    whole = text.tokens.group_by("document").agg(token=pl.col("token").first(), n=pl.len())
    found = hits.join(whole, on=["document", "token", "n"])["document"].unique()
    assert sorted(set(range(len(forms))) - set(found)) == []
