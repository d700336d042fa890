/** What only the laboratory has: own points and formulas, explanations, and ways to take it all away. */
import { mismatchOf } from '#lab/task.ts';
import type { LabState } from '#lab/state.ts';
import { attachFormulaField, type FormulaField } from '../own-function/formula-field.ts';
import { addressForOthers, pageAddress } from '../figure/page-address.ts';
import { linkTo } from '../figure/page-state.ts';
import type { Wish } from './controls-view.ts';
import { EmbedView, iframe } from './embed-view.ts';
import { fill } from '#i18n/fill.ts';
import { warnings } from '../own-function/properties.ts';
import { exportMenu, type ExportMenu, type ExportSurroundings } from './export-menu.ts';
import { ownCurvesOf } from './own-facts.ts';
import { PointsView } from './points-view.ts';
import type { Say } from './words.ts';

export interface LabSurroundings {
  readonly say: Say;
  readonly messages: Record<string, string>;
  readonly wish: Wish;
  readonly state: () => LabState;
  /** A state as it stands in an address. */
  readonly query: (state: LabState) => string;
  /** The address of the laboratory page. */
  readonly page: string;
  readonly id: string;
  readonly signal: AbortSignal;
  /** The weights as they are now; nothing when there is no network. */
  readonly parameters: () => Promise<Float64Array | undefined>;
  /** What the network is taken along with, and how another is opened. */
  readonly networks: Pick<ExportSurroundings, 'run' | 'open'>;
}

export class LabExtras {
  readonly #host: HTMLElement;
  readonly #around: LabSurroundings;
  readonly #points: PointsView | undefined;
  readonly #formula: FormulaField | undefined;
  readonly #export: ExportMenu | undefined;
  /** The formulas that the facts on the page are about. */
  #told = '';

  /** Nothing where the trainer has none of these parts. */
  static in(host: HTMLElement, around: LabSurroundings): LabExtras | undefined {
    const there = host.querySelector('.own-points, .formula-place, .trainer-embed, .mismatch');
    return there ? new LabExtras(host, around) : undefined;
  }

  private constructor(host: HTMLElement, around: LabSurroundings) {
    this.#host = host;
    this.#around = around;
    const { say, messages, wish, signal } = around;
    const points = host.querySelector<HTMLElement>('.own-points');
    const plane = host.querySelector<HTMLElement>('.trainer-plane')!;
    if (points) this.#points = new PointsView(points, plane, say, wish, signal);
    const place = host.querySelector<HTMLElement>('.formula-place');
    if (place)
      this.#formula = attachFormulaField(
        place.querySelector<HTMLInputElement>('input')!,
        place.querySelector<HTMLElement>('[role=status]')!,
        { messages, onFormula: (_own, text) => wish('formula', text) },
      );
    const embed = host.querySelector<HTMLElement>('.trainer-embed');
    if (embed) new EmbedView(embed, say, (choice) => this.#embedded(choice), signal);
    const menu = host.querySelector<HTMLElement>('.trainer-export');
    if (menu) this.#export = exportMenu(menu, { messages, signal, ...around.networks });
    host
      .querySelector('[data-copy-weights]')
      ?.addEventListener('click', () => void this.#linkWithWeights(), { signal });
  }

  show(state: LabState): void {
    this.#points?.show(state);
    this.#export?.refresh();
    if (this.#formula && this.#formula.own?.parsed.text !== state.formula)
      this.#formula.show(state.formula);
    void this.#tellFacts(state);
    const note = this.#host.querySelector<HTMLElement>('.mismatch');
    if (!note) return;
    const mismatch = mismatchOf(state.setup);
    const text = mismatch ? this.#around.say(`lab.mismatch.${mismatch}`) : '';
    if (note.textContent !== text) note.textContent = text;
    note.hidden = text === '';
  }

  /** Poles, kinks and places without a value of the reader's own formulas, and their derivatives. */
  async #tellFacts({ setup }: LabState): Promise<void> {
    const place = this.#host.querySelector('.formula-facts');
    const curves = place ? ownCurvesOf(setup) : [];
    const key = JSON.stringify(
      curves.map(({ activation, parameters }) => [activation.parsed.text, parameters]),
    );
    if (!place || key === this.#told) return;
    this.#told = key;
    const { messages } = this.#around;
    const say = (name: string, values = {}) => fill(messages[name] ?? name, values);
    const texts = curves.flatMap((curve) => warnings(curve, say));
    place.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
    const slopes = this.#host.querySelector('.formula-slope')!;
    slopes.replaceChildren();
    if (curves.length === 0) return;
    // Without KaTeX there is no derivative to read, and all else works.
    const typeset = await import('../own-function/typeset.ts').catch(() => undefined);
    if (typeset && this.#told === key)
      slopes.innerHTML = curves.map((curve) => typeset.symbolicSlope(curve)).join('');
  }

  /** The code for another page, with everything free. */
  get embedCode(): string {
    const { page, title } = this.#embedded({ hide: [], lock: [] });
    return iframe(page, title);
  }

  #embedded(choice: Pick<LabState, 'hide' | 'lock'>): { page: string; title: string } {
    const { query, state, id, page, say } = this.#around;
    const address = pageAddress('embed/', new URL(page, addressForOthers()));
    address.hash = new URL(linkTo(id, query({ ...state(), ...choice }))).hash;
    return { page: address.href, title: say('embed.frameTitle') };
  }

  async #linkWithWeights(): Promise<void> {
    const { parameters, query, state, id, say } = this.#around;
    const said = this.#host.querySelector('[data-weights-said]')!;
    const values = await parameters();
    if (!values) return;
    const link = linkTo(id, query({ ...state(), weights: [...values] }));
    const { copyOrSave } = await import('../figure/share.ts');
    const blob = new Blob([link], { type: 'text/plain' });
    const done = await copyOrSave(blob, 'text/plain', 'laboratory.txt');
    said.textContent = say(`weights.${done}`, { length: link.length });
  }
}
