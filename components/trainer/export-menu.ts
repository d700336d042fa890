/** The menu that a network is taken along with (ExportMenu.astro). What writes it comes when it is opened. */
import { fill } from '#i18n/fill.ts';
import { formats } from '#exports/network/formats.ts';
import type { FormatId, Form, NetworkJson, RunData, Say } from '#exports/network/index.ts';
import { copyOrSave, saveFile } from '../figure/share.ts';

export interface ExportSurroundings {
  /** The words, those under `export.` among them. */
  readonly messages: Readonly<Record<string, string>>;
  /** The run as it stands; nothing when there is none. */
  readonly run: () => Promise<RunData | undefined>;
  /** A reader has opened a network. Without this none can be. */
  readonly open?: (network: NetworkJson) => void;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

/** A longer listing would make the page slow, and nobody reads it here. */
const SHOWN_LINES = 400;

/** @param host the menu itself */
export const exportMenu = (host: HTMLElement, around: ExportSurroundings): ExportMenu =>
  new ExportMenu(host, around);

export class ExportMenu {
  readonly #host: HTMLElement;
  readonly #around: ExportSurroundings;
  /** Counts what was asked for: an answer that comes late is not shown. */
  #asked = 0;

  constructor(host: HTMLElement, around: ExportSurroundings) {
    this.#host = host;
    this.#around = around;
    const { signal, open } = around;
    const on = (name: string, type: string, action: (event: Event) => unknown) =>
      this.#part(name).addEventListener(type, (event) => void action(event), { signal });
    host.addEventListener('toggle', () => void this.#show(), { signal });
    for (const radio of host.querySelectorAll('input[type=radio]'))
      radio.addEventListener('change', () => this.#choose(), { signal });
    on('copy', 'click', () => this.#copy());
    on('save', 'click', () => this.#save());
    if (open) {
      this.#part('open').hidden = false;
      on('open', 'change', ({ target }) => this.#open(target as HTMLInputElement, open));
    }
    void this.#show();
  }

  #part = (name: string): HTMLElement => this.#host.querySelector(`[data-export=${name}]`)!;

  #say: Say = (key, values) => fill(this.#around.messages[key]!, values);

  get #format() {
    const { value } = this.#host.querySelector<HTMLInputElement>('[name=exportFormat]:checked')!;
    return formats.find(({ id }) => id === (value as FormatId))!;
  }

  get #form(): Form {
    return this.#host.querySelector<HTMLInputElement>('[name=exportForm]:checked')!.value as Form;
  }

  /** The text of the choice, from the run as it stands now. */
  async #write(): Promise<string> {
    const [{ exportNetwork }, run] = await Promise.all([
      import('#exports/network/index.ts'),
      this.#around.run(),
    ]);
    if (!run) throw new Error(this.#say('export.noRun'));
    return exportNetwork(this.#format.id, run, this.#say, this.#form);
  }

  /** The reader wants something else: what was said before no longer matters. */
  #choose(): void {
    this.#tell('');
    this.#part('code').scrollTop = 0;
    void this.#show();
  }

  /** Writes the text anew, after the network has become another. */
  refresh(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    if (!(this.#host as HTMLDetailsElement).open) return;
    const { forms } = this.#format;
    const asked = ++this.#asked;
    this.#part('forms').hidden = !forms;
    this.#part('does').textContent = this.#say(`export.does.${forms ? this.#form : 'json'}`);
    try {
      const text = await this.#write();
      if (asked !== this.#asked) return;
      this.#display(text);
    } catch (error) {
      if (asked === this.#asked) this.#fail(error);
    }
  }

  #display(text: string): void {
    const lines = text.trimEnd().split('\n');
    const box = this.#part('code');
    const format = this.#say(`export.format.${this.#format.id}`);
    box.setAttribute('aria-label', this.#say('export.code', { format, lines: lines.length }));
    box.querySelector('code')!.textContent = lines.slice(0, SHOWN_LINES).join('\n');
    const rest = lines.length - SHOWN_LINES;
    this.#part('cut').textContent = rest > 0 ? this.#say('export.cut', { lines: rest }) : '';
  }

  async #copy(): Promise<void> {
    const { file } = this.#format;
    const text = this.#write();
    try {
      const blob = text.then((written) => new Blob([written], { type: 'text/plain' }));
      const done = await copyOrSave(blob, 'text/plain', file);
      this.#display(await text);
      this.#tell(
        done === 'copied' ? this.#say('export.done') : this.#say('export.saved', { file }),
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  async #save(): Promise<void> {
    const { file, type } = this.#format;
    try {
      const text = await this.#write();
      saveFile(new Blob([text], { type }), file);
      this.#display(text);
      this.#tell(this.#say('export.saved', { file }));
    } catch (error) {
      this.#fail(error);
    }
  }

  async #open(input: HTMLInputElement, open: (network: NetworkJson) => void): Promise<void> {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const { parseNetworkJson, NetworkJsonError } = await import('#exports/network/index.ts');
    try {
      const network = parseNetworkJson(await chosen.text());
      open(network);
      this.#tell(this.#say('export.opened', { parameters: network.parameters.length }));
    } catch (error) {
      if (!(error instanceof NetworkJsonError)) return this.#fail(error);
      this.#tell(this.#say(`export.json.${error.reason}`, { file: chosen.name }));
    } finally {
      input.value = ''; // The same file can be chosen again.
    }
  }

  #tell(text: string): void {
    this.#part('said').textContent = text;
  }

  #fail(error: unknown): void {
    this.#tell(
      this.#say('export.failed', {
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
  }
}
