import type { APIRoute } from 'astro';
import { bibliographyToBibtex } from '#bibliography/bibtex.ts';
import { loadReferences } from '#bibliography/load.ts';

/** Every reference of the book. */
export const GET: APIRoute = () =>
  new Response(bibliographyToBibtex(loadReferences()), {
    headers: { 'Content-Type': 'application/x-bibtex' },
  });
