"""Forms of the words of dealing, from those that the word list derives.

Where they stand in a text is found in `extract.reading.acts`.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, split_cell

# The form of verbs in `ن`, which the derivation of forms leaves out.
FIRST_PERSON = "first_person"
_THIRD_PERSON = "^([وف]?[سل]?)ي"


def act_forms(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Forms of the words of dealing; a form of several acts takes the markers of all."""
    forms = forms.filter(pl.col("lexicon") == "act")
    acts = fold(lexicons["acts"], "markers", "folded_markers").select(
        "act_id", "basis", "is_mutual", "encounter_kind", marker=split_cell("folded_markers")
    )
    return (
        pl.concat([forms, _first_person(forms)])
        .join(acts, left_on="entry_id", right_on="act_id")
        # `بحث` is no `حث` with ب.
        .filter(
            pl.col("proclitics").str.len_chars()
            == pl.col("proclitics").str.len_chars().min().over("surface")
        )
        .explode("marker", empty_as_null=False)
        .sort("surface", "form", "entry_id", "marker", descending=[False, True, False, False])
        .group_by("surface", maintain_order=True)
        .agg(
            pl.col("form", "suffix", "basis", "encounter_kind").first(),
            markers=pl.col("marker").unique(maintain_order=True),
            is_mutual=pl.col("is_mutual").all(),
            is_noun_too=(pl.col("form") == "masdar").any(),
        )
        .rename({"surface": "folded"})
    )


def _first_person(forms: pl.DataFrame) -> pl.DataFrame:
    """`ندعم`, `سنتعاون` beside `يدعم`: in what is said of oneself."""
    surface = pl.col("surface")
    ours = forms.filter(
        (pl.col("form") == "imperfect")
        & surface.str.contains(_THIRD_PERSON)
        & (pl.col("number").fill_null("s") == "s")
        & (pl.col("suffix").fill_null("") == "")
    ).with_columns(surface.str.replace(_THIRD_PERSON, "${1}ن"), form=pl.lit(FIRST_PERSON))
    return ours.join(forms, on="surface", how="anti", maintain_order="left")
