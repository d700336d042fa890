"""Cuts the book's serif out of Source Serif 4 and writes src/fonts/*.woff2.

The font on the npm registry has more than a thousand glyphs in two axes. The book needs Latin letters,
old-style and lining figures and one axis (weight). The licence reserves the name "Source" for unchanged
fonts, so what comes out is called Bend Serif.

    npm pack source-serif && tar xf source-serif-*.tgz
    python3 tests/tools/make-fonts.py package/WOFF2/VAR      # needs fonttools and brotli
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

CHARACTERS = (
    [*range(0x20, 0x7F), *range(0xA0, 0x100)]
    + [ord(c) for c in "ćČčŁłŒœŠšŽž–—‘’‚“”„†•…′″−×·≈≠≤≥∞→←⁻⁰⁴⁵⁶⁷⁸⁹½¼¾αβλωσφ∂\u2009\u202f"]
)
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "lnum", "pnum", "tnum", "case"]
OPTICAL_SIZE = 18  # the size of the text, in points
NAME = "Bend Serif"

source = Path(sys.argv[1])
target = Path(__file__).parents[2] / "src" / "fonts"

for style in ("Roman", "Italic"):
    font = TTFont(source / f"SourceSerif4Variable-{style}.ttf.woff2")
    font = instancer.instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": (400, 700)})
    # The cutter expects a complete table of variations, which saving writes.
    buffer = BytesIO()
    font.save(buffer)
    buffer.seek(0)
    font = TTFont(buffer)
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, hinting=False)
    options.drop_tables += ["STAT", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (0, 7, 13, 14):  # copyright, trademark and licence stay as they are
            continue
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = f"{NAME} {style}".replace(" ", "" if record.nameID == 6 else " ")
        else:
            font["name"].names.remove(record)
    font.flavor = "woff2"
    path = target / f"bend-serif-{style.lower()}.woff2"
    font.save(path)
    print(path.name, path.stat().st_size)
