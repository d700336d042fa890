import katex from 'katex';
import { defineHastPlugin } from 'satteri';

/**
 * Typesets `$…$` and `$$…$$` at build time, as HTML for the eye and MathML for assistive technology.
 * A formula that KaTeX cannot parse fails the build with the file and the formula.
 */
export const katexPlugin = defineHastPlugin({
  name: 'katex',
  element: {
    filter: ['pre', 'code'],
    visit(node, ctx) {
      const code = node.tagName === 'pre' ? node.children[0] : node;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const classes = String(code.properties['className'] ?? '');
      if (!classes.includes('language-math')) return;
      const displayMode = classes.includes('math-display');
      // Display mathematics arrives as pre > code: the pre is replaced, the code inside it left alone.
      if (displayMode !== (node.tagName === 'pre')) return;
      const tex = ctx.textContent(node).trim();
      return { type: 'raw', value: renderMath(tex, { displayMode, where: ctx.fileURL?.pathname }) };
    },
  },
});

interface MathOptions {
  displayMode?: boolean;
  /** Named in the message when the TeX does not parse. */
  where?: string | undefined;
  /** For the eye only: what it says must be said elsewhere on the page. */
  visualOnly?: boolean;
}

/** TeX to HTML, with MathML for assistive technology. Throws on TeX that does not parse. */
export function renderMath(
  tex: string,
  { displayMode = false, where, visualOnly = false }: MathOptions = {},
): string {
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output: visualOnly ? 'html' : 'htmlAndMathml',
      throwOnError: true,
      // Classes on parts of a formula are ours: they mark the numbers that move.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => command === '\\htmlClass',
    });
    // A wide display scrolls inside its own box, by keyboard too. In a line, a word joiner keeps the
    // full stop or comma that follows from starting the next one.
    const reachable = visualOnly ? '' : ' tabindex="0" role="group"';
    return displayMode ? `<div class="display-math"${reachable}>${html}</div>` : `${html}&#8288;`;
  } catch (error) {
    throw new Error(
      `${where ?? 'A formula'}: cannot typeset $${tex}$: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
