import type { Faces } from '../../domain/case/case.ts';
import type { DraftPicture } from '../../domain/case/draft.ts';
import { el, need } from '../browser/elements.ts';
import { Boxes } from './boxes.ts';
import { DeskFault } from './fault.ts';
import { cropped, decoded, draw, thumbnail, turned, type Box, type Pixels } from './pixels.ts';

/** A picture of the draft with its pixels and the steps that can be taken back. */
interface DeskPicture extends Pixels {
  readonly about: DraftPicture;
  readonly past: readonly Pixels[];
}

/** A picture that comes in: its file, and what an earlier package said of it. */
export interface Incoming {
  readonly file: Blob;
  readonly name: string;
  readonly about?: DraftPicture;
}

const NOTHING = { alt: '', caption: '', faces: '' } as const;
const MOST_STEPS = 30;

/**
 * The pictures of a draft: the strip of all of them, and the one that is open with its tools. It owns what stands inside
 * `[data-strip]` and `[data-edit]`, and calls `changed` whenever something of a picture did.
 */
export class Pictures {
  readonly #desk: HTMLElement;
  readonly #changed: () => void;
  readonly #boxes: Boxes;
  readonly #canvas: HTMLCanvasElement;
  #all: readonly DeskPicture[] = [];
  #open = 0;
  #changes = 0;
  #crop: Box | null = null;
  /** Small pictures by the boxes in them: every change makes another list of boxes. */
  readonly #small = new WeakMap<readonly Box[], HTMLCanvasElement>();

  constructor(desk: HTMLElement, signal: AbortSignal, changed: () => void) {
    this.#desk = desk;
    this.#changed = () => {
      this.#changes += 1;
      changed();
    };
    this.#canvas = need(desk, '[data-canvas]');
    this.#boxes = new Boxes(need(desk, '[data-stage]'), signal);
    const edit = need(desk, '[data-edit]');
    edit.addEventListener('click', ({ target }) => this.#tool(target), { signal });
    edit.addEventListener('input', ({ target }) => this.#said(target), { signal });
  }

  /** How often something was done to the pictures. */
  get changes(): number {
    return this.#changes;
  }

  /** What is said of the pictures, in their order, each with the name of its file in a package. */
  drafts(): readonly DraftPicture[] {
    return this.#all.map(({ about }, at) => ({ ...about, file: `${at + 1}.jpg` }));
  }

  /** The pixels of the pictures, in their order. */
  pixels(): readonly Pixels[] {
    return this.#all;
  }

  /** Puts words back into the pictures, after a name in them was replaced. */
  describe(about: readonly DraftPicture[]): void {
    this.#all = this.#all.map((picture, at) => ({ ...picture, about: about[at] ?? picture.about }));
    this.#render();
  }

  /** Takes pictures in, one after the other; answers what is wrong with those that could not be. */
  async add(incoming: readonly Incoming[]): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const { file, name, about } of incoming) {
      try {
        const canvas = await decoded(file, name);
        this.#all = [...this.#all, { canvas, boxes: [], past: [], about: about ?? { file: '', ...NOTHING } }];
        this.#open = this.#all.length - 1;
      } catch (error) {
        if (!(error instanceof DeskFault)) throw error;
        faults.push(error.message);
      }
    }
    this.#crop = null;
    this.#render();
    this.#changed();
    return faults;
  }

  /** Takes in the files that the writer chose, and shows what is wrong with those that could not be taken. */
  async choose(files: readonly File[]): Promise<void> {
    const faults = await this.add(files.map((file) => ({ file, name: file.name })));
    const fault = need(this.#desk, '[data-picture-fault]');
    fault.textContent = faults.join('');
    fault.hidden = faults.length === 0;
  }

  /** Takes all pictures away. */
  clear(): void {
    this.#all = [];
    this.#open = 0;
    this.#crop = null;
    this.#render();
  }

  /** Opens a picture by its place. */
  show(at: number): void {
    this.#open = at;
    this.#crop = null;
    this.#render();
  }

  #replace(change: (picture: DeskPicture) => DeskPicture): void {
    this.#all = this.#all.map((picture, at) => (at === this.#open ? change(picture) : picture));
  }

  /** Remembers how the open picture stands, before something is done to it. */
  #remember(): void {
    this.#replace(({ canvas, boxes, past, about }) => ({
      canvas,
      boxes,
      about,
      past: [...past, { canvas, boxes }].slice(-MOST_STEPS),
    }));
  }

  #apply(pixels: Pixels): void {
    this.#remember();
    this.#replace((picture) => ({ ...picture, ...pixels }));
  }

  #tool(target: EventTarget | null): void {
    const tool = target instanceof Element ? target.closest<HTMLElement>('[data-tool]')?.dataset['tool'] : undefined;
    const picture = this.#all[this.#open];
    if (tool === undefined || picture === undefined) return;
    const { width, height } = picture.canvas;
    let focus = -1;
    if (tool === 'mosaic') {
      const side = Math.min(width, height) / 4;
      const box = { x: (width - side) / 2, y: (height - side) / 2, w: side, h: side };
      this.#crop = null;
      this.#apply({ canvas: picture.canvas, boxes: [...picture.boxes, box] });
      focus = picture.boxes.length;
    } else if (tool === 'turn') this.#apply(turned(picture));
    else if (tool === 'crop') {
      if (this.#crop !== null) this.#apply(cropped(picture, this.#crop));
      this.#crop = this.#crop === null ? { x: width * 0.1, y: height * 0.1, w: width * 0.8, h: height * 0.8 } : null;
      focus = this.#crop === null ? -1 : 0;
    } else if (tool === 'undo') {
      const last = picture.past[picture.past.length - 1];
      if (this.#crop !== null) this.#crop = null;
      else if (last !== undefined) this.#replace(({ about, past }) => ({ ...last, about, past: past.slice(0, -1) }));
    } else if (tool === 'drop') {
      this.#all = this.#all.filter((_, at) => at !== this.#open);
      this.#open = Math.max(0, Math.min(this.#open, this.#all.length - 1));
      this.#crop = null;
    }
    this.#render(focus);
    this.#changed();
  }

  #said(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const part = /^picture:(alt|caption|faces)$/u.exec(target.name)?.[1];
    if (part === undefined) return;
    this.#replace((picture) => ({ ...picture, about: { ...picture.about, [part]: target.value } }));
    this.#strip();
    this.#changed();
  }

  #strip(): void {
    const strip = need(this.#desk, '[data-strip]');
    const had = strip.contains(document.activeElement);
    strip.replaceChildren(
      ...this.#all.map((picture, at) => {
        const { alt, faces } = picture.about;
        const lacks = alt.trim() === '' ? '，缺替代文字' : faces === '' ? '，缺有没有人脸' : '';
        const small = this.#small.get(picture.boxes) ?? thumbnail(picture);
        this.#small.set(picture.boxes, small);
        const button = el('button', lacks === '' ? '' : 'desk-lacks', '', [small, `图${at + 1}${lacks}`]);
        button.type = 'button';
        if (at === this.#open) button.setAttribute('aria-current', 'true');
        button.addEventListener('click', () => this.show(at));
        return el('li', '', '', [button]);
      }),
    );
    if (had) strip.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  #render(focus = -1): void {
    const picture = this.#all[this.#open];
    need(this.#desk, '[data-edit]').hidden = picture === undefined;
    this.#strip();
    if (picture === undefined) return;
    this.#paint();
    const cropping = this.#crop !== null;
    const size = () => this.#all[this.#open]?.canvas ?? picture.canvas;
    this.#boxes.show(
      this.#crop === null ? picture.boxes : [this.#crop],
      {
        name: cropping ? '裁切' : '马赛克',
        many: !cropping,
        size,
        before: () => cropping || this.#remember(),
        changed: (boxes) => this.#moved(boxes),
      },
      focus,
    );
    for (const [part, value] of Object.entries(picture.about)) {
      if (part === 'faces')
        for (const radio of this.#desk.querySelectorAll<HTMLInputElement>('[name="picture:faces"]'))
          radio.checked = radio.value === (value as Faces | '');
      else if (part !== 'file') need<HTMLInputElement>(this.#desk, `[name="picture:${part}"]`).value = value;
    }
    const crop = need(this.#desk, '[data-tool="crop"]');
    crop.setAttribute('aria-pressed', String(cropping));
    crop.textContent = cropping ? '就裁成这样' : '裁切';
    need<HTMLButtonElement>(this.#desk, '[data-tool="undo"]').disabled = picture.past.length === 0 && !cropping;
  }

  #moved(boxes: readonly Box[]): void {
    if (this.#crop !== null) this.#crop = boxes[0] ?? null;
    else this.#replace((picture) => ({ ...picture, boxes }));
    this.#paint();
    need<HTMLButtonElement>(this.#desk, '[data-tool="undo"]').disabled = false;
    this.#changed();
  }

  #paint(): void {
    const picture = this.#all[this.#open];
    if (picture === undefined) return;
    draw(picture, this.#canvas);
    this.#canvas.setAttribute('aria-label', picture.about.alt || `图${this.#open + 1}`);
  }
}
