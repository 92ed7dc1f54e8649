"""Names of one word that stand for one known person wherever they are written."""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons
from extract.reading.entries import known_people

# Names of many: Arabic first names, and family names of China and Korea, which stand first there.
_OF_MANY = ("arabic", "levantine_christian", "particle", "persian", "chinese", "korean")


def distinct_surnames(lexicons: Lexicons) -> pl.Series:
    """Folded single names of the lexicon that are no given name, no place and no common word.

    `بوتين` and `أوباما` are somebody in any article; `صالح` is only where the article says who.
    """
    # Foreign first names are told by what stands beside them.
    given = lexicons["given_names"].filter(pl.col("origin").is_in(_OF_MANY)).select(word="name")
    others = pl.concat(
        [
            given,
            lexicons["common_words"].select("word"),
            lexicons["places"].select(word="name_ar"),
            lexicons["country_forms"].select(word="form"),
            lexicons["nisbas"].select(word="nisba"),
            lexicons["titles"].select(word="title"),
        ]
    )
    words = fold(others, "word", "folded")["folded"]
    taken = pl.concat([words, "ال" + words]).implode()
    single = known_people(lexicons["persons"]).filter(
        ~pl.col("folded").str.contains(" ", literal=True)
    )
    return single.filter(~pl.col("folded").is_in(taken))["folded"].implode()
