"""Two hosts reached by SSH, as Dask's own SSHCluster begins them, read the sample; the rows are compared with those of one process.

    python bench/cluster_ssh.py

The hosts are two sshd on this machine's own network, with keys of their own. Needs OpenSSH's server (Debian's openssh-server) and the package asyncssh. Ends with 1 at the
first difference.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from process_tree import ROOT

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
_CONFIG = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PidFile none
PermitUserEnvironment yes
AcceptEnv PYTHONPATH
"""


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="backfile-ssh-"))
    hosts: list[tuple[int, subprocess.Popen[bytes]]] = []
    try:
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
        hosts = [host(folder, number) for number in range(2)]
        time.sleep(1)
        compare(folder, [port for port, _ in hosts])
    finally:
        for _, server in hosts:
            server.kill()
            server.wait()
        shutil.rmtree(folder)


def host(folder: Path, number: int) -> "tuple[int, subprocess.Popen[bytes]]":
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = folder / f"sshd-{number}"
    config.write_text(_CONFIG.format(port=port, folder=folder))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    return port, subprocess.Popen([shutil.which("sshd", path="/usr/sbin") or "sshd", "-D", "-f", str(config)])


def compare(folder: Path, ports: list[int]) -> None:
    from distributed import SSHCluster
    from tests.cluster.corpora import CRAWLS, read, rows

    options = [
        {"port": port, "known_hosts": None, "client_keys": [str(folder / "user")]} for port in (ports[0], *ports)
    ]
    with SSHCluster(
        ["127.0.0.1"] * 3, connect_options=options, worker_options={"nthreads": 1},
        remote_python=f"PYTHONPATH={ROOT / 'src'} {sys.executable}",
        scheduler_options={"host": "127.0.0.1", "port": 0, "dashboard_address": "127.0.0.1:0"},
    ) as cluster:  # fmt: skip
        command = [sys.executable, "-m", "backfile.cli", "cluster", "read", *CRAWLS, "--to", str(folder / "ssh")]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        scheduler = ["--scheduler", cluster.scheduler_address]
        done = subprocess.run([*command, *scheduler], env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 1, done  # one of the files is cut off on purpose
    read(CRAWLS, folder / "here")
    assert rows(folder / "ssh") == rows(folder / "here")
    print(f"two hosts by SSH: {len(rows(folder / 'ssh'))} stories, the same as of one process")


if __name__ == "__main__":
    main()
