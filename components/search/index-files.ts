/** Fetches parts of the index as classic scripts: they also come from a folder on disk. */

/** A script that leaves what it brings on its own element. */
interface Carrier extends HTMLScriptElement {
  content?: unknown;
}

/** @param url of the script; rejects when it does not come, or brings nothing */
export function loadPart<Part>(url: string): Promise<Part> {
  return new Promise((resolve, reject) => {
    const script: Carrier = document.createElement('script');
    script.src = url;
    script.addEventListener('load', () => {
      script.remove();
      if (script.content === undefined) reject(new Error(`${url} brought nothing.`));
      else resolve(script.content as Part);
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${url} did not load.`));
    });
    document.head.append(script);
  });
}
