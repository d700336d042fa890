/** The living part of the search: fetches the index, finds while the reader types, answers the keys. */
import css from '#styles/search-results.css?inline';
import { createEngine } from '#search/engine.ts';
import { kinds, type SearchRecord } from '#search/types.ts';
import { loadPart } from './index-files.ts';
import { followKeys } from './keys.ts';
import { ResultsView, type Words } from './results-view.ts';
import { shortcutSwitch } from './shortcut-switch.ts';

/** @param dialog from `SearchDialog.astro`; rejects when the index cannot be had */
export async function start(dialog: HTMLDialogElement): Promise<void> {
  const form = dialog.querySelector('form')!;
  const input = form.querySelector('input')!;
  const wordsUrl = new URL(dialog.dataset['words']!, document.baseURI);
  const part = (name: string) => new URL(`${name}.js`, wordsUrl).href;
  const coming = kinds.map((kind) => loadPart<SearchRecord[]>(part(kind)));
  for (const one of coming) one.catch(() => undefined);
  const words = await loadPart<Words>(wordsUrl.href);

  dialog.addEventListener('click', (event) => {
    // Only the dialog's own edge and what lies behind it, not its parts.
    if (event.target === dialog) dialog.close();
  });

  style();
  const engine = createEngine();
  const view = new ResultsView(dialog, words, new URL('..', wordsUrl));
  dialog.append(view.element, shortcutSwitch(words['search.shortcut']!));
  followKeys(dialog, input, view.element);
  const find = () => view.show(input.value, engine);
  input.addEventListener('input', find);
  form.addEventListener('submit', () => {
    find();
    view.first()?.click();
  });
  find();

  const arrived = kinds.map(async (kind, i) => {
    engine.add(kind, await coming[i]!);
    find();
  });
  const outcomes = await Promise.allSettled(arrived);
  view.complete(outcomes.every(({ status }) => status === 'fulfilled'));
  find();
}

/** As an adopted sheet: a policy that forbids style elements allows it. */
function style(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
