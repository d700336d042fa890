/**
 * A text field that takes a formula: reads it a moment after the last key, says under the field what is
 * wrong and where, and offers the correction. Used by `<OwnFunction>` and by trainers.
 */
import { FormulaError, ownFunction, type OwnFunction } from '#formula/index.ts';
import { fill } from '#i18n/fill.ts';

export interface FormulaFieldOptions {
  /** Messages under `formula.`, with that prefix in their keys. */
  messages: Readonly<Record<string, string>>;
  /** A formula was read that is not the one before. */
  onFormula(own: OwnFunction, text: string): void;
  /** The text is not a formula; what was read before still stands. */
  onProblem?(error: FormulaError): void;
}

export interface FormulaField {
  /** What was read last; undefined before the first formula. */
  readonly own: OwnFunction | undefined;
  /** Puts a text into the field and reads it at once, as if the reader had typed it. */
  set(text: string): void;
  /** Shows a formula from elsewhere, without telling anybody; one that cannot be read is complained of. */
  show(text: string): void;
}

/** Long enough not to find fault with a word that is still being typed. */
const pause = { good: 250, bad: 800 };

/**
 * @param input named by a label of its own
 * @param problem an element with `role="status"` and an id, after the field; it is filled and emptied.
 *   What follows it here, the marked formula and the correction, is added by this module.
 */
export function attachFormulaField(
  input: HTMLInputElement,
  problem: HTMLElement,
  { messages, onFormula, onProblem }: FormulaFieldOptions,
): FormulaField {
  const say = (key: string, values = {}) => fill(messages[`formula.${key}`] ?? key, values);
  const describedBy = input.getAttribute('aria-describedby') ?? '';
  const extra = document.createElement('div');
  extra.className = 'formula-fix';
  problem.after(extra);
  let own: OwnFunction | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The text of which the field complains now. */
  let faulty: string | undefined;

  const clear = () => {
    input.removeAttribute('aria-invalid');
    extra.replaceChildren();
    faulty = undefined;
  };
  const complain = (error: FormulaError) => {
    // Once: a press on the correction leaves the field, which must not take the correction away.
    if (faulty === input.value) return;
    faulty = input.value;
    input.setAttribute('aria-invalid', 'true');
    const ids = new Set([...describedBy.split(/\s+/).filter(Boolean), problem.id]);
    input.setAttribute('aria-describedby', [...ids].join(' '));
    const stale = own ? [say('stale')] : [];
    problem.textContent = [
      say(`error.${error.reason}`, error.values),
      say(`hint.${error.hint}`, error.values),
      ...stale,
    ].join(' ');
    extra.replaceChildren(...marked(input.value, error));
    const { fix } = error;
    if (!fix) return;
    const text = input.value.slice(0, fix.start) + fix.text + input.value.slice(fix.end);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = say('use', { text });
    button.addEventListener('click', () => {
      input.focus();
      set(text);
    });
    extra.append(button);
  };

  /** Reads the field. Mistakes are kept back for a while unless `now`. */
  const read = (now: boolean) => {
    clearTimeout(timer);
    const text = input.value;
    try {
      const next = ownFunction(text);
      clear();
      problem.textContent = next.parsed.notices
        .map(({ reason, values }) => say(`notice.${reason}`, values))
        .join(' ');
      const changed = next !== own;
      own = next;
      if (changed) onFormula(next, text);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      if (!now) timer = setTimeout(() => read(true), pause.bad - pause.good);
      else {
        complain(error);
        onProblem?.(error);
      }
    }
  };
  const set = (text: string) => {
    input.value = text;
    read(true);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => read(false), pause.good);
  });
  input.addEventListener('change', () => read(true));
  return {
    get own() {
      return own;
    },
    set,
    show(text) {
      input.value = text;
      clearTimeout(timer);
      clear();
      problem.textContent = '';
      own = undefined;
      try {
        own = ownFunction(text);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        if (text !== '') complain(error);
      }
    },
  };
}

/** The text with the place of the mistake marked: for the eye, the words say it too. */
function marked(text: string, { start, end }: FormulaError): Node[] {
  if (text.trim() === '') return [];
  const code = document.createElement('code');
  code.setAttribute('aria-hidden', 'true');
  const mark = document.createElement('mark');
  mark.textContent = text.slice(start, end) || ' ';
  code.append(text.slice(0, start), mark, text.slice(end));
  return [code];
}
