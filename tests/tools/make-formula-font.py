"""Cuts the font of the e-book's formulas out of STIX Math, and writes src/publish/epub/fonts/bend-formula-regular.woff2.

A reading system lays formulas out by the table MATH of a font; few have a font with one. The licence reserves
the name "STIX Fonts" for unchanged fonts, so what comes out is called Bend Formula.

    apt-get download fonts-stix && dpkg -x fonts-stix_*.deb stix
    python3 tests/tools/make-formula-font.py stix      # needs fonttools and brotli
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from font_cuts import ranges, write

SOURCE = next(Path(sys.argv[1]).rglob("STIXMath-Regular.otf"))
TARGET = Path(__file__).parents[2] / "src/publish/epub/fonts"

# A single letter of a formula is drawn as the slanted letter of mathematics: U+1D44E is that of a.
ITALIC_CAPITAL, ITALIC_SMALL, ITALIC_ALPHA = 0x1D434, 0x1D44E, 0x1D6FC
LATIN = [ITALIC_CAPITAL + i for i in range(26)] + [ITALIC_SMALL + i for i in range(26) if i != 7] + [0x210E]
GREEK = [ITALIC_ALPHA + i for i in range(25)] + [ord(c) for c in "𝜕𝜖𝜗𝜙𝜚𝛷"]
OTHERS = [ord(c) for c in "𝟏𝐰𝐱𝖳ℒ"]
PLAIN = [*range(0x20, 0x7F), *range(0x3B1, 0x3CA), *(ord(c) for c in "\u00a0±×·ΔΣΦϕ…′″ˆ˜¯√ℓℝ←→↦∂∇∈∏∑−∘∞∣∥∫∼≈≠≡≤≥⊙⊤⋅⋯⏞⏟⟨⟩⟹")]

font = TTFont(SOURCE)
options = subset.Options(layout_features=["ssty", "ccmp"], name_IDs=["*"], notdef_outline=True, hinting=False)
options.drop_tables += ["DSIG"]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=PLAIN + LATIN + GREEK + OTHERS)
subsetter.subset(font)
TARGET.mkdir(exist_ok=True)
path = write(font, "Bend Formula", "Regular", TARGET)
missing = sorted(set(PLAIN + LATIN + GREEK + OTHERS) - set(font.getBestCmap()))
print(path.name, path.stat().st_size, *(["without", *map(chr, missing)] if missing else []))
print("unicode-range:", ranges(font.getBestCmap()))
