"""Lexicon forms found in a tokenised text, by a walk over all its tokens at once.

What a found form means in its sentence belongs in `extract.reading`.
"""

from dataclasses import dataclass

import polars as pl

from extract.arabic.pieces import PIECE
from extract.arabic.tokens import Text

HITS = pl.Schema(
    {
        "token": pl.UInt32,
        "n_tokens": pl.UInt32,
        "form": pl.UInt32,
    }
)
_NO_STAGE = pl.DataFrame(schema={"token": pl.UInt32, "n_tokens": pl.UInt32, "node": pl.UInt32})
_HASH_BITS = 64
# A step of the walk is one number: the node it starts from, then the word it takes.
_NODE_SHIFT = 1 << 32
# A span too: the run that it stands in, its length, less its first token.
_LENGTH_SHIFT, _RUN_SHIFT = 1 << 28, 1 << 40


class Rows:
    """Row numbers by value, found by hash.

    A join would hash a whole lexicon again for every batch, a dictionary make Python read every
    word, a search in sorted hashes wait for memory at each of its steps: all take five times as
    long.
    """

    def __init__(self, values: pl.Series) -> None:
        """Number distinct values in their order.

        Raises:
            ValueError: Two values have one hash: one in ten million lexicons.
        """
        self._values = values
        by_hash = pl.DataFrame({"hash": values.hash()}).with_row_index("row").sort("hash")
        self._hashes, self._rows = by_hash["hash"], by_hash["row"]
        if self._hashes.n_unique() < len(values):
            raise ValueError("values are listed twice, or two of them have one hash")
        # Hashes that begin with the same bits stand together; few do, and those are tried in turn.
        n_bits = max(len(values), 1).bit_length() + 1
        self._width = 1 << (_HASH_BITS - n_bits)
        firsts = pl.int_range(1 << n_bits, dtype=pl.UInt64, eager=True) * self._width
        self._firsts = self._hashes.search_sorted(firsts)
        begins = self._hashes // self._width
        self._is_taken = pl.repeat(0, len(firsts), dtype=pl.UInt8, eager=True).scatter(begins, 1)
        n_tries = begins.rle().struct.field("len").max()
        self._n_tries = n_tries if isinstance(n_tries, int) else 0
        # Trying goes past the end by as many at most: a hash over again is never the one sought.
        self._hashes = self._hashes.extend_constant(self._hashes.last(), self._n_tries)
        self._rows = self._rows.extend_constant(self._rows.last(), self._n_tries)

    def rows(self, wanted: pl.Series) -> pl.Series:
        """The row of each value (UInt32), null where there is none."""
        if self._hashes.is_empty():
            return no_rows(len(wanted))
        if wanted.null_count():
            at = wanted.is_not_null().arg_true()
            return no_rows(len(wanted)).scatter(at, self.rows(wanted[at]))
        hashes = wanted.hash()
        begins = (hashes // self._width).cast(pl.UInt32)
        # Most of what is not listed begins as nothing does that is.
        asked = (self._is_taken[begins] == 1).arg_true()
        rows = self._rows_of(wanted[asked], hashes[asked], begins[asked])
        return no_rows(len(wanted)).scatter(asked, rows)

    def _rows_of(self, wanted: pl.Series, hashes: pl.Series, begins: pl.Series) -> pl.Series:
        at = self._firsts[begins]
        for _ in range(self._n_tries - 1):
            is_other = self._hashes[at] != hashes
            at = at + is_other.cast(pl.UInt32)
        rows = self._rows[at]
        # A value that is not listed may have the hash of one that is.
        is_same = self._values[rows] == wanted
        return rows.zip_with(is_same, no_rows(len(rows)))


def no_rows(n: int) -> pl.Series:
    """So many row numbers, none of which is known."""
    return pl.Series([None], dtype=pl.UInt32).new_from_index(0, n)


@dataclass(frozen=True)
class FormIndex:
    """Forms as a tree of words; a node is a beginning that forms share.

    Attributes:
        forms: The forms as given; a row's number is its `form`.
        word_rows: The words of all forms; a word's row is the node of forms that begin with it.
        steps: Where each step is (UInt64: a node, then a word, as one number).
        leads_to: The node that each step leads to.
        nodes: By node `first`, `n_forms` (which of `ending` end there), `goes_on` (longer ones do),
            `is_useful` (either).
        is_later: By row of `word_rows`, whether forms have that word behind their first (UInt8).
        ending: Numbers of forms; those that end at one node stand together.
    """

    forms: pl.DataFrame
    word_rows: Rows
    steps: Rows
    leads_to: pl.Series
    nodes: pl.DataFrame
    is_later: pl.Series
    ending: pl.Series


def index_forms(forms: pl.DataFrame) -> FormIndex:
    """Prepare forms (`surface` folded, any further columns) for `find_forms`."""
    tokens = forms.select(
        form=pl.int_range(pl.len(), dtype=pl.UInt32),
        words=pl.col("surface").str.extract_all(PIECE).list.eval(pl.element().str.strip_chars()),
    ).with_columns(n=pl.col("words").list.len())
    words = tokens["words"].explode(empty_as_null=False).unique(maintain_order=True)
    word_rows = Rows(words)
    left = tokens.with_columns(node=word_rows.rows(tokens["words"].list.first()))
    n_nodes, depth = len(words), 1
    steps, ends = [], []
    while not left.is_empty():
        ends.append(left.filter(pl.col("n") == depth).select("node", "form"))
        left = left.filter(pl.col("n") > depth)
        word = word_rows.rows(left["words"].list.get(depth))
        left = left.with_columns(step=_step(left["node"], word)).drop("node")
        new = left.select(pl.col("step").unique().sort()).with_row_index("node", n_nodes)
        left = left.join(new, on="step", how="left", maintain_order="left")
        steps.append(new)
        n_nodes, depth = n_nodes + new.height, depth + 1
    all_steps = pl.concat([_NO_STEPS, *steps]).sort("step")
    ending = pl.concat([_NO_ENDS, *ends]).sort("node", "form")
    return FormIndex(
        forms=forms,
        word_rows=word_rows,
        steps=Rows(all_steps["step"]),
        leads_to=all_steps["node"],
        nodes=_nodes(all_steps, ending, n_nodes),
        is_later=pl.repeat(0, len(words), dtype=pl.UInt8, eager=True).scatter(
            (all_steps["step"] % _NODE_SHIFT).unique(), 1
        ),
        ending=ending["form"],
    )


_NO_STEPS = pl.DataFrame(schema={"node": pl.UInt32, "step": pl.UInt64})
_NO_ENDS = pl.DataFrame(schema={"node": pl.UInt32, "form": pl.UInt32})


def _step(nodes: pl.Series, words: pl.Series) -> pl.Series:
    return nodes.cast(pl.UInt64) * _NODE_SHIFT + words.cast(pl.UInt64)


def _nodes(steps: pl.DataFrame, ending: pl.DataFrame, n_nodes: int) -> pl.DataFrame:
    spans = ending.with_row_index("at").group_by("node").agg(first=pl.min("at"), n_forms=pl.len())
    parents = steps.select(node=(pl.col("step") // _NODE_SHIFT).cast(pl.UInt32)).unique()
    return (
        pl.DataFrame({"node": pl.int_range(n_nodes, dtype=pl.UInt32, eager=True)})
        .join(spans, on="node", how="left", maintain_order="left")
        .join(parents.with_columns(goes_on=True), on="node", how="left", maintain_order="left")
        .select(
            pl.col("first").fill_null(0),
            pl.col("n_forms").cast(pl.UInt32).fill_null(0),
            pl.col("goes_on").fill_null(value=False),
            # A word may stand in forms and begin none.
            is_useful=pl.col("goes_on").is_not_null() | pl.col("n_forms").is_not_null(),
        )
    )


def find_forms(text: Text, index: FormIndex) -> pl.DataFrame:
    """Every form in a text, overlapping ones too: columns as in `HITS`, by length, then place."""
    words = text.vocabulary.find(_nodes_of_words, index)
    own, word, document = words["node"], text.tokens["word"], text.tokens["document"]
    token = text.tokens["token"].filter(words["is_useful"][word] == 1)
    node = own[word[token]]
    reached, n = [_NO_STAGE], 1
    while not token.is_empty():
        n_tokens = pl.Series([n], dtype=pl.UInt32).new_from_index(0, len(token))
        reached.append(pl.DataFrame({"token": token, "n_tokens": n_tokens, "node": node}))
        goes_on = index.nodes["goes_on"][node] & (token + n < len(word))
        token, node = token.filter(goes_on), node.filter(goes_on)
        # Few words stand in a form behind its first: a look at them spares most steps.
        is_later = words["is_later"][word[token + n]] == 1
        token, node = token.filter(is_later), node.filter(is_later)
        following = own[word[token + n]]
        node = index.leads_to[index.steps.rows(_step(node, following))]
        leads = node.is_not_null() & (document[token + n] == document[token])
        token, node, n = token.filter(leads), node.filter(leads), n + 1
    return _ending_at(pl.concat(reached), index)


def _nodes_of_words(words: pl.DataFrame, index: FormIndex) -> pl.DataFrame:
    """The node that each word is, whether forms begin with it or go on by it (UInt8); or nulls."""
    node = index.word_rows.rows(words["folded"])
    is_useful = index.nodes["is_useful"][node].cast(pl.UInt8)
    return pl.DataFrame({"node": node, "is_useful": is_useful, "is_later": index.is_later[node]})


def _ending_at(reached: pl.DataFrame, index: FormIndex) -> pl.DataFrame:
    """The forms that end where a walk came to (`token`, `n_tokens`, `node`), as hits."""
    reached = reached.filter(index.nodes["n_forms"][reached["node"]] > 0)
    first, n_forms = (index.nodes[name][reached["node"]] for name in ("first", "n_forms"))
    found = reached.select(
        "token", "n_tokens", at=pl.int_ranges(first, first + n_forms, dtype=pl.UInt32)
    ).explode("at", empty_as_null=False)
    return found.select("token", "n_tokens", form=index.ending[found["at"]])


def longest(hits: pl.DataFrame) -> pl.DataFrame:
    """Of hits that overlap, keep the longest, then the first; rows that share a span stay together.

    Args:
        hits: `token`, `n_tokens` and any further columns.

    Returns:
        The hits kept, by `token`.
    """
    hits = hits.sort("token", maintain_order=True)
    return hits.filter(_is_longest(hits["token"], hits["n_tokens"]))


def _is_longest(start: pl.Series, n: pl.Series) -> pl.Series:
    """Which spans stand: of each run of them the longest, then what it leaves of the run."""
    start, n = start.cast(pl.Int64), n.cast(pl.Int64)
    begins = start >= (start + n).cum_max().shift(1, fill_value=0)
    run = begins.cum_sum().cast(pl.Int64) - 1
    # One number, the greatest of the longest span and of the first of two as long.
    rank = n * _LENGTH_SHIFT - start
    ends_run = (run != run.shift(-1, fill_value=-1)).arg_true()
    best = (run * _RUN_SHIFT + rank).cum_max()[ends_run][run] - run * _RUN_SHIFT
    best_n = -(-best // _LENGTH_SHIFT)
    best_start = best_n * _LENGTH_SHIFT - best
    stands = rank == best
    left = ((start + n <= best_start) | (start >= best_start + best_n)).arg_true()
    if left.is_empty():
        return stands
    return stands.scatter(left, _is_longest(start[left], n[left]))
