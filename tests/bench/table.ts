interface Row {
  readonly name: string;
}

interface Meaning {
  /** How many examples or points one timed task has. */
  readonly tasks: number;
  readonly of: string;
  readonly targets: Readonly<Record<string, number>>;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * One line for each peer: nanoseconds per example, and how many times as fast the first peer is: the median of
 * the ratios within a round, since a round has one machine to itself, or at least the same one.
 *
 * @param times Milliseconds, [round][peer].
 */
export function table(
  title: string,
  peers: readonly Row[],
  times: readonly (readonly number[])[],
  { tasks, of, targets }: Meaning,
): string {
  const lines = peers.map(({ name }, p) => {
    const each = median(times.map((row) => row[p]!)) * (1e6 / tasks);
    const ratio = median(times.map((row) => row[p]! / row[0]!));
    const target = targets[name];
    const verdict =
      target === undefined ? '' : `  target ${target}: ${ratio >= target ? 'reached' : 'MISSED'}`;
    return `  ${name.padEnd(20)}${each.toFixed(1).padStart(12)} ns per ${of}${ratio.toFixed(1).padStart(9)} ×${verdict}`;
  });
  return [title, ...lines, ''].join('\n');
}

interface ExperimentFigures {
  /** Seconds of processor time of the page's process, the worker and its start included. */
  readonly cpu: number;
  readonly first: number;
  readonly epochs: number;
  readonly solved: number;
}

/** The 300 runs in one line: medians, against what is asked of them. */
export function experimentLine(untilSolved: boolean, all: readonly ExperimentFigures[]): string {
  const cpu = median(all.map((one) => one.cpu));
  const first = median(all.map((one) => one.first));
  const { epochs, solved } = all[0]!;
  const verdict = (reached: boolean) => (reached ? 'reached' : 'MISSED');
  return (
    `300 runs, ${untilSolved ? 'each until it is solved' : '600 epochs each'} ` +
    `(${epochs} epochs, ${solved} solved): ${cpu.toFixed(2)} s  target 2 s: ${verdict(cpu <= 2)}, ` +
    `first result after ${first.toFixed(0)} ms  target 100 ms: ${verdict(first <= 100)}`
  );
}
