"""Cuts the book's fonts out of Source Serif 4 and Source Sans 3 and writes src/fonts/*.woff2.

The fonts on the npm registry have thousands of glyphs and several axes. The book needs Latin letters,
old-style, lining and tabular figures, and few weights: the less there is, the sooner a page stands. The licence
reserves the name "Source" for unchanged fonts, so what comes out is called Bend Serif and Bend Sans.

    npm pack source-serif source-sans    # and unpack each into a folder of its own name
    python3 tests/tools/make-fonts.py source-serif source-sans      # needs fonttools and brotli
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# What an English page needs at once, and what names and a few formulas need besides. The browser fetches
# the second file only for a page that has one of its characters (`unicodeRange` in astro.config.mjs).
BASE = [*range(0x20, 0x7F), *(ord(c) for c in "\u00a0–—‘’“”…′−·×")]
EXTRA = [c for c in range(0xA1, 0x100) if c not in BASE] + [
    ord(c) for c in "ćČčŁłŒœŠšŽž‚„†•″≈≠≤≥∞→←⁻⁰⁴⁵⁶⁷⁸⁹αβλωσφ∂\u2009\u202f"
]
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "lnum", "pnum", "tnum", "case"]
SERIF, SANS = (Path(argument) for argument in sys.argv[1:3])
TARGET = Path(__file__).parents[2] / "src" / "fonts"

# File, name of the family, style, and where the axes are pinned. The optical size is that of the text.
CUTS = [
    (SERIF / "WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2", "Bend Serif", "Regular", {"opsz": 18, "wght": 400}),
    (SERIF / "WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2", "Bend Serif", "Semibold", {"opsz": 18, "wght": 600}),
    (SERIF / "WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2", "Bend Serif", "Italic", {"opsz": 18, "wght": 400}),
    (SANS / "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2", "Bend Sans", "Regular", {"wght": 400}),
    (SANS / "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2", "Bend Sans", "Semibold", {"wght": 600}),
]


def reload(font):
    """The cutter expects complete tables, which saving writes."""
    buffer = BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def rename(font, family, style):
    full = f"{family} {style}"
    names = {1: full, 2: "Regular", 3: full, 4: full, 6: full.replace(" ", "")}
    kept = (0, 7, 13, 14)  # copyright, trademark and licence stay as they are
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in kept:
            font["name"].names.remove(record)


for source, family, style, axes in CUTS:
    whole = reload(instancer.instantiateVariableFont(TTFont(source), axes))
    for part, characters in (("", BASE), ("-extra", EXTRA)):
        font = reload(whole)
        options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, hinting=False)
        options.drop_tables += ["STAT", "DSIG"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
        rename(font, family, style)
        font.flavor = "woff2"
        path = TARGET / f"{family} {style}{part}.woff2".lower().replace(" ", "-")
        font.save(path)
        print(path.name, path.stat().st_size)

print("unicodeRange of the base:", ",".join(f"U+{c:04X}" for c in BASE if c > 0x7E), "and U+0020-007E")
