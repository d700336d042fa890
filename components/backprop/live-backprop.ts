/** The living part of a walk through backpropagation, loaded when a reader first touches one. */
import { fill } from '#i18n/fill.ts';
import { decodeState, encodeState, initialState, type State } from '#state/fragment.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import type { Say } from '../trainer/words.ts';
import { backpropFields, sceneOf, type BackpropConfig } from './config.ts';
import { Stepper } from './stepper.ts';

/** @param touched names of the controls that the reader moved before this module arrived */
export function startWalk(host: HTMLElement, touched: ReadonlySet<string>): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const say: Say = (key, values = {}) => fill(messages[`view.${key}`] ?? key, values);
  const config = JSON.parse(host.dataset['config']!) as BackpropConfig;
  const fields = backpropFields(config);
  const start = decodeState(fields, queryFor(id) ?? '');
  let state: State = start.state;

  const write = () => remember(id, encodeState(fields, state));
  const stepper = new Stepper(host.querySelector('[data-walk]')!, say, (step) => {
    state = { ...state, step };
    write();
  });
  const selects = [...host.querySelectorAll('select')];
  const show = () => {
    for (const select of selects) select.value = String(state[select.name]);
    stepper.show(sceneOf(config, state), Number(state['step']));
    write();
  };
  const take = () => {
    for (const { name, value } of selects) state = { ...state, [name]: value };
    show();
  };

  for (const select of selects) select.addEventListener('input', take);
  host.querySelector('[data-action=reset]')!.addEventListener('click', () => {
    state = initialState(fields);
    clearNotice(host);
    show();
  });
  offerCopies(host, id, messages, { query: () => encodeState(fields, state) });
  showProblems(host, start.problems, messages);
  const range = host.querySelector<HTMLInputElement>('[name=step]')!;
  if (touched.has('step')) state = { ...state, step: range.valueAsNumber };
  if (selects.some(({ name }) => touched.has(name))) take();
  else show();
}
