import {
  emptyDraft,
  listed,
  TEXT_FIELDS,
  type Draft,
  type DraftMeasure,
  type TextField,
} from '../../domain/case/draft.ts';
import { el, need } from '../browser/elements.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (form: HTMLFormElement, name: string): Control[] => [
  ...form.querySelectorAll<Control>(`[name="${name}"]`),
];

const checked = (form: HTMLFormElement, name: string): string[] =>
  controls(form, name)
    .filter((control) => control instanceof HTMLInputElement && control.checked)
    .map(({ value }) => value);

const isChoice = (control: Control | undefined): boolean =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function valueOf(form: HTMLFormElement, name: string): string {
  const [first] = controls(form, name);
  return isChoice(first) ? (checked(form, name)[0] ?? '') : (first?.value ?? '');
}

const PARTS = ['what', 'tool', 'before', 'after', 'on'] as const;

function measuresOf(form: HTMLFormElement): DraftMeasure[] {
  return [...form.querySelectorAll<HTMLElement>('.desk-measure')].map((row) => {
    const part = (name: (typeof PARTS)[number]) => need<HTMLInputElement>(row, `[data-part="${name}"]`).value;
    return { what: part('what'), tool: part('tool'), before: part('before'), after: part('after'), on: part('on') };
  });
}

/** Adds a row to 前后比较, filled where something is known. */
export function addMeasure(form: HTMLFormElement, measure?: DraftMeasure): HTMLElement {
  const template = form.querySelector<HTMLTemplateElement>('template[data-measure]');
  const row = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const place = need(form, '[data-measures]');
  place.append(row);
  for (const name of PARTS) need<HTMLInputElement>(row, `[data-part="${name}"]`).value = measure?.[name] ?? '';
  number(form);
  return row;
}

/** Takes away the row of 前后比较 that a button stands in. */
export function dropMeasure(form: HTMLFormElement, button: HTMLElement | null): void {
  button?.closest('.desk-measure')?.remove();
  number(form);
  need(form, '#d-addMeasure').focus();
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Numbers the rows of 前后比较, so that remarks find their fields. */
function number(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>('.desk-measure').forEach((row, at) => {
    need(row, 'legend').textContent = `第${at + 1}样`;
    for (const name of PARTS) need<HTMLInputElement>(row, `[data-part="${name}"]`).name = `measure:${at}:${name}`;
  });
}

/** What stands in the form, without pictures and what the form doesn't show. */
export function readForm(form: HTMLFormElement): Omit<Draft, 'pictures' | 'kept'> {
  const empty = emptyDraft();
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, valueOf(form, name)])) as Record<TextField, string>;
  return {
    ...texts,
    services: checked(form, 'services'),
    scope: checked(form, 'scope'),
    sample: checked(form, 'sample').length > 0,
    measures: measuresOf(form),
    sections: Object.fromEntries(
      Object.keys(empty.sections).map((title) => [title, valueOf(form, `section:${title}`)]),
    ),
  };
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  for (const control of controls(form, name)) {
    if (control instanceof HTMLInputElement && isChoice(control)) control.checked = control.value === value;
    else {
      // What a list doesn't offer is offered now, so that it isn't lost.
      const known = !(control instanceof HTMLSelectElement) || [...control.options].some((one) => one.value === value);
      if (!known) control.append(Object.assign(el('option', '', value), { value }));
      // A field that is written anew can't be undone by the browser any more.
      if (control.value !== value) control.value = value;
    }
  }
}

/** Puts a draft into the form; the station is chosen by who knows the lists. */
export function writeForm(form: HTMLFormElement, draft: Draft): void {
  for (const name of TEXT_FIELDS) if (name !== 'station') fill(form, name, draft[name]);
  for (const [title, text] of Object.entries(draft.sections)) fill(form, `section:${title}`, text);
  for (const name of ['services', 'scope'] as const)
    for (const control of controls(form, name))
      if (control instanceof HTMLInputElement) control.checked = draft[name].includes(control.value);
  for (const control of controls(form, 'sample'))
    if (control instanceof HTMLInputElement) control.checked = draft.sample;
  need(form, '[data-measures]').replaceChildren();
  for (const measure of draft.measures) addMeasure(form, measure);
}

const never = (form: HTMLFormElement): HTMLTextAreaElement => need(form, '[data-never]');

/**
 * The names and words that the writer says must not stand in the text, of two signs or more. They are in no draft:
 * nothing that leaves the page holds them.
 */
export const neverWords = (form: HTMLFormElement): readonly string[] =>
  listed(never(form).value).filter((word) => [...word].length > 1);

/** Empties the list of what must not stand in the text. */
export function forgetNever(form: HTMLFormElement): void {
  never(form).value = '';
}

/** Makes a field as high as its text, where the browser doesn't do so itself. */
export function grow(form: HTMLElement): void {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return;
  for (const field of form.querySelectorAll('textarea')) {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 4}px`;
  }
}

/** Shows only what matters now: fields of real people, what is left over, what a drawing shows. */
export function tidyForm(form: HTMLFormElement, draft: Draft): void {
  need(form, '[data-real]').hidden = draft.sample;
  need(form, '[data-leftover]').hidden = draft.leftover.trim() === '';
  need(form, '[data-drawings]').hidden = draft.pictures.length > 0;
  need(form, '[data-drawing-alt]').hidden = draft.drawing === '';
}
