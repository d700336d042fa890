/** The living part of the softmax figure. */
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { decodeState, encodeState, initialState, type State } from '#state/fragment.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { logitRange, logitsOf, readingOf, softmaxFields } from './softmax-state.ts';

/** Milliseconds without a change after which the leader is read out. */
const settled = 500;

/** @param touched names of the sliders that the reader moved before this module arrived */
export function startSoftmax(host: HTMLElement, touched: ReadonlySet<string>): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const say = (key: string, values = {}) => fill(messages[`softmax.${key}`]!, values);
  const fields = softmaxFields(JSON.parse(host.dataset['logits']!) as number[]);
  const start = decodeState(fields, queryFor(id) ?? '');
  let state: State = start.state;
  const sliders = [...host.querySelectorAll<HTMLInputElement>('[type=range]')];
  const write = (selector: string, texts: readonly string[]) =>
    host.querySelectorAll(selector).forEach((place, k) => (place.textContent = texts[k]!));

  let speaking: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const { p, sigma, sigmaSum, winner } = readingOf(state);
    for (const slider of sliders) slider.value = String(state[slider.name]);
    write(
      '[data-z]',
      logitsOf(state).map((z) => formatNumber(z, 2)),
    );
    write(
      '[data-p]',
      p.map((value) => formatNumber(value, 4)),
    );
    write(
      '[data-sigma]',
      sigma.map((value) => formatNumber(value, 3)),
    );
    write('[data-sum]', [formatNumber(sigmaSum, 3)]);
    write('[data-t]', [formatNumber(Number(state['T']), 1)]);
    host
      .querySelectorAll<HTMLElement>('.softmax-bar span')
      .forEach((bar, k) => bar.style.setProperty('--share', String(p[k])));
    remember(id, encodeState(fields, state));
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      write('.verdict', [say('winner', { k: winner + 1, p: formatNumber(p[winner]!, 3) })]);
    }, settled);
  };
  const set = (changes: State) => {
    state = { ...state, ...changes };
    show();
  };

  host.addEventListener('input', ({ target }) => {
    const { name, valueAsNumber } = target as HTMLInputElement;
    set({ [name]: valueAsNumber });
  });
  const actions: Record<string, () => void> = {
    shift: () =>
      set(
        Object.fromEntries(
          logitsOf(state).map((z, k) => [`z${k + 1}`, Math.min(z + 1, logitRange.max)]),
        ),
      ),
    reset: () => {
      clearNotice(host);
      set(initialState(fields));
    },
  };
  for (const button of host.querySelectorAll<HTMLElement>('[data-action]'))
    button.addEventListener('click', actions[button.dataset['action']!]!);

  offerCopies(host, id, messages, {
    query: () => encodeState(fields, state),
    csv: () => {
      const { p, sigma } = readingOf(state);
      const rows = logitsOf(state).map((z, k) => [k + 1, z, p[k], sigma[k]].join(','));
      return ['class,logit,softmax,sigmoid', ...rows].join('\n') + '\n';
    },
  });
  showProblems(host, start.problems, messages);
  const moved = sliders.filter(({ name }) => touched.has(name));
  if (moved.length > 0)
    set(Object.fromEntries(moved.map(({ name, valueAsNumber }) => [name, valueAsNumber])));
  else if (queryFor(id)) show();
}
