"""Writes tests/fixtures/activations.json, what the activation functions are compared with.

Independent sources:
  torch  values and autograd derivatives from PyTorch in float64, of the built-in functions and, for
         sine, Snake and squareplus, of their formulas;
  exact  the formulas of the book evaluated by mpmath with 800 digits and rounded once, on a grid that
         spans the doubles. Slopes are central differences with relative step 1e-40;
  calls  of each function of PyTorch that the registry names, its arguments with their defaults.

Run: python3 tests/tools/make-activation-fixtures.py   (needs PyTorch and mpmath; written with 1.13, 1.2)

JSON has no infinities: they are written as strings, a missing slope as null.
"""

import functools
import inspect
import json
import math
import re
import sys
from pathlib import Path

import mpmath as mp
import torch
import torch.nn.functional as F

OUT = Path(__file__).parent.parent / "fixtures" / "activations.json"
REGISTRY = Path(__file__).parent.parent.parent / "src" / "activations"
MAX, TINY = sys.float_info.max, 5e-324


def plain(x):
    """A number that JSON can hold, integers without their '.0'."""
    if x is None:
        return None
    if not math.isfinite(x):
        return "NaN" if math.isnan(x) else ("Infinity" if x > 0 else "-Infinity")
    return int(x) if x == int(x) and abs(x) < 1e6 else x


def mirror(values):
    return sorted({s * v for v in values for s in (-1.0, 1.0)})


def grid_of(key, grid, name):
    """The grid and its name. Rounding a large phase shifts it, so the periodic functions stop earlier."""
    if name not in ("sine", "snake"):
        return key, grid
    return f"{key}-near", [z for z in grid if abs(z) <= 100]


# ---------------------------------------------------------------- PyTorch

TORCH_GRID = mirror(
    [0, 1e-300, 1e-8, 0.1, 0.4, 0.75, 1, 1.25, 1.5, 2, 2.4, 2.9, 3, 3.1, 4, 5, 5.5, 6, 6.5, 8, 10, 12]
    + [15, 19, 20, 25, 37, 50, 100, 700, 1e4, 1e10]
)


def scalar(value):
    return torch.tensor([value], dtype=torch.float64)


# PyTorch's softplus is the identity where beta * z exceeds a threshold, 20 by default. At 50 the
# difference, e^-50, is below the rounding of z.
THRESHOLD = 50

TORCH = [
    ("identity", {}, torch.nn.Identity()),
    ("sigmoid", {}, torch.sigmoid),
    ("hard-sigmoid", {}, F.hardsigmoid),
    ("tanh", {}, torch.tanh),
    ("hard-tanh", {}, F.hardtanh),
    ("softsign", {}, F.softsign),
    ("relu", {}, F.relu),
    ("relu6", {}, F.relu6),
    *[
        ("leaky-relu", {"alpha": a}, lambda x, a=a: F.leaky_relu(x, a))
        for a in (0.01, 0.2, 0.0, 1.0)
    ],
    *[("prelu", {"alpha": a}, lambda x, a=a: F.prelu(x, scalar(a))) for a in (0.25, -0.5, 1.5)],
    *[
        ("rrelu", {"lower": l, "upper": u}, lambda x, l=l, u=u: F.rrelu(x, l, u, training=False))
        for l, u in ((1 / 8, 1 / 3), (0.0, 0.5))
    ],
    *[("elu", {"alpha": a}, lambda x, a=a: F.elu(x, a)) for a in (1.0, 0.3, 2.0)],
    ("selu", {}, F.selu),
    # PyTorch's gradient of CELU goes through a float32 of alpha: only such that are exact there.
    *[("celu", {"alpha": a}, lambda x, a=a: F.celu(x, a)) for a in (1.0, 0.125, 2.5)],
    *[
        ("softplus", {"beta": b}, lambda x, b=b: F.softplus(x, b, threshold=THRESHOLD))
        for b in (1.0, 0.5, 5.0)
    ],
    *[
        ("squareplus", {"b": b}, lambda x, b=b: (x + torch.sqrt(x * x + b)) / 2)
        for b in (4.0, 1.0)
    ],
    ("gelu", {}, F.gelu),
    ("gelu-tanh", {}, lambda x: F.gelu(x, approximate="tanh")),
    ("silu", {"beta": 1.0}, F.silu),
    *[("silu", {"beta": b}, lambda x, b=b: x * torch.sigmoid(b * x)) for b in (0.0, 0.3, 5.0, -2.0)],
    ("hard-swish", {}, F.hardswish),
    ("mish", {}, F.mish),
    *[("sine", {"omega0": w}, lambda x, w=w: torch.sin(w * x)) for w in (1.0, 30.0)],
    *[("snake", {"a": a}, lambda x, a=a: x + torch.sin(a * x) ** 2 / a) for a in (1.0, 0.3, 5.0)],
]


def torch_case(name, parameters, function):
    key, grid = grid_of("torch", TORCH_GRID, name)
    x = torch.tensor(grid, dtype=torch.float64, requires_grad=True)
    y = function(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    df = slope.tolist()
    if name == "hard-swish":
        # At the kinks 1.13 returns other one-sided slopes (-0.5 at -3) than PyTorch 2 (0 and 1).
        df = [None if abs(z) == 3 else d for z, d in zip(grid, df)]
    return {"id": name, "parameters": parameters, "grid": key, "f": y.tolist(), "df": df}


def torch_step():
    y = torch.heaviside(torch.tensor(TORCH_GRID, dtype=torch.float64), scalar(1.0))
    return {
        "id": "step",
        "parameters": {},
        "grid": "torch",
        "f": y.tolist(),
    }


VECTORS = [
    [0.5],
    [1, 2, 3],
    [0, 0],
    [-1.5, 0.25, 4, 0.25],
    [30, -30, 0],
    [1000, 1001, 999.5],
    [-745, 0, 745],
    [1e300, -1e300],
    [-1e-300, 1e-300],
]


def torch_vector(name, function):
    cases = []
    for z in VECTORS:
        x = torch.tensor(z, dtype=torch.float64)
        y = function(x)
        jacobian = torch.autograd.functional.jacobian(function, x)
        cases.append({"z": z, "f": y.tolist(), "jacobian": jacobian.tolist()})
    return {"id": name, "cases": cases}


PAIRS = [(v, u) for v in (-2.5, 0.0, 1.0, 40.0) for u in (-30.0, -1.2, 0.0, 0.7, 5.0, 50.0)]


def torch_gated(name, function):
    cases = []
    for v, u in PAIRS:
        x = torch.tensor([v, u], dtype=torch.float64, requires_grad=True)
        y = function(x)
        (gradient,) = torch.autograd.grad(y.sum(), x)
        cases.append({"value": v, "gate": u, "f": y.item(), "gradient": gradient.tolist()})
    return {"id": name, "cases": cases}


def torch_maxout():
    cases = []
    for z in [[0.5], [1, 3, 2], [2, 2, -1], [-5, -1e300]]:
        x = torch.tensor(z, dtype=torch.float64, requires_grad=True)
        y, index = x.max(dim=0)
        (gradient,) = torch.autograd.grad(y, x)
        cases.append({"z": z, "f": y.item(), "gradient": gradient.tolist()})
    return {"id": "maxout", "cases": cases}


# ---------------------------------------------------------------- mpmath

mp.mp.dps = 800

EXACT_GRID = mirror(
    [TINY, 1e-310, 1e-200, 1e-20, 1e-9, 1e-5, 0.01, 0.3, 0.7, 1, 1.4, 2, 2.7, 4.5, 7, 9, 13, 18.5]
    + [22, 27, 33, 37.6, 41, 90, 355, 372, 709, 744, 760, 1e4, 1e9, 1e77, 1e154, 1e155, 1e161, 1e200, MAX / 2, MAX]
)


def logistic(t):
    return 1 / (1 + mp.exp(-t))


def ramp(z, left):
    return z if z > 0 else left(z)


LAMBDA, ALPHA = mp.mpf("1.0507009873554805"), mp.mpf("1.6732632423543772")
C = mp.mpf("0.044715")


def mp_gelu_tanh(z):
    # (1 + tanh u)/2 = logistic(2u): tanh itself would need more digits than 800.
    return z * logistic(2 * mp.sqrt(2 / mp.pi) * (z + C * z**3))


def mp_mish(z):
    e = mp.exp(z)
    return z * (e * e + 2 * e) / (e * e + 2 * e + 2)


def mp_squareplus(z, b):
    # The conjugate on the left, for the same reason.
    root = mp.sqrt(z * z + b)
    return (z + root) / 2 if z > 0 else b / (2 * (root - z))


def mp_gelu(z):
    # Beyond 1e4 the tail is below any double, and mpmath's erfc gives up.
    return z * (mp.erfc(-z / mp.sqrt(2)) / 2 if abs(z) <= 1e4 else int(z > 0))


EXACT = [
    ("sigmoid", {}, logistic),
    ("tanh", {}, mp.tanh),
    ("softsign", {}, lambda z: z / (1 + abs(z))),
    *[("elu", {"alpha": a}, lambda z, a: ramp(z, lambda x: a * mp.expm1(x))) for a in (1.0, 0.3, 2.0)],
    ("selu", {}, lambda z: ramp(LAMBDA * z, lambda x: LAMBDA * ALPHA * mp.expm1(z))),
    *[
        ("celu", {"alpha": a}, lambda z, a: ramp(z, lambda x: a * mp.expm1(x / a)))
        for a in (1.0, 0.1, 3.0, 1e-300, 1e300)
    ],
    *[("softplus", {"beta": b}, lambda z, b: mp.log1p(mp.exp(b * z)) / b) for b in (1.0, 0.5, 10.0)],
    *[("squareplus", {"b": b}, mp_squareplus) for b in (4.0, 0.1, 10.0, 1e-20)],
    ("gelu", {}, mp_gelu),
    ("gelu-tanh", {}, mp_gelu_tanh),
    *[("silu", {"beta": b}, lambda z, b: z * logistic(b * z)) for b in (1.0, 0.1, 10.0, -2.0, 0.0)],
    ("mish", {}, mp_mish),
    *[("sine", {"omega0": w}, lambda z, w: mp.sin(w * z)) for w in (1.0, 30.0)],
    *[("snake", {"a": a}, lambda z, a: z + mp.sin(a * z) ** 2 / a) for a in (1.0, 0.1, 5.0)],
]


def to_double(x):
    if abs(x) > MAX * (1 + mp.mpf(2) ** -54):
        return math.copysign(math.inf, x)
    return float(x)


def exact_case(name, parameters, function):
    key, grid = grid_of("exact", EXACT_GRID, name)
    values = [mp.mpf(v) for v in parameters.values()]
    f, df = [], []
    for z in map(mp.mpf, grid):
        h = abs(z) * mp.mpf(10) ** -40
        f.append(to_double(function(z, *values)))
        df.append(to_double((function(z + h, *values) - function(z - h, *values)) / (2 * h)))
    return {"id": name, "parameters": parameters, "grid": key, "f": f, "df": df}


# ---------------------------------------------------------------- calls


def registry_names():
    """What the registry calls PyTorch's functions."""
    text = "".join(path.read_text() for path in sorted(REGISTRY.glob("*.ts")))
    return sorted(set(re.findall(r"name: '(torch\.[\w.]+)'", text)))


def defaults_of(name):
    """Arguments with their defaults; nothing for a function that is written in C++ and does not tell."""
    function = functools.reduce(getattr, name.split(".")[1:], torch)
    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:
        return {}
    return {p.name: p.default for p in parameters if p.default is not inspect.Parameter.empty}


# ---------------------------------------------------------------- output


def encode(value):
    if isinstance(value, dict):
        return {k: encode(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    return value if isinstance(value, (str, bool)) else plain(value)


def lines(name, cases):
    rows = ",\n".join(json.dumps(encode(case), separators=(",", ":")) for case in cases)
    return f'"{name}":[\n{rows}\n]'


sections = {
    "elementwise": [torch_step()] + [torch_case(*case) for case in TORCH],
    "vector": [
        torch_vector("softmax", lambda x: F.softmax(x, dim=-1)),
        torch_vector("log-softmax", lambda x: F.log_softmax(x, dim=-1)),
    ],
    "maxout": [torch_maxout()],
    "gated": [
        torch_gated("glu", lambda x: F.glu(x, dim=-1)),
        torch_gated("swiglu", lambda x: x[:1] * F.silu(x[1:])),
        torch_gated("geglu", lambda x: x[:1] * F.gelu(x[1:])),
        torch_gated("reglu", lambda x: x[:1] * F.relu(x[1:])),
    ],
    "exact": [exact_case(*case) for case in EXACT],
}
grids = dict(
    grid_of(key, grid, name)
    for key, grid in (("torch", TORCH_GRID), ("exact", EXACT_GRID))
    for name in ("relu", "sine")
)
body = ",\n".join(lines(name, cases) for name, cases in sections.items())
calls = ",\n".join(
    f"{json.dumps(name)}:{json.dumps(encode(defaults_of(name)))}" for name in registry_names()
)
OUT.write_text(
    f'{{"torch":"{torch.__version__}",\n"grids":{json.dumps(encode(grids))},\n{body},\n"calls":{{\n{calls}\n}}}}\n'
)
print(f"{OUT.name}: {OUT.stat().st_size / 1024:.0f} kB")
