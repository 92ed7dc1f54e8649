"""The nouns that open the names of bodies, and what must follow each to make it a name."""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version

# How a thing that is called after a person is marked; it is no body.
EPONYM = "eponym"


def head_forms(lexicons: Lexicons) -> pl.DataFrame:
    """One row a folded noun without article: `head`, `named_by`.

    Plurals name kinds of bodies, not bodies (`الشركات الصينية`), and are left out.
    """
    heads = fold(lexicons["organization_heads"], "head", "folded")
    eponyms = fold(lexicons["eponym_nouns"], "noun", "folded").select(
        head="folded", named_by=pl.lit(EPONYM)
    )
    heads = heads.select(head="folded", named_by="named_by")
    return pl.concat([heads, eponyms]).unique("head", keep="first", maintain_order=True)


@once_a_version
def media_heads(lexicons: Lexicons) -> pl.Series:
    """Folded nouns that open the names of media, as one cell: `صحيفة`, `قناة`, `وكالة`."""
    media = lexicons["organization_heads"].filter(pl.col("organization_type") == "media")
    heads = fold(media, "head", "folded")["folded"]
    return heads.append(pl.Series(["وكالة"])).implode()


def plural_titles(forms: pl.DataFrame) -> pl.Series:
    """Folded single titles of several people, which are no title before one name (`النواب`)."""
    plural = (pl.col("lexicon") == "title") & (pl.col("n_words") == 1) & (pl.col("number") != "s")
    single = (pl.col("lexicon") == "title") & (pl.col("number") == "s")
    alone = forms.filter(plural).join(
        forms.filter(single).select("surface"), on="surface", how="anti", maintain_order="left"
    )
    return alone["surface"].unique(maintain_order=True).implode()


def portfolios(lexicons: Lexicons) -> pl.Series:
    """What ministers are ministers of, in one definite word, folded: `الخارجية`, `الدفاع`."""
    fields = lexicons["titles"].select(field=pl.col("title").str.extract("^وزير (ال[^ ]+)$", 1))
    return fold(fields.drop_nulls("field"), "field", "folded")["folded"].implode()
