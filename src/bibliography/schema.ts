/**
 * `content/references.yml`: everything that the book cites, once, by key.
 *
 * A key is the first author's family name and the year (`he-2015`), with a letter after the year
 * where two works would share it (`bengio-2013b`).
 */
import { z } from 'zod';

/** `Family, Given`; a name without a comma is an organisation; `others` may end a list. */
const names = z.array(z.string().min(1)).min(1);

const common = {
  authors: names,
  /** In sentence case: capitals only where they must survive every citation style. */
  title: z.string().min(1),
  year: z.int().min(1800).max(2100),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI looks like 10.1038/323533a0')
    .optional(),
  arxiv: z
    .string()
    .regex(/^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/, 'an arXiv id looks like 1502.01852')
    .optional(),
  url: z.url().optional(),
  /** A sentence for the reader, such as where a preprint appeared later. */
  note: z.string().optional(),
  /** How the facts were checked, in few words; `false` for an entry that awaits its check. */
  verified: z.union([z.string().min(1), z.literal(false)]),
};

const volume = z.union([z.int().positive(), z.string()]).optional();
const pages = z
  .string()
  .regex(/^[a-z]?\d+(-\d+)?$/, 'pages look like 533-536')
  .optional();

const article = z.strictObject({
  type: z.literal('article'),
  ...common,
  journal: z.string(),
  volume,
  number: volume,
  pages,
});

const inBook = {
  ...common,
  booktitle: z.string(),
  editors: names.optional(),
  series: z.string().optional(),
  volume,
  pages,
};
const inproceedings = z.strictObject({
  type: z.literal('inproceedings'),
  ...inBook,
  publisher: z.string().optional(),
});
const incollection = z.strictObject({
  type: z.literal('incollection'),
  ...inBook,
  publisher: z.string(),
});

const book = z.strictObject({ type: z.literal('book'), ...common, publisher: z.string() });

const thesis = {
  ...common,
  school: z.string(),
  /** What the degree is called where that differs from the type: `Diploma thesis`. */
  kind: z.string().optional(),
};
const phdthesis = z.strictObject({ type: z.literal('phdthesis'), ...thesis });
const mastersthesis = z.strictObject({ type: z.literal('mastersthesis'), ...thesis });

const techreport = z.strictObject({
  type: z.literal('techreport'),
  ...common,
  institution: z.string(),
  number: z.string().optional(),
});

/** Preprints, manuscripts and websites. A website that keeps changing has no year. */
const misc = z.strictObject({
  type: z.literal('misc'),
  ...common,
  year: common.year.optional(),
  howpublished: z.string().optional(),
});

const referenceSchema = z.discriminatedUnion('type', [
  article,
  inproceedings,
  incollection,
  book,
  phdthesis,
  mastersthesis,
  techreport,
  misc,
]);

/** Without accents and in lower case, as keys are written. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The key that an entry should have, up to a letter at its end. */
function keyOf({ authors, year }: Reference): string {
  const [family = ''] = authors[0]!.split(',');
  const [word = ''] = family.split(' ');
  return year === undefined ? plain(family) : `${plain(word)}-${year}`;
}

export const referencesSchema = z
  .record(z.string(), referenceSchema)
  .superRefine((references, context) => {
    for (const [key, reference] of Object.entries(references)) {
      const expected = keyOf(reference);
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: [key], message });
      if (key.replace(/(?<=\d{4})[b-z]$/, '') !== expected) {
        complain(`first author and year give the key "${expected}"`);
      }
      const { doi, arxiv, url } = reference;
      if (reference.type === 'misc' && !doi && !arxiv && !url) {
        complain('a misc entry needs a doi, an arxiv id or a url to be found by');
      }
    }
  });

export type Reference = z.infer<typeof referenceSchema>;
export type References = Readonly<Record<string, Reference>>;
