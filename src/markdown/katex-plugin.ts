import { defineHastPlugin } from 'satteri';
import { renderMath } from './math.ts';

export { renderMath };

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
