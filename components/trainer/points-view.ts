/** The reader's own points: clicked into the plane, typed, or taken from a table. */
import { curveRange } from '#figures/decision-surface-lines.ts';
import { addPoint, dropLast, oneClassOnly } from '#lab/own-data.ts';
import { mostPoints } from '#lab/limits.ts';
import { noPoints, writePoints } from '#lab/points.ts';
import type { LabState } from '#lab/state.ts';
import { groundOf } from '#lab/task.ts';
import type { OwnData } from '#nn/own-data.ts';
import type { Wish } from './controls-view.ts';
import { tableSentence } from './table-words.ts';
import type { Say } from './words.ts';

/** Files larger than this are not read: a browser would take too long over them. */
const mostBytes = 30e6;

type Kind = 'classes2' | 'values2' | 'values1';
const kindOf = ({ task, dimensions }: OwnData) => `${task.kind}${dimensions}` as Kind;

export class PointsView {
  readonly #host: HTMLElement;
  readonly #plane: HTMLElement;
  readonly #say: Say;
  readonly #wish: Wish;
  #state: LabState | undefined;

  /** @param plane the picture that points are clicked into */
  constructor(host: HTMLElement, plane: HTMLElement, say: Say, wish: Wish, signal: AbortSignal) {
    this.#host = host;
    this.#plane = plane;
    this.#say = say;
    this.#wish = wish;
    host.addEventListener('click', (event) => this.#press(event), { signal });
    host.addEventListener('change', (event) => this.#change(event), { signal });
    plane.addEventListener('click', (event) => this.#place(event), { signal });
  }

  show(state: LabState): void {
    this.#state = state;
    const kind = kindOf(this.#own);
    this.#field<HTMLSelectElement>('ownKind').value = kind;
    for (const part of this.#host.querySelectorAll<HTMLElement>('[data-own]'))
      part.hidden = !part.dataset['own']!.split(' ').includes(kind);
    this.#host.querySelector('[data-own-name=x1]')!.textContent = this.#say(
      kind === 'values1' ? 'axis.x' : 'axis.x1',
    );
    this.#plane.toggleAttribute('data-open', this.#open);
  }

  get #own(): OwnData {
    return this.#state?.setup.own ?? noPoints;
  }

  /** Points can be added now. */
  get #open(): boolean {
    const { setup, lock, hide } = this.#state!;
    return setup.dataset === 'own' && ![...lock, ...hide].includes('points');
  }

  #field<T extends HTMLElement = HTMLInputElement>(name: string): T {
    return this.#host.querySelector<T>(`[name=${name}]`)!;
  }

  #tell(key: string, values: Record<string, string | number> = {}): void {
    this.#host.querySelector('.own-said')!.textContent = this.#say(`own.said.${key}`, values);
  }

  #take(own: OwnData): void {
    this.#wish('points', writePoints(own));
  }

  #press({ target }: Event): void {
    const action = target instanceof Element && target.closest<HTMLElement>('[data-points]');
    if (!action) return;
    switch (action.dataset['points']) {
      case 'add': {
        const [x1, x2] = ['ownX1', 'ownX2'].map((name) => this.#field(name).valueAsNumber);
        const inputs = this.#own.dimensions === 1 ? [x1!] : [x1!, x2!];
        if (inputs.some(Number.isNaN)) return this.#tell('noNumber');
        return this.#add(inputs, this.#target);
      }
      case 'undo':
        this.#take(dropLast(this.#own));
        return this.#count('undone');
      case 'clear':
        this.#take({ ...this.#own, inputs: [], targets: [] });
        return this.#tell('cleared');
      case 'take':
        return void this.#read(this.#field('ownText').value);
    }
  }

  /** The class or the value that the fields give a new point. */
  get #target(): number {
    if (this.#own.task.kind === 'values') return this.#field('ownY').valueAsNumber || 0;
    return Number(this.#host.querySelector<HTMLInputElement>('[name=ownClass]:checked')!.value);
  }

  #add(inputs: readonly number[], target: number): void {
    const own = this.#own;
    if (own.targets.length >= mostPoints) return this.#tell('full', { most: mostPoints });
    this.#take(addPoint(own, inputs, target));
    this.#count('added');
  }

  #count(key: 'added' | 'undone'): void {
    const own = this.#own;
    const note = oneClassOnly(own) ? ` ${this.#say('own.said.oneClass')}` : '';
    const count = own.targets.length;
    this.#host.querySelector('.own-said')!.textContent =
      this.#say(`own.said.${key}`, { count }) + note;
  }

  #place(event: MouseEvent): void {
    if (!this.#state || !this.#open) return;
    const { left, top, width, height } = this.#plane.getBoundingClientRect();
    const { domain, range = [0, 1], dimensions } = groundOf(this.#state.setup);
    const at = (share: number, [from, to]: readonly [number, number]) => from + share * (to - from);
    const x = at((event.clientX - left) / width, domain);
    const up = 1 - (event.clientY - top) / height;
    if (dimensions === 1) this.#add([x], at(up, curveRange(range)));
    else this.#add([x, at(up, domain)], this.#target);
  }

  #change({ target }: Event): void {
    if (target instanceof HTMLSelectElement && target.name === 'ownKind') this.#turn(target);
    if (!(target instanceof HTMLInputElement) || target.name !== 'ownFile') return;
    const [file] = target.files ?? [];
    if (!file) return;
    if (file.size > mostBytes) return this.#tell('tooLarge', { name: file.name });
    file.text().then(
      (text) => this.#read(text),
      (error: unknown) => this.#tell('unreadable', { reason: String(error) }),
    );
  }

  /** Another kind of points begins empty; while there are points, their kind stays. */
  #turn(select: HTMLSelectElement): void {
    const own = this.#own;
    if (own.targets.length > 0) {
      select.value = kindOf(own);
      return this.#tell('kindStays');
    }
    const [task, dimensions] = {
      classes2: [{ kind: 'classes', classes: 2 }, 2],
      values2: [{ kind: 'values' }, 2],
      values1: [{ kind: 'values' }, 1],
    }[select.value as Kind] as [OwnData['task'], 1 | 2];
    this.#take({ task, dimensions, inputs: [], targets: [] });
    this.#host.querySelector('.own-said')!.textContent = '';
  }

  /** Nothing changes unless there is something to learn from in the table. */
  async #read(text: string): Promise<void> {
    const { readCsv } = await import('#lab/csv.ts');
    const table = readCsv(text, this.#state!.setup.seed);
    if (table.data) this.#take(table.data);
    this.#host.querySelector('.own-said')!.textContent = tableSentence(table, (key, values) =>
      this.#say(`own.said.${key}`, values),
    );
  }
}
