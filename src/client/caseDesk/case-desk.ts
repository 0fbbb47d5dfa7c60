import { emptyDraft, isEmptyDraft, type Draft } from '../../domain/case/draft.ts';
import { checkDraft, isReady, type Remark } from '../../domain/case/draftCheck.ts';
import { now } from '../browser/clock.ts';
import { need } from '../browser/elements.ts';
import { openDoors } from './doors.ts';
import { DeskFault } from './fault.ts';
import { addMeasure, dropMeasure, forgetNever, grow, neverWords, readForm, tidyForm, writeForm } from './form.ts';
import { saveText, type Work } from './leaving.ts';
import { isRemembering, recall, remember, setRemembering } from './memory.ts';
import { Renaming } from './names.ts';
import { openFile, openPasted, type Opened } from './opening.ts';
import { copy, preview, printSheet, save, setWidth } from './outActs.ts';
import { Pictures } from './pictures.ts';
import { focusField, isWide, showRemarks } from './rail.ts';
import { StationChoice, type Places } from './stationChoice.ts';

const PAUSE = 250;

/**
 * <case-desk data-site data-as-at>: the form of a case, with the check beside it, its pictures and what leaves it. It
 * owns the draft and the pictures. Once loaded it asks for nothing but the programs that open a file; nothing is stored
 * unless `[data-remember]` is ticked.
 */
class CaseDesk extends HTMLElement {
  #abort = new AbortController();
  #form!: HTMLFormElement;
  #pictures!: Pictures;
  #stations!: StationChoice;
  #places: ReadonlySet<string> = new Set();
  #kept: Draft['kept'] = {};
  #remarks: readonly Remark[] = [];
  #renaming!: Renaming;
  #saved = '';
  #timer = 0;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#form = need(this, '[data-form]');
    const data = JSON.parse(need(this, '[data-desk]').textContent ?? '') as { districts: Places; places: string };
    this.#places = new Set(data.places.split(' '));
    this.#stations = new StationChoice(this.#form, data.districts, signal);
    this.#renaming = new Renaming({
      element: this,
      read: () => this.#draft(),
      write: (draft) => this.#write(draft),
      say: (text) => this.#say(text),
    });
    this.#pictures = new Pictures(this, signal, () => this.#soon());
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.addEventListener('input', () => this.#soon(), { signal });
    this.addEventListener('change', (event) => this.#try(() => this.#chosen(event.target)), { signal });
    this.addEventListener('click', (event) => this.#try(() => this.#act(event.target)), { signal });
    openDoors(
      this,
      {
        open: (file) => this.#try(() => this.#open(file)),
        pictures: (files) => this.#try(() => this.#pictures.choose(files)),
      },
      signal,
    );
    addEventListener('beforeunload', (event) => this.#unsaved() && event.preventDefault(), { signal });
    need<HTMLDetailsElement>(this, '[data-rail]').open = isWide(this);
    this.#saved = this.#state();
    this.#check();
    this.#try(() => this.#recall());
    this.dataset['ready'] = '';
  }

  disconnectedCallback(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #draft(): Draft {
    return { ...readForm(this.#form), pictures: this.#pictures.drafts(), kept: this.#kept };
  }

  #work(): Work {
    const { site = '', asAt = '' } = this.dataset;
    this.#check();
    return {
      draft: this.#draft(),
      pixels: this.#pictures.pixels(),
      remarks: this.#remarks,
      station: this.#stations.name(),
      site,
      asAt,
      today: now().date,
    };
  }

  /** All that was done, to tell whether it was saved. */
  #state(): string {
    return `${this.#pictures.changes}${JSON.stringify(this.#draft())}`;
  }

  #unsaved(): boolean {
    const draft = this.#draft();
    return !isEmptyDraft(draft) && this.#state() !== this.#saved && !isRemembering();
  }

  #say(text: string): void {
    need(this, '[data-status]').textContent = text;
  }

  /** Runs something; what the desk can't do is told, other errors are faults of ours. */
  #try(run: () => unknown): void {
    Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        if (!(error instanceof DeskFault)) throw error;
        this.#say(error.message);
      });
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#check();
      if (isRemembering()) this.#try(() => remember(this.#draft(), this.#pictures.pixels()));
    }, PAUSE);
  }

  #check(): void {
    const draft = this.#draft();
    this.#remarks = checkDraft(draft, { places: this.#places, hidden: neverWords(this.#form) }, this.#renaming.ignored);
    tidyForm(this.#form, draft);
    grow(this.#form);
    showRemarks(this, this.#remarks, (remark) => this.#go(remark));
    const names = [...new Set(this.#remarks.map(({ name }) => name).filter((name) => name !== ''))];
    this.#renaming.show(names, draft);
  }

  #go(remark: Remark): void {
    const picture = /^picture:(\d+):/u.exec(remark.field)?.[1];
    if (picture !== undefined) this.#pictures.show(Number(picture));
    // On a narrow page the list lies over the form.
    if (!isWide(this)) need<HTMLDetailsElement>(this, '[data-rail]').open = false;
    focusField(this.#form, remark);
  }

  #write(draft: Draft): void {
    this.#kept = draft.kept;
    writeForm(this.#form, draft);
    this.#stations.choose(draft.station);
    this.#pictures.describe(draft.pictures);
    this.#soon();
    this.#check();
  }

  async #take({ draft, pictures, notes }: Opened): Promise<void> {
    this.#pictures.clear();
    this.#renaming.clear();
    this.#write(draft);
    const faults = await this.#pictures.add(pictures);
    this.#saved = '';
    this.#check();
    const left = draft.leftover.trim() === '' ? [] : ['有几段没有归到哪一节，列在正文的开头。'];
    this.#say(['打开了。', ...left, ...notes, ...faults].join(''));
  }

  /** Whether what is written may be replaced by something else. */
  #mayReplace(): boolean {
    return isEmptyDraft(this.#draft()) || confirm('现在写的会被换掉。没有存的就没有了。继续吗？');
  }

  async #open(file: File): Promise<void> {
    if (!this.#mayReplace()) return;
    this.#say('正在打开……');
    await this.#take(await openFile(file));
    if (/\.zip$/iu.test(file.name)) this.#saved = this.#state();
  }

  async #chosen(target: EventTarget | null): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    const files = [...(target.files ?? [])];
    const [first] = files;
    if (target.matches('[data-choose]')) {
      target.value = '';
      await this.#pictures.choose(files);
    } else if (target.matches('[data-open]') && first !== undefined) {
      target.value = '';
      await this.#open(first);
    } else if (target.matches('[data-remember]'))
      this.#say(await setRemembering(target.checked, this.#draft(), this.#pictures.pixels()));
  }

  async #act(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act], [data-width]') : null;
    const act = button?.dataset['act'];
    if (act === 'save') await this.#save();
    else if (act === 'preview') preview(this, this.#work());
    else if (act === 'close-preview') need<HTMLDialogElement>(this, '[data-preview]').close();
    else if (act === 'sheet') printSheet(this, this.#work());
    else if (act === 'copy-article') this.#say(await copy(this.#work()));
    else if (act === 'save-text') saveText(this.#work());
    else if (act === 'paste' || act === 'close-paste') this.#showPaste(act === 'paste');
    else if (act === 'take-paste') await this.#takePaste();
    else if (act === 'clear') this.#clear();
    else if (act === 'add-measure') need<HTMLInputElement>(addMeasure(this.#form), 'input').focus();
    else if (act === 'drop-measure') dropMeasure(this.#form, button);
    else if (act === 'undo-name') this.#renaming.undo();
    else if (button?.dataset['width'] !== undefined && button.localName === 'button') setWidth(this, button);
  }

  async #save(): Promise<void> {
    const work = this.#work();
    this.#say('正在存……');
    const said = await save(work);
    this.#saved = this.#state();
    if (!isReady(work.remarks)) need<HTMLDetailsElement>(this, '[data-rail]').open = true;
    this.#say(said);
  }

  #showPaste(show: boolean): void {
    need(this, '[data-paste]').hidden = !show;
    if (show) need(this, '[data-paste-field]').focus();
  }

  async #takePaste(): Promise<void> {
    const field = need<HTMLTextAreaElement>(this, '[data-paste-field]');
    if (field.value.trim() === '' || !this.#mayReplace()) return;
    await this.#take(openPasted(field.value));
    field.value = '';
    this.#showPaste(false);
  }

  #clear(): void {
    if (!this.#mayReplace()) return;
    this.#pictures.clear();
    this.#renaming.clear();
    forgetNever(this.#form);
    this.#write(emptyDraft());
    this.#saved = this.#state();
    this.#say('清空了。');
  }

  async #recall(): Promise<void> {
    need<HTMLInputElement>(this, '[data-remember]').checked = isRemembering();
    const found = await recall();
    if (found !== null) await this.#take(found);
  }
}

customElements.define('case-desk', CaseDesk);
