/**
 * Runs in a page: waits for the fonts and pictures that a reader waits for, for a script that comes after the first
 * paint, and until what they changed is drawn.
 */
export async function settled(): Promise<void> {
  await document.fonts.ready;
  const eager = [...document.images].filter((image) => image.loading !== 'lazy');
  await Promise.all(eager.map((image) => image.decode().catch(() => undefined)));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  if (document.querySelector('script[data-late]')) await customElements.whenDefined('site-search');
}
