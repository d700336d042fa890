"""Runs the code that the book shows for each activation function.

    python3 tests/tools/run-snippets.py [ID ...]

Executes every snippet of content/code/*.yml by itself, as a reader would paste it, and compares what it
prints with what the NumPy snippet prints. NumPy must not overflow or produce NaN on the way. A framework
that is not installed is skipped, and a name that the installed version does not have yet is noted.

Exit status: 0 when all that ran agreed, 1 when something failed, 2 when it could not start.
"""

import importlib
import sys
from pathlib import Path

CODE = Path(__file__).resolve().parents[2] / "content" / "code"
# Key in the files -> module to import.
FRAMEWORKS = {"numpy": "numpy", "pytorch": "torch", "tensorflow": "tensorflow", "keras": "keras", "jax": "jax"}
LONGEST = 14
# Frameworks compute in single precision: the numbers shown must agree to six digits.
RELATIVE, ABSOLUTE = 2e-6, 1e-6


def need(module: str):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"{module} is needed: python3 -m pip install {'PyYAML' if module == 'yaml' else module}")
        sys.exit(2)


np, yaml = need("numpy"), need("yaml")


def installed() -> list[str]:
    """The frameworks that can run here; says which are skipped."""
    present = []
    for key, module in FRAMEWORKS.items():
        try:
            version = importlib.import_module(module).__version__
        except ImportError:
            print(f"skipped: {key} is not installed")
        else:
            print(f"{key} {version}")
            present.append(key)
    return present


def printed(source: str, name: str) -> list:
    """Executes a snippet and returns, as arrays, everything that it prints."""
    seen: list = []
    scope = {"__name__": name, "print": lambda value: seen.append(np.asarray(value, dtype=np.float64))}
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        exec(compile(source, name, "exec"), scope)
    return seen


def form(snippets: dict) -> list[str]:
    """What is wrong with a file before anything runs."""
    problems = [] if list(snippets) == list(FRAMEWORKS) else [f"keys are {list(snippets)}, not {list(FRAMEWORKS)}"]
    for key, source in snippets.items():
        lines = source.rstrip("\n").split("\n")
        if len(lines) > LONGEST:
            problems.append(f"{key}: {len(lines)} lines, more than {LONGEST}")
        if not lines[-1].startswith("print("):
            problems.append(f"{key}: does not end by printing a result")
    return problems


def run(path: Path, frameworks: list[str]) -> tuple[int, list[str], list[str]]:
    """Runs one file: how many snippets ran, what failed, what is to be noted."""
    snippets = yaml.safe_load(path.read_text(encoding="utf-8"))
    failures, notes, results = form(snippets), [], {}
    for key in frameworks:
        if key not in snippets:
            continue
        try:
            results[key] = printed(snippets[key], f"{path.name}:{key}")
        except AttributeError as error:
            notes.append(f"{key}: {error} in the installed version")
        except Exception as error:  # whatever a snippet does wrong is a finding, not a crash
            failures.append(f"{key}: {type(error).__name__}: {error}")
    expected = results.get("numpy", [])
    for key, values in results.items():
        if len(values) != 1:
            failures.append(f"{key}: prints {len(values)} results, not one")
        elif not np.all(np.isfinite(values[0])):
            failures.append(f"{key}: prints {values[0]}")
        elif expected and (
            values[0].shape != expected[0].shape or not np.allclose(values[0], expected[0], RELATIVE, ABSOLUTE)
        ):
            failures.append(f"{key}: prints {values[0]}, NumPy {expected[0]}")
    return len(results), failures, notes


def main(wanted: list[str]) -> int:
    files = [path for path in sorted(CODE.glob("*.yml")) if not wanted or path.stem in wanted]
    if not files or len(files) < len(wanted):
        print(f"no such file in {CODE}: {sorted(set(wanted) - {path.stem for path in files})}")
        return 2
    frameworks = installed()
    ran = failed = 0
    for path in files:
        count, failures, notes = run(path, frameworks)
        ran += count
        failed += len(failures)
        for text in failures:
            print(f"{path.stem}: {text}")
        for text in notes:
            print(f"note: {path.stem}: {text}")
    print(f"{len(files)} functions, {ran} snippets ran, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
