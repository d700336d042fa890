"""Runs the code that the book shows, and holds what it prints against what the book says that it prints.

    python3 tests/tools/run-snippets.py [--record] [ID or FRAMEWORK ...]

Executes every listing of content/code/ by itself, as a reader would paste it. What it prints must be what
content/code/outputs.json has; with --record it is written there, beside a hash of the listing, so that a
listing that has changed since is noticed without Python. What was recorded with a framework that is not
installed here stays, as long as its listing has not changed.

The listings of an activation function (content/code/*.yml) must also agree with each other: NumPy's is the
measure, and may not overflow or produce NaN on the way. Those of an idea (content/code/ideas/*.yml) may fail:
some are there to fail. A name that the installed version does not have yet is noted.

Exit status: 0 when all that ran agreed, 1 when something failed, 2 when it could not start.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # listings.py stands beside sources, not in a package

from listings import FOLDER, FRAMEWORKS, alike, hash_of, installed, need, read, run

np = need("numpy")
OUTPUTS = FOLDER / "outputs.json"
LONGEST = 14
# Frameworks compute in single precision: the numbers of a function must agree to six digits.
RELATIVE, ABSOLUTE = 2e-6, 1e-6


def form(listings: dict[str, str], is_function: bool) -> list[str]:
    """What is wrong with a file before anything runs."""
    order = [key for key in FRAMEWORKS if key in listings]
    problems = [] if list(listings) == order else [f"keys are {list(listings)}, not {order}"]
    if not is_function:
        return problems
    problems += [f"{key} is missing" for key in FRAMEWORKS if key not in listings]
    for key, source in listings.items():
        lines = source.rstrip("\n").split("\n")
        if len(lines) > LONGEST:
            problems.append(f"{key}: {len(lines)} lines, more than {LONGEST}")
        if not lines[-1].startswith("print("):
            problems.append(f"{key}: does not end by printing a result")
    return problems


def disagreements(results: dict[str, list]) -> list[str]:
    """Where the libraries do not give the same values of a function."""
    found = []
    expected = results.get("numpy", [])
    for key, values in results.items():
        if len(values) != 1:
            found.append(f"{key}: prints {len(values)} results, not one")
        elif not np.all(np.isfinite(values[0])):
            found.append(f"{key}: prints {values[0]}")
        elif expected and (
            values[0].shape != expected[0].shape or not np.allclose(values[0], expected[0], RELATIVE, ABSOLUTE)
        ):
            found.append(f"{key}: prints {values[0]}, NumPy {expected[0]}")
    return found


def run_file(path: Path, versions: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """What each listing of a file printed, and what failed."""
    is_function = path.parent == FOLDER
    listings = read(path)
    failures, printed, results = form(listings, is_function), {}, {}
    for key in [key for key in listings if key in versions]:
        values: list = []
        # A function gives finite numbers without a warning on the way; an idea may be about the warning.
        strict = {"over": "raise", "invalid": "raise", "divide": "raise"} if is_function else {}
        shown = (lambda value: values.append(np.asarray(value, dtype=np.float64))) if is_function else None
        try:
            with np.errstate(**strict):
                printed[key] = run(listings[key], f"{path.name}:{key}", shown)
        except (AttributeError, ImportError) as error:
            print(f"note: {path.stem}: {key}: {error} in the installed version")
        else:
            results[key] = values
    return printed, failures + (disagreements(results) if is_function else [])


def merge(before: dict, printed: dict[str, str], listings: dict[str, str], versions: dict[str, str]) -> dict:
    """The record of a file: what came now, and what came elsewhere from the same listing."""
    kept = {key: old for key, old in before.items() if old["hash"] == hash_of(listings.get(key, ""))}
    now = {
        key: {"hash": hash_of(listings[key]), "version": versions[key], "prints": text}
        for key, text in printed.items()
    }
    both = {**kept, **now}
    return {key: both[key] for key in FRAMEWORKS if key in both}


def main(arguments: list[str]) -> int:
    record = "--record" in arguments
    frameworks = [argument for argument in arguments if argument in FRAMEWORKS]
    wanted = [argument for argument in arguments if argument not in [*FRAMEWORKS, "--record"]]
    everything = sorted(FOLDER.glob("*.yml")) + sorted((FOLDER / "ideas").glob("*.yml"))
    files = [path for path in everything if not wanted or path.stem in wanted]
    if not files or len(files) < len(wanted):
        print(f"no such file in {FOLDER}: {sorted(set(wanted) - {path.stem for path in files})}")
        return 2
    versions = installed(frameworks or list(FRAMEWORKS))
    outputs = json.loads(OUTPUTS.read_text(encoding="utf-8")) if OUTPUTS.exists() else {}
    ran = failed = 0
    for path in files:
        printed, failures = run_file(path, versions)
        ran += len(printed)
        before = outputs.get(path.stem, {})
        if record:
            outputs[path.stem] = merge(before, printed, read(path), versions)
        else:
            failures += [
                f"{key}: prints\n{text}but the book says\n{before.get(key, {}).get('prints')}"
                for key, text in printed.items()
                if not alike(text, before.get(key), versions[key])
            ]
        failed += len(failures)
        for text in failures:
            print(f"{path.stem}: {text}")
    if record:
        known = {path.stem for path in everything}
        kept = {key: outputs[key] for key in sorted(outputs) if key in known}
        OUTPUTS.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(files)} files, {ran} listings ran, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
