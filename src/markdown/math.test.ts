import { expect, test } from 'vitest';
import { renderMath } from './math.ts';

test('indices of indices have sizes that the style sheet knows; other sizes are refused', () => {
  expect(renderMath('x_{a_{b_c}}')).toContain('reset-size3 size1');
  expect(() => renderMath('\\large x')).toThrow('no rule for that');
});

test('the last part of a formula in a line is bound to what follows', () => {
  const html = renderMath('a + b');
  expect(html.match(/class="base"/g)).toHaveLength(2);
  expect(html).toMatch(/<span class="bound"><span class="base">(?!.*"base").*&#8288;$/);
  expect(html.split('<span').length).toBe(html.split('</span>').length);
  expect(renderMath('a + b', { displayMode: true })).not.toContain('bound');
});
