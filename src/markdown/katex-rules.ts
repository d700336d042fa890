/**
 * What the book takes of KaTeX's style sheet. The build drops the rest (src/build/vite-plugins.ts), most of
 * it, and `renderMath` refuses a formula that would need it.
 */

/** Sizes that a formula has only after a command such as `\large`: 6, 3 and 1 are text, indices, and theirs. */
const otherSizes = String.raw`reset-size(?![136][. ]size[136]\b)`;

/** Boxes and strokes; diagrams and long arrows; numbered equations; things over others; lines; alphabets. */
const otherParts = [
  ...['angl', 'anglpad', 'boxpad', 'fbox', 'fcolorbox', 'sout', 'cancel-pad', 'cancel-lap'],
  ...['cd-arrow-pad', 'cd-label-left', 'cd-label-right', 'cd-vert-arrow', 'x-arrow', 'x-arrow-pad'],
  ...['halfarrow-left', 'halfarrow-right', 'tag', 'eqn-num', 'mml-eqn-num', 'leqno', 'fleqn'],
  ...['smash', 'overlay', 'clap', 'llap', 'underline', 'underline-line', 'newline', 'hbox'],
  ...['hline', 'hdashline', 'vertical-separator', 'fontsize-ensurer'],
  ...[
    'mathfrak',
    'textfrak',
    'mathboldfrak',
    'textboldfrak',
    'mathscr',
    'textscr',
    'mathtt',
    'texttt',
  ],
  ...['amsrm', 'mainrm', 'textbb', 'textrm', 'textbf', 'textit', 'textsf', 'mathit'],
  ...['boldsymbol', 'mathboldsf', 'textboldsf', 'mathitsf', 'mathsfit', 'textitsf'],
];
const otherClasses = `(?:${otherParts.join('|')})(?![\\w-])|${otherSizes}`;

/** Selectors of KaTeX that no formula of the book matches. */
export const otherSelector = new RegExp(`\\.(?:${otherClasses})`);
/** HTML of a formula that would need one of them. */
export const needsOther = new RegExp(`class="(?:[^"]* )?(?:${otherClasses})`);
/** Fonts of KaTeX that no formula of the book is set in. */
export const otherFonts =
  /KaTeX_(?:Fraktur|Script|Typewriter|\w+-BoldItalic|Caligraphic-Bold|SansSerif-[BI])/;
