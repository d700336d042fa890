"""Cuts fixed weights out of the variable fonts in src/fonts, and writes src/publish/pdf/fonts/*.woff2.

Chromium cannot embed a variable font in a PDF: it draws each glyph as a picture (Type 3), which viewers show
coarser than type and do not name. To be run after make-fonts.py, with fonttools and brotli:

    python3 tests/tools/make-print-fonts.py
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/publish/pdf/fonts"

for family in ("Serif", "Sans"):
    for weight, style in ((400, "Regular"), (600, "SemiBold")):
        font = TTFont(ROOT / f"src/fonts/bend-{family.lower()}-upright.woff2")
        font = instancer.instantiateVariableFont(font, {"wght": weight})
        full = f"Bend {family} {style}"
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6):
                record.string = full.replace(" ", "") if record.nameID == 6 else full
        font.flavor = "woff2"
        path = TARGET / f"{full}.woff2".lower().replace(" ", "-")
        font.save(path)
        print(path.name, path.stat().st_size)
