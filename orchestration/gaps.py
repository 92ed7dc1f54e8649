"""What the word lists seem to lack, asked of the published warehouse.

Which words are candidates belongs in `extract.reading.gaps`, their ranking in dbt
(`quality.missing_entries`).
"""

from dataclasses import dataclass

from orchestration.home import Home
from orchestration.queries import ask

# A word of fewer articles, or of a smaller share, may be a slip of the pen or a day's fashion.
MIN_ARTICLES = 10
MIN_SHARE = 0.002
SHOWN_A_LIST = 10
_LIKELIEST = f"""
    select list_name, form, n_articles, n_places, example_text
    from quality.missing_entries
    where rank_in_list <= {SHOWN_A_LIST}
    order by list_name, rank_in_list
"""  # noqa: S608 -- our own number
_COMMON = f"""
    select entries.list_name, entries.form, entries.n_articles
    from quality.missing_entries as entries
    where
        entries.n_articles >= {MIN_ARTICLES}
        and entries.n_articles >= {MIN_SHARE} * (select count(*) from marts.fct_articles)
    order by entries.list_name, entries.rank_in_list
"""  # noqa: S608 -- our own numbers


@dataclass(frozen=True)
class MissingEntries:
    """The likeliest missing entries.

    Attributes:
        likeliest: The first of each list: list, form, articles, places, an example sentence.
        common: Those met so often that a list should have them or they be known to be none: list,
            form, articles.
    """

    likeliest: list[dict[str, object]]
    common: list[dict[str, object]]

    @property
    def problems(self) -> list[str]:
        """What is common, by list, in words; the forms themselves are in `common`."""
        lists = [str(row["list_name"]) for row in self.common]
        return [
            f"{lists.count(name)} words in {MIN_ARTICLES} articles or more look like {name} that"
            f" no list has: see quality.missing_entries"
            for name in dict.fromkeys(lists)
        ]


def find_missing_entries(home: Home) -> MissingEntries:
    """Ask the published warehouse for the likeliest missing entries.

    Raises:
        QuestionError: Nothing is published yet.
    """
    return MissingEntries(
        likeliest=ask(home, _LIKELIEST).to_dicts(), common=ask(home, _COMMON).to_dicts()
    )
