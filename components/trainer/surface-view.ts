/** The picture of the plane on the page, brought up to date. */
import { predictions, surfaceLines } from '#figures/decision-surface-lines.ts';
import { pointPaths } from '#figures/decision-surface-points.ts';
import { gridSize, heatPixels, surfaceKind, surfacePixels } from '#figures/decision-surface.ts';
import type { Objective } from '#nn/objective.ts';
import type { Ground } from '#nn/points.ts';
import type { Split } from '#nn/split.ts';
import { extent, markersOf } from './drawing.ts';
import { groundTexts, keyName } from './ground-words.ts';

export class SurfaceView {
  readonly #host: Element;
  readonly #svg: SVGSVGElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #image = new ImageData(gridSize, gridSize);
  #ground: Ground | undefined;

  constructor(host: Element) {
    this.#host = host;
    this.#svg = host.querySelector<SVGSVGElement>('.trainer-plane svg')!;
    this.#canvas = host.querySelector('canvas') ?? document.createElement('canvas');
    this.#canvas.width = gridSize;
    this.#canvas.height = gridSize;
  }

  /** Lays the ground: points, axes and the key to them. */
  showPoints(split: Split, ground: Ground): void {
    this.#ground = ground;
    const group = this.#svg.querySelector('.points')!;
    const paths = markersOf(ground).flatMap(({ split: side, group: which, layers }) => {
      const d = pointPaths(split[side], ground, extent)[which]!;
      return layers.map((layer) => {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        for (const [name, value] of Object.entries({ ...layer, fill: 'none', d }))
          path.setAttribute(name, String(value));
        return path;
      });
    });
    group.replaceChildren(...paths);
    const texts = groundTexts(ground);
    for (const end of this.#host.querySelectorAll<HTMLElement>('[data-end]'))
      end.textContent = texts[end.dataset['end'] as keyof typeof texts];
    for (const key of this.#host.querySelectorAll<HTMLElement>('[data-key]'))
      key.hidden = !keyName(ground).includes(key.dataset['key']!);
    const kind = surfaceKind(ground);
    this.#svg.dataset['kind'] = kind;
    // A boundary lies under the points, a curve over them.
    const line = this.#svg.querySelector('.boundary')!;
    if (kind === 'curve') group.after(line);
    else group.before(line);
  }

  show(logits: Float32Array, objective: Objective): void {
    const ground = this.#ground!;
    const kind = surfaceKind(ground);
    if (kind === 'classes') surfacePixels(logits, objective, this.#image.data);
    else if (kind === 'heat')
      heatPixels(predictions(logits, objective), ground.range!, this.#image.data);
    else this.#image.data.fill(0);
    this.#paint(surfaceLines(logits, objective, ground, extent));
  }

  #paint(lines: string): void {
    this.#canvas.getContext('2d')!.putImageData(this.#image, 0, 0);
    if (!this.#canvas.parentNode) this.#svg.before(this.#canvas);
    this.#svg.querySelector('.boundary')!.setAttribute('d', lines);
  }

  /** Ground without points: there is no network to show. */
  clear(ground: Ground): void {
    const { dimensions } = ground;
    const nothing = {
      count: 0,
      dimensions,
      inputs: new Float64Array(),
      targets: new Float64Array(),
    };
    this.showPoints({ train: nothing, test: nothing }, ground);
    this.#image.data.fill(0);
    this.#paint('');
  }

  /** All of it in one drawing, for copies. */
  get svg(): SVGSVGElement {
    if (this.#canvas.parentNode)
      this.#svg.querySelector('image')!.setAttribute('href', this.#canvas.toDataURL());
    return this.#svg;
  }
}
