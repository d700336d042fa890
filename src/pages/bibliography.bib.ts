import type { APIRoute } from 'astro';
import { toBibtex } from '#bibliography/bibtex.ts';
import { loadReferences } from '#bibliography/load.ts';

/** Every reference of the book. */
export const GET: APIRoute = () =>
  new Response(
    Object.entries(loadReferences())
      .map(([key, reference]) => toBibtex(key, reference))
      .join('\n'),
    { headers: { 'Content-Type': 'application/x-bibtex' } },
  );
