import { expect, test } from 'vitest';
import { withOneStyle } from './one-style.ts';

test('the styles of a head are one, in their order and where the first stood; those of the text stay', () => {
  const html = withOneStyle(
    '<head><style>a{}</style><script>1</script><style>b{content:"$&"}</style></head><style>c{}</style>',
  );
  expect(html).toBe(
    '<head><style>a{}b{content:"$&"}</style><script>1</script></head><style>c{}</style>',
  );
});

test('a page without a style stays as it is', () => {
  expect(withOneStyle('<head></head><p>')).toBe('<head></head><p>');
});
