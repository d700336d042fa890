/** What stands beside a question about its answer. */
import type { Entry } from '#questions/progress.ts';
import { entryOf } from '#questions/store.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { putAnswer } from './fields.ts';

/** Says beside the question's number how it was answered. */
export function showState(host: Element, outcome: Entry['outcome']): void {
  const state = host.closest('.question')!.querySelector<HTMLElement>('.question-state')!;
  state.dataset['outcome'] = outcome;
  state.textContent = pageMessages()[`question.say.state.${outcome}`]!;
}

/** A prediction that is locked in can be read and no longer changed. */
export function lock(host: Element): void {
  for (const set of host.querySelectorAll('fieldset')) set.disabled = true;
  for (const field of host.querySelectorAll<HTMLInputElement>('[name=answer]'))
    field.disabled = true;
  host.querySelector('[type=submit]')!.textContent = pageMessages()['question.say.run.again']!;
}

/** Puts back what was answered on an earlier visit. It is not marked again before the reader asks. */
export function restore(host: HTMLElement): void {
  const entry = entryOf(host.dataset['of']!);
  if (!entry) return;
  const isRun = host.dataset['type'] === 'run';
  // Who has begun to answer while this was on its way is not interrupted.
  if (isRun || !host.matches(':focus-within')) putAnswer(host, entry.answer);
  showState(host, entry.outcome);
  if (isRun) lock(host);
}
