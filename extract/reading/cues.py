"""Cues of statements: which words are cues where they stand, and what stands beside them.

Which of them report belongs in `extract.reading.reporting`, which rules read on from them in
`extract.reading.cue_rules`.
"""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.complements import settle_complements
from extract.reading.contexts import with_contexts
from extract.reading.drafts import mark_drafts
from extract.reading.homographs import settle_homographs
from extract.reading.knowledge import Knowledge
from extract.reading.look_alikes import without_look_alikes
from extract.reading.venues import with_venues
from extract.reading.words import Reading

# Tokens that a rule may look ahead; the longest gap seen in real text is under fifty.
_REACH = 80
_IF = ["اذا", "واذا", "لو", "ولو", "كلما", "حال", "حالة"]
_OF_HER = ["التي", "والتي"]
_MAYBE = ["قد", "وقد", "فقد", "ربما", "وربما"]


def find_cues(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Tokens that may be cues, with the cue's properties and what stands beside them.

    Returns:
        The columns of tokens without `word`, `letter` and `clitic` (character codes), the columns
        of `Knowledge.cues`, and `left` and `right`, the letters up to the cue and from it on; in
        `beyond` no venue looks like an object.
    """
    settle_homographs(reading)
    settle_complements(reading)
    mark_drafts(reading)
    text, tokens = reading.text, reading.text.tokens
    at = tokens["token"].filter(is_class(reading.letters, "ANY_CUE"))
    rows = text.vocabulary.find(_cue_rows, knowledge)[tokens["word"][at]]
    at, rows = at.filter(rows.is_not_null()), rows.drop_nulls()
    back, two_back, ahead = (text.at("folded", text.step(at, n)) for n in (-1, -2, 1))
    cues = tokens.drop("word")[at].hstack(knowledge.cues[rows]).with_columns(
        letter=reading.letters[at],
        clitic=reading.clitics[at],
        # `قبل أن يضيف`: that is said, and after `دون أن` it is not.
        is_later=two_back.eq_missing("قبل"),
        # `قد يلاحظ`: he may.
        is_possible=back.is_in(_MAYBE).fill_null(value=False),
        is_supposed=back.is_in(_IF).fill_null(value=False),
        # `المنطقة التي يقدر أنها`: it is thought of her.
        follows_her=back.is_in(_OF_HER).fill_null(value=False),
        is_before_definite=ahead.str.starts_with("ال"),
        surface=text.at("surface", at),
        back=back,
        two_back=two_back,
    )  # fmt: skip
    cues = without_look_alikes(cues, reading).drop("surface", "back", "two_back")
    beyond = with_contexts(cues, with_venues(reading), left=0, right=_REACH)["right"]
    return with_contexts(cues, reading, left=_REACH, right=_REACH).with_columns(beyond=beyond)


def _cue_rows(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    return knowledge.cue_rows.rows(words["folded"])
