import katex from 'katex';
import { needsOther } from './katex-rules.ts';

interface MathOptions {
  displayMode?: boolean;
  /** Named in the message when the TeX does not parse. */
  where?: string | undefined;
  /** For the eye only: what it says must be said elsewhere on the page. */
  visualOnly?: boolean;
}

/**
 * Keeps the full stop or comma that follows a formula from starting the next line: with a word joiner, as CSS
 * has it, and for browsers that break there none the less, in a part of its own that does not wrap.
 */
const bound = (html: string): string =>
  html.replace(
    /<span class="base">(?!.*<span class="base">)(.*)<\/span><\/span>$/s,
    '<span class="bound"><span class="base">$1</span></span></span>&#8288;',
  );

/** TeX to HTML, with MathML for assistive technology. Throws on TeX that does not parse. */
export function renderMath(
  tex: string,
  { displayMode = false, where, visualOnly = false }: MathOptions = {},
): string {
  try {
    const typeset = katex.renderToString(tex, {
      displayMode,
      output: visualOnly ? 'html' : 'htmlAndMathml',
      throwOnError: true,
      // Classes on parts of a formula are ours: they mark the numbers that move.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => command === '\\htmlClass',
    });
    if (needsOther.test(typeset)) throw new RangeError('the style sheet has no rule for that');
    // The TeX itself, which KaTeX repeats in the MathML, nobody sees or hears.
    const html = typeset.replace(/<annotation [^]*?<\/annotation>/, '');
    // A wide display scrolls inside its own box, by keyboard too.
    const reachable = visualOnly ? '' : ' tabindex="0" role="group"';
    return displayMode ? `<div class="display-math"${reachable}>${html}</div>` : bound(html);
  } catch (error) {
    throw new Error(
      `${where ?? 'A formula'}: cannot typeset $${tex}$: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
