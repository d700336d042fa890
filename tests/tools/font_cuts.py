"""What make-fonts.py and make-print-fonts.py share: the book's characters, and how a font is cut down to them."""

from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# What an English page, its short formulas and the names in it need at once, and what else may come. The browser
# fetches the second file, of the size of a third of the first, only for a page that has one of its characters
# (`unicodeRange` in astro.config.mjs): a few more characters in the first cost less than that.
BASE = [
    *range(0x20, 0x7F),
    *(ord(c) for c in "\u00a0°±²³·¹¼½×Łäèéëöúü–—‘’“”…′⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃αβλσφω\u2009→∂−∞≈≠≤≥"),
]
EXTRA = [c for c in range(0xA1, 0x100) if c not in BASE] + [
    ord(c) for c in "ćČčłŒœŠšŽž‚„†•″←\u202f"
]
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "lnum", "pnum", "tnum"]


def reload(font):
    """The cutter expects complete tables, which saving writes."""
    buffer = BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def rename(font, family, style):
    full = f"{family} {style}"
    # Of the licence its name and where it is found: with all it says, each font would be 300 bytes longer.
    licence = "SIL Open Font License, Version 1.1"
    names = {1: full, 2: "Regular", 4: full, 6: full.replace(" ", ""), 13: licence}
    kept = (0, 14)  # copyright, and the address of the licence
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in kept:
            font["name"].names.remove(record)


def pinned(source, axes):
    """The font of a file, with its axes pinned or cut off."""
    font = TTFont(source)
    return reload(instancer.instantiateVariableFont(font, axes)) if axes else font


def cut(font, characters):
    """Leaves these characters in the font."""
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, hinting=False)
    options.drop_tables += ["STAT", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def write(font, family, style, folder):
    """Saves the font under a name of its own. Returns the path."""
    rename(font, family, style)
    font.flavor = "woff2"
    path = folder / f"{family} {style}.woff2".lower().replace(" ", "-")
    font.save(path)
    return path


def ranges(characters):
    """As `unicode-range` has it: `U+A1-AF,U+B1`."""
    parts = []
    for c in sorted(characters):
        if parts and parts[-1][1] == c - 1:
            parts[-1][1] = c
        else:
            parts.append([c, c])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in parts)
