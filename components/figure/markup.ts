/** Texts as HTML, the same in the page as it is built and live. */

export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** A text, or what is HTML already. */
export type Cell = string | { readonly html: string };

const markupOf = (cell: Cell): string => (typeof cell === 'string' ? escape(cell) : cell.html);

/** Rows of a table's body; the first cell names its row. */
export const rowsMarkup = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${markupOf(first)}</th>${rest.map((cell) => `<td>${markupOf(cell)}</td>`).join('')}</tr>`,
    )
    .join('');

interface FoldedTable {
  /** Opens the fold. */
  title: string;
  /** What stands above the table. */
  note?: string;
  columns: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}

/** A table under a figure, folded away. */
export const tableMarkup = ({ title, note, columns, rows }: FoldedTable): string =>
  `<details class="data-table"><summary>${escape(title)}</summary>${note === undefined ? '' : `<p>${escape(note)}</p>`}
<div class="scroll-box" tabindex="0" role="group" aria-label="${escape(title)}"><table>
<thead><tr>${columns.map((cell) => `<th scope="col">${markupOf(cell)}</th>`).join('')}</tr></thead>
<tbody>${rowsMarkup(rows)}</tbody></table></div></details>`;
