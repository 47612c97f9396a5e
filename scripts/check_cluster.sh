#!/bin/bash
# A corpus of the sample, in an environment of its own: read by others' programs as docs/cluster.md says, read from and written to an S3 server,
# by hosts that are reached by SSH, and broken off by every kind of death.
set -euo pipefail
WORK=$PWD/build/cluster
rm -rf "$WORK"
mkdir -p build
PYTHON=${PYTHON:-python3} VENV=$WORK scripts/make_venv.sh
pip() { "$WORK/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
pip install -r requirements.txt
pip install --no-deps --no-build-isolation -e .
pip install 'distributed==2026.8.0' 'fsspec==2026.9.0' 'pyarrow==26.0.1' s3fs==2026.9.0 aiobotocore==3.10.0 botocore==1.43.117 boto3==1.43.117 'moto[server]==5.2.5' asyncssh dask-jobqueue duckdb==2.0.1 polars==2.1.0 pandas==3.1.1 kubernetes-validate==1.37.0
export PATH="$WORK/bin:$PATH"
cd "$WORK"
backfile cluster read ../../samples/saved --to corpus --workers 2 > read.txt || [ $? = 1 ] # one of its files is cut off on purpose
backfile cluster relate corpus --workers 2 > relate.txt
python - ../../docs/cluster.md <<'END'
import re
import sys
from pathlib import Path

for number, recipe in enumerate(re.findall(r"^```python\n(.*?)^```", Path(sys.argv[1]).read_text("utf-8"), re.M | re.S), 1):
    exec(recipe, {})
print(number, "recipes run")
END
python - <<'END'
from dask_jobqueue import SLURMCluster

cluster = SLURMCluster(cores=32, processes=32, memory="64GB", walltime="08:00:00", queue="batch", scheduler_options={"dashboard_address": "127.0.0.1:0"})
open("worker.sh", "w").write(cluster.job_script())
END
bash -n worker.sh
grep -q "^#SBATCH --cpus-per-task=32$" worker.sh
python - ../../docs/cluster.md > kubernetes.yaml <<'END'
import re
import sys
from pathlib import Path

print(*re.findall(r"^```yaml\n(.*?)^```", Path(sys.argv[1]).read_text("utf-8"), re.M | re.S), sep="---\n")
END
kubernetes-validate --strict kubernetes.yaml
python ../../bench/cluster_s3.py
if [ -x /usr/sbin/sshd ]; then python ../../bench/cluster_ssh.py; else echo "no sshd here (Debian: openssh-server): hosts by SSH are not tried"; fi
python ../../bench/cluster_kills.py
