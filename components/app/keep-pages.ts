/**
 * When a page has loaded, lets the browser keep it. A page without a manifest is kept by nobody: in frames of
 * other sites, on disk, and while the book is written.
 */
const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');

if (manifest && 'serviceWorker' in navigator) {
  const keep = async () => {
    try {
      const { start } = await import('./live-app.ts');
      await start(new URL('../', manifest.href).href);
    } catch {
      // Nothing is kept, and the book is read from the network.
    }
  };
  if (document.readyState === 'complete') void keep();
  else addEventListener('load', keep);
} else {
  // Where no browser can keep anything, nothing offers it.
  document.querySelector('keep-book')?.remove();
}
