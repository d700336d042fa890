import type { APIRoute } from 'astro';
import { localePaths, type Locale } from '#i18n/locales.ts';
import { messagesFor } from '#i18n/messages.ts';

export const getStaticPaths = localePaths;

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `../icons/${name}.png`,
  type: 'image/png',
  sizes: `${size}x${size}`,
  purpose,
});

/** What a system shows of the book when it is installed. Every address is relative: the book may live anywhere. */
export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] as Locale;
  const t = messagesFor(locale);
  const manifest = {
    name: t('book.title'),
    short_name: t('app.short'),
    description: t('book.description'),
    lang: locale,
    start_url: './',
    scope: '../',
    // A book of many pages needs a way back; systems that have no such window take the plain one.
    display: 'standalone',
    display_override: ['minimal-ui'],
    background_color: '#fbf8f2',
    theme_color: '#fbf8f2',
    categories: ['books', 'education'],
    icons: [
      icon('icon-192', 192, 'any'),
      icon('icon-512', 512, 'any'),
      icon('maskable-512', 512, 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
