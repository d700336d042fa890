let messages: Record<string, string> | undefined;

/** The words that living parts of this page speak with, by key. They come with the page, once (PageFigures.astro). */
export const pageMessages = (): Record<string, string> =>
  (messages ??= JSON.parse(document.getElementById('page-messages')!.textContent) as Record<
    string,
    string
  >);
