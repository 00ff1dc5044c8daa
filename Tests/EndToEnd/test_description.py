"""GET /openapi.json: what it says holds, tried by Schemathesis with made-up requests."""
import subprocess
import sys

import pytest

from support.clients import connect
from support.sites import creator

# A value of the right shape can still name nobody, or need another field: that is a 422, which the description tells.
# The stream at /events is left out as well: it has no end.
EXCLUDED = "positive_data_acceptance"


@pytest.mark.timeout(400)
def test_no_answer_contradicts_the_description(plaza, built_site, serve, tmp_path):
    site = built_site(creators=[creator(f"p{index}") for index in range(5)])
    server = serve(site)
    token = plaza.token(site)
    run = subprocess.run(
        [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run",
         f"{server.url}/openapi.json", "-H", f"Authorization: Bearer {token}", "--exclude-checks", EXCLUDED, "--exclude-path", "/events",
         "--phases", "examples,coverage,fuzzing", "--max-examples", "10", "--seed", "1", "--workers", "1",
         "--generation-database", "none", "--no-color"],
        capture_output=True, text=True, timeout=380, cwd=tmp_path, check=False)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert "Tested: " in run.stdout


def test_it_is_there_for_everyone(built_site, serve):
    server = serve(built_site(creators=[creator("ana")]))
    answer = connect(server).get("/openapi.json")
    assert answer.status_code == 200 and answer.json()["openapi"] == "3.1.0"
    assert "/invite" in answer.json()["paths"]
