/** The plan of the book: chapters that stand, and those in preparation with a line on what they will be. */
import { z } from 'zod';
import type { Locale } from '#i18n/locales.ts';
import { readYaml } from './files.ts';

const schema = z.array(
  z.union([
    z.strictObject({ slug: z.string() }),
    z.strictObject({ title: z.string(), about: z.string() }),
  ]),
);

/** `content/<lang>/contents.yml` */
export const plannedContents = (locale: Locale) =>
  readYaml(`content/${locale}/contents.yml`, schema).data;
