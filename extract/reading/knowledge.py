"""The lexicons compiled for reading: classes of words, forms, and what each form stands for."""

import gc
from dataclasses import dataclass

import polars as pl

from extract.arabic import initials
from extract.arabic.lookup import FormIndex, Rows, index_forms
from extract.arabic.morphology import load_forms
from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.act_forms import act_forms
from extract.reading.classes import class_table, everyday_claims
from extract.reading.entries import known_people, name_entries
from extract.reading.organization_heads import head_forms, plural_titles, portfolios
from extract.reading.surnames import distinct_surnames

_NAMES = ["country", "place", "organization", "agency"]
_PHRASES = ["topic", "formula", "issue", "occasion"]
# Letters of an agency's name that is as likely a word (`وال`, `معا`).
_SHORT = 3
_NO_NAMES = ["cue", "office", "act", "support", *_PHRASES]


@dataclass(frozen=True)
class Knowledge:
    """What a reading knows.

    Attributes:
        lexicons: The word lists.
        classes: One row a folded word: `folded`, `bare`, `letter`, `clitic` (character codes).
        class_rows: Where a folded word stands in `classes`.
        exact_folded: Folded closed-class words that a name may be spelt alike with.
        exact_surfaces: The spellings in which a closed-class word is written.
        names: Forms of names, titles and nisbas for looking up.
        entries: One row a form of `names`, in their order: `form`, `lexicon`, `entry_id`,
            `proclitics`, `has_article`, `suffix`, `gender`, `number`, and what it stands for:
            `entity_type`, `mention_kind`, `entity_id`, `entity_name`, `entity_name_latin`,
            `country_code`, `is_ambiguous`.
        people: One row a folded way of writing a known person's name.
        people_rows: Where such a way stands in `people`.
        cues: One row a folded cue form, with the cue's properties.
        cue_rows: Where such a form stands in `cues`.
        phrases: Forms of set phrases; `lexicon` is `topic`, `formula`, `issue` or `occasion`, and
            `entry_id` the topic, formula and so on.
        surnames: Folded single names that stand for one known person anywhere.
        heads: One row a folded noun that opens the name of a body: `head`, `named_by`.
        head_rows: Where such a noun stands in `heads`.
        plural_titles: Folded titles of several people.
        portfolios: Folded fields of ministers, with the article (`الخارجية`).
        place_heads: One row a noun that opens the name of a place: `folded`, `place_type`.
        acts: One row a folded word of dealing between countries: `folded`, `form`, `suffix`,
            `basis`, `markers` (list), `is_mutual`, `encounter_kind` (nullable), `is_noun_too` (of a
            verb).
        act_rows: Where such a word stands in `acts`.
        supports: One row a folded word of backing: `folded`, `entry_id`, `form`, `suffix`.
        support_rows: Where such a word stands in `supports`.
        content_acts: One row a folded word that shows an act at the head of a content.
        honorifics: Folded titles that anybody may bear (`معالي`, `الدكتور`).
    """

    lexicons: Lexicons
    classes: pl.DataFrame
    class_rows: Rows
    exact_folded: pl.Series
    exact_surfaces: pl.Series
    names: FormIndex
    entries: pl.DataFrame
    people: pl.DataFrame
    people_rows: Rows
    cues: pl.DataFrame
    cue_rows: Rows
    phrases: FormIndex
    surnames: pl.Series
    heads: pl.DataFrame
    head_rows: Rows
    plural_titles: pl.Series
    portfolios: pl.Series
    place_heads: pl.DataFrame
    acts: pl.DataFrame
    act_rows: Rows
    supports: pl.DataFrame
    support_rows: Rows
    honorifics: pl.Series
    content_acts: pl.DataFrame

    def classes_of(self, words: pl.Series) -> pl.DataFrame:
        """Give each folded word its `bare`, `letter` and `clitic`; null where no list holds it."""
        rows = self.class_rows.rows(words)
        return self.classes["bare", "letter", "clitic"][rows]

    def heads_of(self, words: pl.Series) -> pl.DataFrame:
        """What words without proclitics open the names of: `named_by` (nullable), `is_definite`."""
        rows = self.head_rows.rows(words.str.strip_prefix("ال"))
        return pl.DataFrame(
            {
                "named_by": self.heads["named_by"][rows],
                "is_definite": words.str.starts_with("ال"),
            }
        )


@once_a_version
def compile_knowledge(lexicons: Lexicons) -> Knowledge:
    """Compile lexicons once a process and version."""
    forms = load_forms(lexicons.tables, lexicons.version)
    everyday = everyday_claims(forms, lexicons)
    forms = _without_lookalikes(forms, everyday.select("folded").unique(maintain_order=True))
    is_name = ~(pl.col("is_everyday") & pl.col("lexicon").is_in(_NAMES))
    classes = class_table(everyday, forms.filter(is_name), lexicons).select(
        "folded",
        "bare",
        letter=pl.col("letter").map_elements(ord, return_dtype=pl.UInt8),
        clitic=pl.col("clitic").map_elements(ord, return_dtype=pl.UInt8),
    )
    # A surname alone is settled in its article (`extract.reading.people`).
    is_surname = (pl.col("lexicon") == "person") & (pl.col("n_words") == 1)
    names = forms.filter(~pl.col("lexicon").is_in(_NO_NAMES) & ~is_surname)
    entries = _entries(names, lexicons)
    # Numbered anew, should a form stand for nothing: what it stands for is then in its row.
    names = names[entries["form"]]
    exact = fold(lexicons["function_words"].filter("is_exact"), "word", "folded")
    heads, acts = head_forms(lexicons), act_forms(forms, lexicons)
    people = known_people(lexicons["persons"])
    supports, cues = _support_forms(forms), _cue_forms(forms, lexicons)
    _spare_collector()
    return Knowledge(
        lexicons=lexicons,
        classes=classes,
        class_rows=Rows(classes["folded"]),
        exact_folded=exact["folded"].implode(),
        exact_surfaces=lexicons["function_words"]["word"].implode(),
        names=index_forms(names),
        entries=entries.with_columns(form=pl.int_range(pl.len(), dtype=pl.UInt32)),
        people=people,
        people_rows=Rows(people["folded"]),
        cues=cues,
        cue_rows=Rows(cues["folded"]),
        phrases=index_forms(forms.filter(pl.col("lexicon").is_in(_PHRASES))),
        supports=supports,
        support_rows=Rows(supports["folded"]),
        honorifics=_honorifics(lexicons),
        content_acts=fold(lexicons["content_acts"], "word", "folded")
        .select("folded", act="act_class")
        .unique("folded", keep="first", maintain_order=True),
        surnames=distinct_surnames(lexicons),
        heads=heads,
        head_rows=Rows(heads["head"]),
        plural_titles=plural_titles(forms),
        portfolios=portfolios(lexicons),
        place_heads=fold(lexicons["place_heads"], "head", "folded").select("folded", "place_type"),
        acts=acts,
        act_rows=Rows(acts["folded"]),
    )


def _spare_collector() -> None:
    """Let the collector pass over what is there by now: it is compiled to stay.

    It came by several times a batch, looked through the modules and the tables of forms, and took a
    twenty-fifth of the reading.
    """
    gc.collect()
    gc.freeze()


def _without_lookalikes(forms: pl.DataFrame, everyday: pl.DataFrame) -> pl.DataFrame:
    """Mark names that are everyday words too; drop those that are so by a proclitic (`و+آفاد`)."""
    marked = forms.join(
        everyday.with_columns(is_everyday=pl.lit(value=True)),
        left_on="surface",
        right_on="folded",
        how="left",
        maintain_order="left",
    ).with_columns(pl.col("is_everyday").fill_null(value=False) & (pl.col("n_words") == 1))
    # `والقاهرة` is a name as far as `القاهرة` is one.
    bare = fold(marked, "base", "bare")["bare"].is_in(everyday["folded"].implode())
    is_chance = (
        pl.col("is_everyday") & pl.col("lexicon").is_in(_NAMES) & (pl.col("proclitics") != "")
    )
    return marked.filter(~is_chance | bare)


def _entries(names: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    entries = name_entries(names, lexicons)
    is_everyday = names["is_everyday"][entries["form"]]
    # `الإمارات` is the plural of a noun too, which no news article means by it: of countries those
    # are ambiguous that the list says are.
    is_lookalike = is_everyday & entries["lexicon"].is_in([n for n in _NAMES if n != "country"])
    # `فارس` and `شهاب` are agencies and men, `وال` and `آل` fold to one.
    surface = names["surface"][entries["form"]]
    given = fold(lexicons["given_names"], "name", "folded")["folded"].implode()
    is_name = surface.is_in(given) | (surface.str.len_chars() <= _SHORT)
    is_lookalike |= is_name & (entries["lexicon"] == "agency")
    return entries.with_columns(is_ambiguous=pl.col("is_ambiguous") | pl.Series(is_lookalike))


def _support_forms(forms: pl.DataFrame) -> pl.DataFrame:
    """Forms of the words of backing; of two readings of a form the noun stands."""
    return (
        forms.filter(pl.col("lexicon") == "support")
        .sort("surface", "form", "suffix", descending=[False, True, False])
        .unique("surface", keep="first", maintain_order=True)
        .select("entry_id", "form", "suffix", folded="surface")
    )


def _cue_forms(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Cue forms with gender and number; of two readings of a form the less ambiguous cue stands."""
    cues = lexicons["cues"].select(
        "cue_id",
        "lemma",
        "act_class",
        "clause_markers",
        "is_neutral",
        "is_ambiguous",
        "takes_addressee",
        "is_impersonal",
        nominal_markers=pl.col("nominal_markers").fill_null("").str.split("|"),
    )
    return (
        forms.filter(pl.col("lexicon") == "cue")
        .join(cues, left_on="entry_id", right_on="cue_id")
        .select(
            pl.col("surface").alias("folded"),
            pl.col("entry_id").alias("cue_id"),
            "lemma",
            "form",
            "gender",
            "number",
            "suffix",
            "act_class",
            "clause_markers",
            "is_neutral",
            "is_ambiguous",
            "takes_addressee",
            "is_impersonal",
            "nominal_markers",
        )
        # `وعد`, `طلب`: where a form may be verb or noun, the rules look for a verb.
        .with_columns(is_noun=pl.col("form") == "masdar")
        .sort(
            *("folded", "is_ambiguous", "is_noun", "cue_id", "form", "gender", "number"),
            nulls_last=True,
        )
        .unique("folded", keep="first", maintain_order=True)
        .drop("is_noun")
    )


def _honorifics(lexicons: Lexicons) -> pl.Series:
    titles = lexicons["titles"].filter(pl.col("title_type") == "honorific").select("title")
    letters = pl.DataFrame({"title": [*initials.LETTERS, initials.STOP]})
    return fold(pl.concat([titles, letters]), "title", "folded")["folded"].implode()
