/** What a claim can be found to be, in the order in which a page lists them. */
export const verdicts = ['true', 'conditions', 'misleading', 'false', 'unproven'] as const;
