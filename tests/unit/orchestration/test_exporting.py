from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import polars as pl

from orchestration.exporting import export_network
from orchestration.home import Home

NAMES = "{http://graphml.graphdrawing.org/xmlns}"
# A name of the news may hold anything: here a mark of XML and a control character.
EDGES = pl.DataFrame(
    {
        "entity_type_a": ["country", "country"],
        "entity_id_a": ["country:CHN", "country:CHN"],
        "entity_type_b": ["organization", "person"],
        "entity_id_b": ['name:"<a>&b', "name:وانغ-يي"],
        "entity_name_a": ["الصين", "الصين"],
        "entity_name_b": ['"<a>&b\x02', "وانغ يي"],
        "weight": [3, 1],
        "n_articles": [2, 1],
        "jaccard": [0.5, 0.25],
    }
)


def publish(home: Home, edges: pl.DataFrame) -> None:
    home.root.mkdir(exist_ok=True)
    with duckdb.connect(str(home.published_database)) as connection:
        connection.execute("create schema marts")
        file = home.root / "edges.parquet"
        edges.write_parquet(file)
        connection.execute(f"create table marts.mart_entity_network as from '{file}'")


def test_network_is_a_graph_of_named_nodes_and_weighted_edges(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    publish(home, EDGES)
    graph, table = export_network(home)
    tree = ET.parse(graph).getroot()  # noqa: S314 -- written a line above
    nodes = {
        node.get("id"): node.findall(f"{NAMES}data")[1].text for node in tree.iter(f"{NAMES}node")
    }
    assert nodes == {
        "country/country:CHN": "الصين",
        'organization/name:"<a>&b': '"<a>&b',
        "person/name:وانغ-يي": "وانغ يي",
    }
    edges = [
        (edge.get("source"), edge.get("target"), [data.text for data in edge])
        for edge in tree.iter(f"{NAMES}edge")
    ]
    assert edges == [
        ("country/country:CHN", 'organization/name:"<a>&b', ["3", "2", "0.5"]),
        ("country/country:CHN", "person/name:وانغ-يي", ["1", "1", "0.25"]),
    ]
    assert pl.read_parquet(table).equals(EDGES)


def test_empty_network_is_an_empty_graph(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    publish(home, EDGES.clear())
    graph, table = export_network(home)
    tree = ET.parse(graph).getroot()  # noqa: S314 -- written a line above
    assert list(tree.iter(f"{NAMES}node")) == []
    assert pl.read_parquet(table).height == 0
