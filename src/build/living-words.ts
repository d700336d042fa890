/** The words that living figures and questions speak with, as scripts that come with what speaks them. */
import type { Plugin } from 'vite';
import { locales } from '#i18n/locales.ts';
import { messageData } from '#i18n/messages.ts';
import { labWords } from '../../components/lab/lab-config.ts';
import { components } from './author-components.ts';

const prefixes = [
  'figure.',
  'plot.',
  'slice.',
  ...labWords,
  ...Object.values(components).flatMap(({ speaks = [] }) => speaks),
];

const id = 'virtual:living-words';

/**
 * Gives `virtual:living-words`: for each language what imports its words. One file serves the whole book,
 * so that a page brings none of them with it. Messages are read once: a changed one shows after a restart.
 */
export const livingWords = (): Plugin => ({
  name: 'book:living-words',
  resolveId: { filter: { id: new RegExp(`^${id}`) }, handler: (source) => `\0${source}` },
  load: {
    filter: { id: new RegExp(`^\0${id}`) },
    handler(resolved) {
      const locale = locales.find((one) => resolved === `\0${id}/${one}`);
      if (locale) {
        const words = JSON.stringify(messageData(locale, ...prefixes));
        return `export const words = JSON.parse(${JSON.stringify(words)});`;
      }
      const imports = locales.map((one) => `${one}: () => import('${id}/${one}')`);
      return `export default { ${imports.join(', ')} };`;
    },
  },
});
