// The little of Citation.js that the tests use; it comes without types.
declare module '@citation-js/core' {
  interface CslName {
    family?: string;
    given?: string;
    'non-dropping-particle'?: string;
  }
  export interface CslEntry {
    id: string;
    title: string;
    author: CslName[];
    issued?: { 'date-parts': number[][] };
    page?: string;
    DOI?: string;
  }
  export const plugins: {
    input: { chain(source: string, options: { generateGraph: boolean }): CslEntry[] };
  };
}
declare module '@citation-js/plugin-bibtex';
