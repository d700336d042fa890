/** What the columns of a table of hand-built networks show, as an author types them. */
import { targets, type TargetId } from './hinges.ts';

export interface Column {
  target: TargetId;
  kind: 'hinges' | 'bumps';
}

/**
 * @param typed target and kind of unit of each column: `wave hinges, wave bumps`
 * @throws RangeError for a target or a kind that there is not.
 */
export const columnsOf = (typed: string): Column[] =>
  typed.split(',').map((column) => {
    const [target = '', kind = ''] = column.trim().split(/\s+/);
    if (!Object.hasOwn(targets, target) || (kind !== 'hinges' && kind !== 'bumps'))
      throw new RangeError(
        `"${column.trim()}" is no column. One has a target (${Object.keys(targets).join(', ')}) and hinges or bumps.`,
      );
    return { target: target as TargetId, kind };
  });
