"""The network of entities as files for graph tools: GraphML and Parquet, beside the database.

What the edges are belongs in the model `mart_entity_network`.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import duckdb
import polars as pl

from orchestration.home import Home

_NODE_KEYS = (("entity_type", "string"), ("entity_name", "string"))
_EDGE_KEYS = (("weight", "long"), ("n_articles", "long"), ("jaccard", "double"))
_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
)
# XML knows no other control characters, not even written as numbers.
_CONTROLS = r"[^\t\n\r\x20-\x{d7ff}\x{e000}-\x{fffd}\x{10000}-\x{10ffff}]"


def export_network(home: Home) -> tuple[Path, Path]:
    """Write the published `mart_entity_network` as GraphML and Parquet, each whole or not at all.

    Returns:
        The two files, `entity_network.graphml` and `.parquet` in the home's `exports`.
    """
    home.exports.mkdir(parents=True, exist_ok=True)
    graph, table = (home.exports / f"entity_network.{kind}" for kind in ("graphml", "parquet"))
    new_graph, new_table = graph.with_suffix(".new"), table.with_suffix(".parquet.new")
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        connection.execute(
            "copy (from marts.mart_entity_network"
            " order by entity_type_a, entity_id_a, entity_type_b, entity_id_b)"
            f" to {_quoted(new_table)} (format parquet)"
        )
    with new_graph.open("w", encoding="utf-8") as file:
        file.writelines(graphml(pl.read_parquet(new_table)))
    new_graph.replace(graph)
    new_table.replace(table)
    return graph, table


def graphml(edges: pl.DataFrame) -> Iterator[str]:
    """Lines of a GraphML file: entities as nodes, edges without direction.

    Args:
        edges: Columns of `mart_entity_network`.
    """
    edges = edges.with_columns(pl.col(pl.String).str.replace_all(_CONTROLS, ""))
    yield _HEAD
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys:
            yield f'  <key id="{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="undirected">\n'
    for entity_type, entity_id, name in _nodes(edges).iter_rows():
        yield f"    <node id={quoteattr(f'{entity_type}/{entity_id}')}>"
        yield f'<data key="entity_type">{entity_type}</data>'
        yield f'<data key="entity_name">{escape(name)}</data></node>\n'
    for row in edges.iter_rows(named=True):
        source, target = (f"{row[f'entity_type_{s}']}/{row[f'entity_id_{s}']}" for s in "ab")
        yield f"    <edge source={quoteattr(source)} target={quoteattr(target)}>"
        yield "".join(f'<data key="{name}">{row[name]}</data>' for name, _ in _EDGE_KEYS)
        yield "</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _nodes(edges: pl.DataFrame) -> pl.DataFrame:
    sides = [
        edges.select(
            entity_type=f"entity_type_{side}",
            entity_id=f"entity_id_{side}",
            entity_name=f"entity_name_{side}",
        )
        for side in "ab"
    ]
    return pl.concat(sides).unique().sort("entity_type", "entity_id")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
