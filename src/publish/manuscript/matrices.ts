/** Numbers that a grid puts in rows, as tables. */
import { fragment, textOf } from './dom.ts';

export function drawMatrices(root: Element): void {
  for (const matrix of [...root.querySelectorAll('.matrix')]) {
    const columns = matrix.classList.contains('two-columns') ? 2 : 1;
    const cells = [...matrix.querySelectorAll('.cell')].map((cell) => `<td>${textOf(cell)}</td>`);
    let rows = '';
    for (let i = 0; i < cells.length; i += columns)
      rows += `<tr>${cells.slice(i, i + columns).join('')}</tr>`;
    matrix.replaceWith(
      ...fragment(`<table class="matrix"><tbody>${rows}</tbody></table>`).childNodes,
    );
  }
}
