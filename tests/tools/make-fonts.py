"""Cuts the book's fonts out of Source Serif 4, Source Sans 3 and KaTeX's fonts, and writes src/fonts/*.woff2.

The fonts on the npm registry have thousands of glyphs and several axes. The book needs Latin letters,
old-style, lining and tabular figures, and two weights: the less there is, the sooner a page stands. Regular
and semibold of a family share one file, which weighs less than two and comes in one request. The licences
reserve the names "Source" and "KaTeX_…" for unchanged fonts, so what comes out is called
Bend Serif, Bend Sans and Bend Math.

    npm pack source-serif source-sans    # and unpack each into a folder of its own name
    python3 tests/tools/make-fonts.py source-serif source-sans      # needs fonttools and brotli
"""

import sys
from pathlib import Path

from font_cuts import BASE, EXTRA, cut, pinned, ranges, write

# What most formulas are made of; for the rest the browser fetches KaTeX's own fonts (src/styles/math.css).
MATH = [ord(c) for c in " !%'()*+,-./0123456789:;<=>EGLPRSTUV[]^abcdefghijklmnopqrstuvwxyz{|}\u00a0±×′…→∈∑−∘∂∞∣≈≤≥⊙⋅⋯⟹\ue020"]
MATH_ITALIC = [ord(c) for c in "ABCLMNRWXYabcdefghijklmnopqrstuvwxyzαβγδεηθλμπσφ"]
MATH_LARGE = [ord(c) for c in "()[]{}∑∏∫"]
SERIF, SANS = (Path(argument) for argument in sys.argv[1:3])
ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src" / "fonts"

ROMAN = SERIF / "WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2"
ITALIC = SERIF / "WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2"
UPRIGHT = SANS / "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2"
KATEX = ROOT / "node_modules/katex/dist/fonts"

# File, name of the family, style, where the axes are pinned or cut off, and characters. The optical size is
# that of the text.
CUTS = [
    (ROMAN, "Bend Serif", "Upright", {"opsz": 18, "wght": (400, 600)}, BASE),
    (ITALIC, "Bend Serif", "Italic", {"opsz": 18, "wght": 400}, BASE),
    (UPRIGHT, "Bend Sans", "Upright", {"wght": (400, 600)}, BASE),
    (ROMAN, "Bend Serif", "Regular Extra", {"opsz": 18, "wght": 400}, EXTRA),
    (ROMAN, "Bend Serif", "Semibold Extra", {"opsz": 18, "wght": 600}, EXTRA),
    (ITALIC, "Bend Serif", "Italic Extra", {"opsz": 18, "wght": 400}, EXTRA),
    (UPRIGHT, "Bend Sans", "Regular Extra", {"wght": 400}, EXTRA),
    (UPRIGHT, "Bend Sans", "Semibold Extra", {"wght": 600}, EXTRA),
    (KATEX / "KaTeX_Main-Regular.woff2", "Bend Math", "Upright", {}, MATH),
    (KATEX / "KaTeX_Math-Italic.woff2", "Bend Math", "Italic", {}, MATH_ITALIC),
    (KATEX / "KaTeX_Size1-Regular.woff2", "Bend Math", "Size1", {}, MATH_LARGE),
    (KATEX / "KaTeX_Size2-Regular.woff2", "Bend Math", "Size2", {}, MATH_LARGE),
]


# In thousandths of the size of the letters: on the screen less than a quarter of a pixel.
LEAST_KERNING = 12


def fix_kerning(font):
    """
    Semibold keeps the kerning of regular: the difference is a hair, its data a sixth of the file. And what is
    moved by less than anyone sees stays where it is.
    """
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if type(table).__name__ != "PairPos":
                continue
            pairs = (
                [record for pair_set in table.PairSet for record in pair_set.PairValueRecord]
                if table.Format == 1
                else [record for row in table.Class1Record for record in row.Class2Record]
            )
            for value in (value for pair in pairs for value in (pair.Value1, pair.Value2) if value):
                for device in ("XPlaDevice", "YPlaDevice", "XAdvDevice", "YAdvDevice"):
                    value.__dict__.pop(device, None)
                if abs(getattr(value, "XAdvance", 0)) < LEAST_KERNING:
                    value.XAdvance = 0
            table.ValueFormat1 &= 0xF
            table.ValueFormat2 &= 0xF


for source, family, style, axes, characters in CUTS:
    font = pinned(source, axes)
    cut(font, characters)
    if "GPOS" in font:
        fix_kerning(font)
    path = write(font, family, style, TARGET)
    print(path.name, path.stat().st_size, ranges(font.getBestCmap()))
