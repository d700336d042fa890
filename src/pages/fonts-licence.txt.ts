import type { APIRoute } from 'astro';
import licence from '#fonts/LICENSE.md?raw';

/** The licence of the fonts, which asks to go with every copy of them. */
export const GET: APIRoute = () =>
  new Response(licence, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
