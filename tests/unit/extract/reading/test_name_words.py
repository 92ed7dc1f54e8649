import polars as pl
import pytest

from extract.reading.knowledge import Knowledge
from extract.reading.mentions import find_names
from extract.reading.name_words import read_name_words, without_titles_of_many
from extract.reading.word_reading import read_words
from extract.reading.words import Reading

TEXT = "التقى وزراء الخارجية العرب رئيس مجلس الوزراء محمد سالم في القاهرة."


@pytest.fixture
def reading(knowledge: Knowledge) -> Reading:
    return read_words(pl.Series([TEXT]), knowledge)


def test_titles_of_many_are_sources_in_a_copy_of_the_letters(
    reading: Reading, knowledge: Knowledge
) -> None:
    names = find_names(reading, knowledge)
    before = reading.letters.to_list()
    changed = without_titles_of_many(reading.letters, names)
    assert reading.letters.to_list() == before
    assert changed.to_list() != before


def test_looking_for_names_changes_no_letter_of_the_reading(
    reading: Reading, knowledge: Knowledge
) -> None:
    names = find_names(reading, knowledge)
    before = (reading.letters.to_list(), reading.clitics.to_list())
    read_name_words(reading, names)
    assert (reading.letters.to_list(), reading.clitics.to_list()) == before
