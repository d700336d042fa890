/**
 * A number for a reader: a real minus sign, a fixed number of decimals so that read-outs do not
 * tremble, powers of ten where decimals would show only zeros.
 */
export function formatNumber(value: number, decimals = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const small = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals;
  const large = Math.abs(value) >= 1e6;
  if (small || large) {
    const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
    return `${minus(mantissa)} · 10${superscript(Number(exponent))}`;
  }
  return minus(value.toFixed(decimals));
}

/** A positive number that may be of any size, to two significant digits: 0.48, 0.068, 6.0 · 10⁻⁴. */
export function formatSize(value: number): string {
  const place = Math.floor(Math.log10(value));
  const plain = place >= -2 && place < 4;
  return formatNumber(value, plain ? Math.max(0, 1 - place) : 0);
}

/** How many, or how long: a whole number as it is, a median between two with a decimal. */
export const formatCount = (value: number): string =>
  formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** A number without needless zeros, for settings: 0.1, −3, 0.001. */
export const formatSetting = (value: number): string => minus(String(Number(value.toPrecision(6))));

const minus = (text: string) => text.replace(/^-(?=[0.]*$)/, '').replace('-', '−');

export const superscript = (exponent: number) =>
  String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));
