import { expect, test } from 'vitest';
import { renderMath } from '#markdown/math.ts';
import { fragment } from '#publish/manuscript/dom.ts';
import { formulaMark, learnToSpeak, speakFormulas } from './formulas.ts';

test('a formula is drawn once, and said in words', async () => {
  await learnToSpeak('en');
  const root = fragment(renderMath(String.raw`f(z) = z^2 + \tfrac{1}{2}`));
  speakFormulas(root);
  const formula = root.querySelector('.katex')!;
  expect(formula.getAttribute('aria-label')).toBe(
    `${formulaMark}f of z equals z squared plus one half`,
  );
  expect(root.querySelector('math, [aria-hidden]')).toBeNull();
});
