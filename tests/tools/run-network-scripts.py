"""Runs the scripts that the laboratory exports, and records what they print.

    python3 tests/tools/run-network-scripts.py [FRAMEWORK ...]

Needs Node, as the book itself does. Each script of the cases in src/exports/network/cases.ts runs in every
framework that this Python has (pytorch, tensorflow, jax, numpy); what the others printed last stays. The losses
and predictions go into tests/fixtures/network-scripts.json beside a hash of the script that gave them: the unit
test compares both with the book's own, so that it needs no Python.

Exit status: 0 when every script ran, 1 when one failed, 2 when none could start.
"""

import ast
import contextlib
import hashlib
import importlib
import io
import json
import os
import re
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "network-scripts.json"
MODULES = {"pytorch": "torch", "tensorflow": "tensorflow", "jax": "jax", "numpy": "numpy"}

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def scripts() -> dict:
    """By case, framework and form."""
    node = ROOT / "node_modules" / ".bin" / "node"
    return json.loads(subprocess.check_output([node, ROOT / "tests" / "tools" / "network-scripts.ts"]))


def installed(wanted: list[str]) -> dict[str, str]:
    """The versions of the frameworks that can run here; says which are skipped."""
    versions = {}
    for framework, module in MODULES.items():
        if wanted and framework not in wanted:
            continue
        try:
            versions[framework] = importlib.import_module(module).__version__
        except ImportError:
            print(f"skipped: {framework} is not installed")
    return versions


def run(source: str, name: str) -> tuple[list[str], dict]:
    """Runs a script as a reader would, and returns what it printed and defined."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        path = Path(folder) / f"{name}.py"
        path.write_text(source, encoding="utf-8")
        scope = runpy.run_path(str(path), run_name="__main__")
    return printed.getvalue().splitlines(), scope


def losses(lines: list[str]) -> list[list[float]]:
    """Training and test loss of each epoch, below the line of headings."""
    return [[float(number) for number in line.split()[1:]] for line in lines[1:]]


def record(script: dict, name: str) -> dict:
    """What both forms of a script give: losses, and the outputs for the two points that it predicts."""
    printed, _ = run(script["train"], f"{name}-train")
    _, scope = run(script["use"], f"{name}-use")
    return {
        "hash": hash_of(script),
        "losses": losses(printed),
        "outputs": scope["predict"](np.array(inputs_of(script["use"]))).tolist(),
    }


def inputs_of(source: str) -> list:
    """The points in the last statement, `print(predict([...]))`."""
    call = ast.parse(source).body[-1].value.args[0]
    return ast.literal_eval(call.args[0])


def hash_of(script: dict) -> str:
    return hashlib.sha256((script["train"] + script["use"]).encode()).hexdigest()[:16]


def main(wanted: list[str]) -> int:
    if unknown := set(wanted) - set(MODULES):
        print(f"no such framework: {sorted(unknown)}")
        return 2
    versions = installed(wanted)
    if not versions:
        return 2
    fixture = json.loads(FIXTURE.read_text()) if FIXTURE.exists() else {}
    before = fixture.get("cases", {})
    cases, failed = {}, 0
    for name, by_framework in scripts().items():
        cases[name] = {}
        for framework, script in by_framework.items():
            if framework not in versions:
                if framework in before.get(name, {}):
                    cases[name][framework] = before[name][framework]
                continue
            try:
                cases[name][framework] = record(script, f"{name}-{framework}")
            except Exception as error:  # whatever a script does wrong is a finding, not a crash
                failed += 1
                print(f"{name}: {framework}: {type(error).__name__}: {error}")
    made_with = {**fixture.get("madeWith", {}), **versions}
    text = json.dumps({"madeWith": made_with, "cases": cases}, allow_nan=False, indent=1)
    FIXTURE.write_text(compact(text) + "\n")
    print(f"{len(cases)} cases in {', '.join(versions)}, {failed} failures")
    return 1 if failed else 0


def compact(text: str) -> str:
    """Lists of numbers on one line."""
    return re.sub(r"\[[^\[\]{}]*\]", lambda numbers: " ".join(numbers.group().split()), text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
