/**
 * Where each link was written that authors do not type as one, such as the section that a claim names: from the
 * link as built to `file:line` of every place that has it. Filled while pages are rendered; the link check reads
 * it when the build is done, to name the author's line instead of a built page.
 */
export const linkSources = new Map<string, string[]>();
