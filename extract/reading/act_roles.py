"""The parties around an act, by where they stand and what marks them.

Who of them does it and to whom is settled in `extract.reading.act_sides`.
"""

import polars as pl

from extract.arabic.lookup import no_rows
from extract.reading.act_role_rules import beside, first_roles, may_stand_before, stands_for_doer

# What is asked of the party in a role.
_ASKED = {
    "doer": ("code", "chain", "is_name", "kind"),
    "possessor": ("chain",),
    "joined": ("token", "marker", "chain"),
    "direct": ("code", "token", "chain"),
    "bearer": ("token",),
    "aim": ("token",),
    "located": ("code",),
    "source": ("token",),
    "before": ("code", "last", "chain", "clause", "marker"),
}
_COLUMNS = {"code": "country_code", "clause": "party_clause"}
_OF_ACT = (
    "sentence", "act", "clause", "topic", "is_self", "is_adjunct", "is_verb", "markers",
    "takes_object", "basis", "has_pronoun", "of_gender", "is_mutual", "is_adjective", "is_envoy",
    "gives", "is_ally", "is_tour",
)  # fmt: skip


def parties_around(acts: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """The parties around each act, by where they stand.

    Args:
        acts: From `acts.find_acts`.
        parties: From `parties.find_parties`, with `party_clause` (see `acts.clauses`).

    Returns:
        `acts` in order: with the row of `parties` that is in each role, and `<role>_code`, … of
        what is asked of it.
    """
    seen = (
        acts.select(_OF_ACT, takes_to=pl.col("markers").list.contains("الي"))
        .with_row_index("row")
        .join(parties.with_row_index("party"), on="sentence", how="inner", maintain_order="left")
        .with_columns(**beside())
    )
    first = first_roles()
    may = seen.select("row", "party", "marker", **first, before=may_stand_before())
    may = may.with_columns(agent=pl.col("before") & stands_for_doer())
    # Parties stand in running order.
    found = _last_of(may.reverse(), list(first), acts.height)
    roles = acts.hstack(found + _last_of(may, ["before", "agent"], acts.height))
    # A verb goes back to who did the last, a noun to who was named last (`غزوه الكويت`).
    does = (pl.col("is_verb") & ~pl.col("is_relative")) | pl.col("is_circumstance")
    is_agent = does & pl.col("agent").is_not_null() & ~pl.col("is_of_last")
    roles = roles.with_columns(before=pl.when(is_agent).then("agent").otherwise("before"))
    return roles.hstack(
        [
            parties[_COLUMNS.get(column, column)][roles[role]].alias(f"{role}_{column}")
            for role, columns in _ASKED.items()
            for column in columns
        ]
    )


def _last_of(may: pl.DataFrame, roles: list[str], n_acts: int) -> list[pl.Series]:
    """The last party that may have each role beside each act (`row`); null where none may."""
    return [
        no_rows(n_acts)
        .scatter(may["row"].filter(may[role]), may["party"].filter(may[role]))
        .alias(role)
        for role in roles
    ]
