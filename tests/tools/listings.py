"""What run-snippets.py is made of: the listings of content/code/, run as a reader would run them."""

import contextlib
import hashlib
import importlib
import io
import re
import sys
import warnings
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "content" / "code"
# Key in the files -> module to import.
FRAMEWORKS = {"numpy": "numpy", "pytorch": "torch", "tensorflow": "tensorflow", "keras": "keras", "jax": "jax"}
# Outputs are compared number by number: another processor rounds differently. What is smaller than the
# absolute tolerance, such as the error of a gradient check, only has to stay so small.
RELATIVE, ABSOLUTE = 1e-4, 1e-6
WARNING = re.compile(r"^\w*Warning: .*\n", re.MULTILINE)
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)


def need(module: str):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"{module} is needed: python3 -m pip install {'PyYAML' if module == 'yaml' else module}")
        sys.exit(2)


yaml = need("yaml")


def installed(wanted: list[str]) -> dict[str, str]:
    """The versions of those of the wanted frameworks that can run here; says which are skipped."""
    present = {}
    for key in wanted:
        try:
            present[key] = importlib.import_module(FRAMEWORKS[key]).__version__
        except ImportError:
            print(f"skipped: {key} is not installed")
        else:
            print(f"{key} {present[key]}")
    return present


def read(path: Path) -> dict[str, str]:
    """The listings of a file, by framework."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def hash_of(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def run(source: str, name: str, shown=None) -> str:
    """
    Executes a listing by itself and returns what it prints: its warnings, without their place, where they
    come, and at the end the error that stops it, if one does. `shown` is given each thing that is printed.

    Raises AttributeError and ImportError: the installed version lacks a name.
    """
    said = io.StringIO()

    def say(*values, **options):
        if shown:
            shown(*values)
        print(*values, file=said, **options)

    def warn(message, category, filename, *_):
        if filename == name:  # a library's own are no part of the lesson
            print(f"{category.__name__}: {message}", file=said)

    with warnings.catch_warnings(), contextlib.redirect_stdout(said):
        warnings.simplefilter("default")
        warnings.showwarning = warn
        try:
            exec(compile(source, name, "exec"), {"__name__": name, "print": say})
        except (AttributeError, ImportError):
            raise
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=said)
    return "\n".join(line.rstrip() for line in said.getvalue().rstrip().split("\n")) + "\n"


def alike(found: str, recorded: dict | None, version: str) -> bool:
    """The same words, and numbers that differ no more than processors do. Other versions warn in other words."""
    if not recorded:
        return False
    expected = recorded["prints"]
    if version != recorded["version"]:
        found, expected = WARNING.sub("", found), WARNING.sub("", expected)
    if words(found) != words(expected):
        return False
    pairs = zip(map(float, NUMBER.findall(found)), map(float, NUMBER.findall(expected)))
    return all(abs(a - b) <= ABSOLUTE + RELATIVE * abs(b) for a, b in pairs)


def words(text: str) -> list[str]:
    return NUMBER.sub("#", text).split()
