/** How listings are coloured: the themes of the book's Markdown, with comments as dark as other small text. */

export const themes = {
  light: 'github-light-high-contrast',
  dark: 'github-dark-high-contrast',
} as const;

/** The light theme's comments have a contrast of 4.4 : 1 on the ground of a listing; the book promises 7. */
export const legibleComments = {
  name: 'legible-comments',
  preprocess(_code: string, options: { colorReplacements?: object }) {
    options.colorReplacements = { [themes.light]: { '#66707b': '#4f473c' } };
  },
};

/** Marks lines, counted from 1, with the class `changed`. */
export const markLines = (lines: ReadonlySet<number>) => ({
  name: 'mark-lines',
  line(node: { properties: Record<string, unknown> }, line: number) {
    if (lines.has(line)) node.properties['class'] = 'line changed';
  },
});
