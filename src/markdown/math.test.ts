import { expect, test } from 'vitest';
import { renderMath } from './math.ts';

test('indices of indices have sizes that the style sheet knows; other sizes are refused', () => {
  expect(renderMath('x_{a_{b_c}}')).toContain('reset-size3 size1');
  expect(() => renderMath('\\large x')).toThrow('no such size');
});
