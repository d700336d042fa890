/**
 * Where each link was written: from the link as built to `file:line` of every place that has it. The
 * Markdown plugin fills this while pages are rendered; the link check reads it when the build is
 * done, to name the author's line instead of a built page.
 */
export const linkSources = new Map<string, string[]>();
