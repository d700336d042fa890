/** The plan of the book: chapters that stand, and those in preparation with a line on what they will be. */
import { z } from 'zod';
import type { Locale } from '#i18n/locales.ts';
import { readYaml } from './files.ts';

const schema = z.array(
  z.union([
    z.strictObject({ slug: z.string() }),
    z.strictObject({
      title: z.string(),
      about: z.string(),
      /** The chapters that it will build on, by the names of their files. */
      after: z.array(z.string()).default([]),
    }),
  ]),
);

/** `content/<lang>/contents.yml` */
export const plannedContents = (locale: Locale) =>
  readYaml(`content/${locale}/contents.yml`, schema).data;

/** `ReLU, for and against` -> `relu-for-and-against`: what the file of a planned chapter will be called. */
const slugFor = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What a chapter goes by, whether it stands or is in preparation. */
export const planSlug = (item: ReturnType<typeof plannedContents>[number]): string =>
  'slug' in item ? item.slug : slugFor(item.title);
