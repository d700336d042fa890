/** The views of a trainer that are open: each is loaded when it is first to be seen. */
import { fill } from '#i18n/fill.ts';
import type { Snapshot } from './protocol.ts';
import type { View, ViewContext } from './view.ts';
import { views, type Need, type ViewName } from './views/index.ts';

interface Panel {
  readonly name: ViewName;
  readonly host: HTMLElement;
  /** Absent where the view is always open. */
  readonly details: HTMLDetailsElement | null;
  view?: View;
  loading?: Promise<void>;
}

export class OpenViews {
  readonly #panels: readonly Panel[];
  readonly #messages: Record<string, string>;
  readonly #opened: () => void;
  #latest: { snapshot: Snapshot; context: ViewContext } | undefined;

  /** @param opened called when a view needs to be told where the run stands, or when one was closed */
  constructor(
    host: HTMLElement,
    messages: Record<string, string>,
    opened: () => void,
    signal: AbortSignal,
  ) {
    this.#messages = messages;
    this.#opened = opened;
    this.#panels = [...host.querySelectorAll<HTMLElement>('[data-view]')].map((part) => ({
      name: part.dataset['view'] as ViewName,
      host: part,
      details: part.closest<HTMLDetailsElement>('details[data-panel]'),
    }));
    for (const { details } of this.#panels)
      details?.addEventListener('toggle', () => opened(), { signal });
  }

  /** The names of the folded views that are open. */
  get names(): ViewName[] {
    return this.#panels.filter(({ details }) => details?.open).map(({ name }) => name);
  }

  /** Opens the views that a link names. What the reader opened before this module arrived stays open. */
  open(names: readonly string[]): void {
    const early = this.names.some((name) => !names.includes(name));
    for (const { name, details } of this.#panels)
      if (details && names.includes(name)) details.open = true;
    // The reader's own opening was not heard.
    if (early) setTimeout(this.#opened);
  }

  get needs(): readonly Need[] {
    return [...new Set(this.#shown.flatMap(({ name }) => views[name].needs))];
  }

  get #shown(): Panel[] {
    return this.#panels.filter(({ details }) => !details || details.open);
  }

  /** There is no run to see the inside of. */
  clear(): void {
    this.#latest = undefined;
    for (const { host } of this.#panels) host.hidden = true;
  }

  show(snapshot: Snapshot, context: ViewContext): void {
    this.#latest = { snapshot, context };
    for (const panel of this.#shown) {
      // A snapshot from before the view was opened does not tell what it needs.
      if (views[panel.name].needs.some((need) => snapshot[need] === undefined)) continue;
      panel.host.hidden = false;
      if (panel.view) panel.view.show(snapshot, context);
      else void this.#load(panel);
    }
  }

  refresh(always = false): void {
    for (const { view } of this.#shown) view?.refresh?.(always);
  }

  #load(panel: Panel): Promise<void> {
    return (panel.loading ??= views[panel.name].load().then(
      (module) => {
        panel.view = module.create(panel.host, (key, values = {}) =>
          fill(this.#messages[`view.${key}`] ?? key, values),
        );
        if (this.#latest) this.show(this.#latest.snapshot, this.#latest.context);
      },
      () => {
        // The next snapshot tries again.
        delete panel.loading;
      },
    ));
  }
}
