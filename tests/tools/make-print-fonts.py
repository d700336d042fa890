"""Cuts the fonts of the PDF, and writes src/publish/pdf/fonts/*.woff2.

Chromium cannot embed a variable font in a PDF: it draws each glyph as a picture (Type 3), which viewers show
coarser than type and do not name. So each weight is a file of its own. It has every character that the book
sets in it: what is missing would come from the machine that prints, and differ from one to the next. Letters
are drawn for the size that they are printed in.

    npm pack source-serif source-sans source-code-pro    # and unpack each into a folder of its own name
    python3 tests/tools/make-print-fonts.py source-serif source-sans source-code-pro
"""

import sys
from pathlib import Path

from font_cuts import BASE, EXTRA, cut, pinned, write
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

SERIF, SANS, MONO = (Path(argument) for argument in sys.argv[1:4])
ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/publish/pdf/fonts"

ROMAN = SERIF / "WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2"
ITALIC = SERIF / "WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2"
UPRIGHT = SANS / "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2"
SLOPED = SANS / "WOFF2/VF/SourceSans3VF-Italic.ttf.woff2"
CODE = MONO / "WOFF2/VF/SourceCodeVF-Upright.ttf.woff2"

TEXT = BASE + EXTRA + [ord(c) for c in "ńŃőŐřŘěĚāĀ₃₄₅₆₇₈₉ℓ"]
LISTING = [*range(0x20, 0x7F), *(ord(c) for c in "\u00a0·×²éαβσμλπ–—‘’“”…′→←∂−≈≠≤≥∞")]

# Source has no small letters below the line but these, and no minus above it in its serif: they are drawn from
# others, at this scale and this far up in parts of the em.
SMALL = [("ₐ", "a", 0.62, -0.14), ("ₕ", "h", 0.62, -0.14), ("ₙ", "n", 0.62, -0.14), ("ₜ", "t", 0.62, -0.14), ("⁻", "−", 0.6, 0.28)]

# File, name of the family, style, where the axes are pinned, and characters.
CUTS = [
    (ROMAN, "Bend Serif", "Regular", {"opsz": 11, "wght": 400}, TEXT),
    (ROMAN, "Bend Serif", "SemiBold", {"opsz": 11, "wght": 600}, TEXT),
    (ROMAN, "Bend Serif", "Display", {"opsz": 36, "wght": 400}, BASE),
    (ITALIC, "Bend Serif", "Italic", {"opsz": 11, "wght": 400}, TEXT),
    (UPRIGHT, "Bend Sans", "Regular", {"wght": 400}, TEXT),
    (UPRIGHT, "Bend Sans", "SemiBold", {"wght": 600}, TEXT),
    (SLOPED, "Bend Sans", "Italic", {"wght": 400}, TEXT),
    (CODE, "Bend Mono", "Regular", {"wght": 400}, LISTING),
    (CODE, "Bend Mono", "SemiBold", {"wght": 600}, LISTING),
]
DOUBLE = ROOT / "node_modules/katex/dist/fonts/KaTeX_AMS-Regular.woff2"


def add_small(font):
    """Draws what SMALL names and the font does not have."""
    glyphs, cmap, em = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    drawn = {}
    for new, old, scale, up in SMALL:
        if ord(new) in cmap:
            continue
        name = cmap[ord(old)]
        outline = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(TransformPen(pen, (scale, 0, 0, scale, 0, up * em)))
        width, left = font["hmtx"][name]
        drawn[new] = (f"uni{ord(new):04X}", pen.glyph(), (round(width * scale), round(left * scale)))
    for new, (name, glyph, metrics) in drawn.items():
        font["glyf"][name] = glyph
        font["hmtx"][name] = metrics
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(new)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)


def save(font, family, style):
    path = write(font, family, style, TARGET)
    print(path.name, path.stat().st_size)


for source, family, style, axes, characters in CUTS:
    font = pinned(source, axes)
    cut(font, characters)
    if characters is TEXT:
        add_small(font)
    save(font, family, style)

# The sign of the real numbers, where text has it and not a formula.
font = pinned(DOUBLE, {})
letter = font.getBestCmap()[ord("R")]
cut(font, [ord("R")])
for table in font["cmap"].tables:
    table.cmap = {0x211D: letter}
save(font, "Bend Math", "Double")
