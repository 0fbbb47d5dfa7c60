import { el } from '../browser/elements.ts';
import type { Box } from './pixels.ts';

/** What the boxes on a picture are for, and whom they tell. */
export interface BoxUse {
  /** What one is called: 马赛克, 裁切. */
  readonly name: string;
  readonly size: () => { readonly width: number; readonly height: number };
  /** Called before something is moved, so that it can be taken back. */
  readonly before: () => void;
  /** Called with the boxes as they are now. */
  readonly changed: (boxes: readonly Box[]) => void;
  /** Whether a drag beside all boxes draws another one, and Delete takes one away. */
  readonly many: boolean;
}

type Grip = 'move' | 'nw' | 'ne' | 'sw' | 'se';
const GRIPS = ['desk-grip-nw', 'desk-grip-ne', 'desk-grip-sw', 'desk-grip-se'];
const SMALLEST = 24;
const STEP = 10;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));

/** A box moved or stretched by so much, inside the picture. */
function dragged(
  box: Box,
  grip: Grip,
  dx: number,
  dy: number,
  { width, height }: { width: number; height: number },
): Box {
  if (grip === 'move') {
    return { ...box, x: clamp(box.x + dx, 0, width - box.w), y: clamp(box.y + dy, 0, height - box.h) };
  }
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.w, box.y + box.h];
  if (grip === 'nw' || grip === 'sw') left = clamp(left + dx, 0, right - SMALLEST);
  else right = clamp(right + dx, left + SMALLEST, width);
  if (grip === 'nw' || grip === 'ne') top = clamp(top + dy, 0, bottom - SMALLEST);
  else bottom = clamp(bottom + dy, top + SMALLEST, height);
  return { x: left, y: top, w: right - left, h: bottom - top };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The boxes over a picture: moved and stretched by mouse, finger and keys. It owns the elements `.desk-box` of the stage. */
export class Boxes {
  readonly #stage: HTMLElement;
  #use: BoxUse | null = null;
  #boxes: readonly Box[] = [];
  #drag: { at: number; grip: Grip; x: number; y: number; box: Box } | null = null;

  constructor(stage: HTMLElement, signal: AbortSignal) {
    this.#stage = stage;
    stage.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    stage.addEventListener('pointermove', (event) => this.#move(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      stage.addEventListener(end, () => (this.#drag = null), { signal });
    stage.addEventListener('keydown', (event) => this.#key(event), { signal });
  }

  /** Shows boxes; `focus` is the one to be moved by keys next. */
  show(boxes: readonly Box[], use: BoxUse, focus = -1): void {
    this.#use = use;
    this.#boxes = boxes;
    this.#render();
    if (focus >= 0) this.#element(focus)?.focus();
  }

  #element(at: number): HTMLElement | undefined {
    return this.#stage.querySelectorAll<HTMLElement>('.desk-box')[at];
  }

  #render(): void {
    const use = this.#use;
    const old = [...this.#stage.querySelectorAll<HTMLElement>('.desk-box')];
    for (const extra of old.slice(this.#boxes.length)) extra.remove();
    if (use === null) return;
    const { width, height } = use.size();
    this.#boxes.forEach(({ x, y, w, h }, at) => {
      const box = old[at] ?? el('div', 'desk-box');
      if (old[at] === undefined) {
        box.tabIndex = 0;
        box.setAttribute('role', 'group');
        for (const grip of GRIPS) box.append(el('span', `desk-grip ${grip}`));
        this.#stage.append(box);
      }
      box.classList.toggle('desk-box-crop', !use.many);
      box.setAttribute('aria-label', `${use.name}框${use.many ? at + 1 : ''}，方向键移动，按住Shift加方向键放大缩小`);
      box.style.left = `${(x / width) * 100}%`;
      box.style.top = `${(y / height) * 100}%`;
      box.style.width = `${(w / width) * 100}%`;
      box.style.height = `${(h / height) * 100}%`;
    });
  }

  #set(at: number, box: Box): void {
    this.#boxes = this.#boxes.map((one, index) => (index === at ? box : one));
    this.#render();
    this.#use?.changed(this.#boxes);
  }

  /** How many pixels of the picture one pixel of the screen is. */
  #scale(): number {
    return (this.#use?.size().width ?? 1) / Math.max(1, this.#stage.getBoundingClientRect().width);
  }

  #down(event: PointerEvent): void {
    const use = this.#use;
    if (use === null || event.button !== 0 || !(event.target instanceof Element)) return;
    const scale = this.#scale();
    const element = event.target.closest<HTMLElement>('.desk-box');
    const frame = this.#stage.getBoundingClientRect();
    if (element === null) {
      // A finger that drags beside the boxes scrolls the page.
      if (!use.many || event.pointerType === 'touch') return;
      use.before();
      const box = {
        x: clamp((event.clientX - frame.left) * scale, 0, use.size().width - SMALLEST),
        y: clamp((event.clientY - frame.top) * scale, 0, use.size().height - SMALLEST),
        w: SMALLEST,
        h: SMALLEST,
      };
      this.#boxes = [...this.#boxes, box];
      this.#render();
      use.changed(this.#boxes);
      this.#drag = { at: this.#boxes.length - 1, grip: 'se', x: event.clientX, y: event.clientY, box };
    } else {
      const at = [...this.#stage.querySelectorAll('.desk-box')].indexOf(element);
      const box = this.#boxes[at];
      if (box === undefined) return;
      use.before();
      const grip = /desk-grip-(\w+)/u.exec(event.target.className)?.[1] as Grip | undefined;
      this.#drag = { at, grip: grip ?? 'move', x: event.clientX, y: event.clientY, box };
    }
    this.#element(this.#drag.at)?.focus();
    this.#stage.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  #move(event: PointerEvent): void {
    if (this.#drag === null || this.#use === null) return;
    const { at, grip, x, y, box } = this.#drag;
    const scale = this.#scale();
    this.#set(at, dragged(box, grip, (event.clientX - x) * scale, (event.clientY - y) * scale, this.#use.size()));
  }

  #key(event: KeyboardEvent): void {
    const use = this.#use;
    if (use === null || !(event.target instanceof Element)) return;
    const at = [...this.#stage.querySelectorAll('.desk-box')].indexOf(event.target);
    const box = this.#boxes[at];
    if (box === undefined) return;
    const arrow = ARROWS[event.key];
    const gone = use.many && (event.key === 'Delete' || event.key === 'Backspace');
    if (arrow === undefined && !gone) return;
    event.preventDefault();
    if (!event.repeat) use.before();
    if (gone) {
      this.#boxes = this.#boxes.filter((_, index) => index !== at);
      this.#render();
      use.changed(this.#boxes);
      this.#element(Math.min(at, this.#boxes.length - 1))?.focus();
      return;
    }
    const [dx = 0, dy = 0] = arrow ?? [];
    this.#set(at, dragged(box, event.shiftKey ? 'se' : 'move', dx * STEP, dy * STEP, use.size()));
  }
}
