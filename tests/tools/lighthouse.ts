/** Lighthouse in the Chromium that is already running. */
import lighthouse from 'lighthouse';

export const categories = ['accessibility', 'best-practices', 'seo', 'performance'] as const;
export type Category = (typeof categories)[number];

export interface Report {
  /** From 0 to 100; NaN for a category that was not asked for or could not be judged. */
  scores: Record<Category, number>;
  /** Title and places of every audit that lowers a score of accessibility, practices or SEO. */
  faults: string[];
  /** Milliseconds, milliseconds, a score, bytes; NaN without the category `performance`. */
  lcp: number;
  tbt: number;
  cls: number;
  bytes: number;
}

/** One run on `url` with the mobile preset, in the Chromium that listens on `port`. */
export async function runLighthouse(
  url: string,
  port: number,
  onlyCategories: readonly Category[],
): Promise<Report> {
  const flags = {
    port,
    onlyCategories: [...onlyCategories],
    logLevel: 'error' as const,
    disableFullPageScreenshot: true,
  };
  const { lhr } = (await lighthouse(url, flags)) ?? {};
  if (!lhr) throw new Error(`Lighthouse gave no result for ${url}.`);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);

  const score = (category: Category) => {
    const value = lhr.categories[category]?.score;
    return typeof value === 'number' ? Math.round(value * 100) : NaN;
  };
  const number = (audit: string) => lhr.audits[audit]?.numericValue ?? NaN;

  const faults = Object.values(lhr.categories)
    .filter(({ id }) => id !== 'performance')
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => lhr.audits[id]!)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ title, details }) => `${title}: ${placesIn(details).join(' | ')}`);

  return {
    scores: {
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
      performance: score('performance'),
    },
    faults,
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    bytes: number('total-byte-weight'),
  };
}

/** The selectors of the elements an audit complains of; else what it says, cut short. */
function placesIn(details: unknown): string[] {
  const text = JSON.stringify(details ?? '');
  const selectors = [...text.matchAll(/"selector":("(?:[^"\\]|\\.)*")/g)].map(([, s]) => s!);
  return selectors.length ? [...new Set(selectors)] : [text.slice(0, 400)];
}
