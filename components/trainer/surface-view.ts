/** The picture of the plane on the page, brought up to date. */
import { boundaryPath } from '#figures/decision-surface-boundary.ts';
import { pointPaths } from '#figures/decision-surface-points.ts';
import { gridSize, surfacePixels } from '#figures/decision-surface.ts';
import { formatSetting } from '#i18n/numbers.ts';
import { datasets, type DatasetId } from '#nn/datasets.ts';
import type { Loss } from '#nn/losses.ts';
import type { Split } from '#nn/split.ts';
import { extent } from './drawing.ts';

export class SurfaceView {
  readonly #host: Element;
  readonly #svg: SVGSVGElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #image = new ImageData(gridSize, gridSize);

  constructor(host: Element) {
    this.#host = host;
    this.#svg = host.querySelector<SVGSVGElement>('.trainer-plane svg')!;
    this.#canvas = host.querySelector('canvas') ?? document.createElement('canvas');
    this.#canvas.width = gridSize;
    this.#canvas.height = gridSize;
  }

  showPoints({ train, test }: Split, dataset: DatasetId): void {
    const { domain } = datasets[dataset];
    for (const [split, points] of Object.entries({ train, test })) {
      pointPaths(points, domain, extent).forEach((path, label) => {
        for (const layer of this.#svg.querySelectorAll(`[data-points=${split}-${label}]`))
          layer.setAttribute('d', path);
      });
    }
    for (const end of this.#host.querySelectorAll<HTMLElement>('[data-domain]'))
      end.textContent = formatSetting(domain[Number(end.dataset['domain']) as 0 | 1]);
  }

  show(logits: Float32Array, loss: Loss): void {
    surfacePixels(logits, loss, this.#image.data);
    this.#canvas.getContext('2d')!.putImageData(this.#image, 0, 0);
    if (!this.#canvas.parentNode) this.#svg.before(this.#canvas);
    this.#svg.querySelector('.boundary')!.setAttribute('d', boundaryPath(logits, extent));
  }

  /** All of it in one drawing, for copies. */
  get svg(): SVGSVGElement {
    if (this.#canvas.parentNode)
      this.#svg.querySelector('image')!.setAttribute('href', this.#canvas.toDataURL());
    return this.#svg;
  }
}
