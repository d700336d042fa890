/** Copies a figure as link, picture or numbers; saves a file where the clipboard is closed. */

/** An SVG that stands alone: every style it takes from the page is written into it. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const properties = [
    'fill',
    'stroke',
    'color',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
  ];
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    // A shape to be used takes its style from each use.
    if (element.closest('defs')) return;
    const style = getComputedStyle(originals[i]!);
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      if (value) element.setAttribute(property, value);
    }
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('class');
  for (const part of [copy, ...copy.querySelectorAll('[aria-hidden]')]) {
    part.removeAttribute('aria-hidden');
  }
  copy.setAttribute('role', 'img');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  // In the page the figure speaks for its picture.
  title.textContent = svg.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
  copy.prepend(title, paper);
  return new XMLSerializer().serializeToString(copy);
}

/** Rasterises at three times the size, enough for print. */
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const scale = 3;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = svg.viewBox.baseVal.width * scale;
  canvas.height = svg.viewBox.baseVal.height * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png');
  });
}

/**
 * Puts a blob on the clipboard, or saves it as a file when the browser refuses.
 * The blob may still be in the making: the clipboard must be asked within the click itself.
 */
export async function copyOrSave(
  blob: Blob | Promise<Blob>,
  type: 'text/plain' | 'image/png',
  fileName: string,
): Promise<'copied' | 'saved'> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
    return 'copied';
  } catch {
    saveFile(await blob, fileName);
    return 'saved';
  }
}

/** Puts a blob among the reader's downloads. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Not at once: the browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
