/**
 * Loads the code of <search-box> when somebody first touches a search field, so that pages cost less before. On the page
 * of results it is loaded at once. Without it the form works as plain HTML.
 */
import type { WorkerAhead } from './desk.ts';

const boxes = [...document.querySelectorAll<HTMLElement>('search-box')];
let loading: Promise<unknown> | null = null;
let ahead: WorkerAhead | null = null;

/** Starts the worker of the search; null where the browser refuses it. */
function workerAhead(): WorkerAhead | null {
  try {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return { worker, failed: new Promise((fail) => worker.addEventListener('error', fail)) };
  } catch {
    return null;
  }
}

/** Starts what the first answer needs all at once: on a slow line each step after another costs a round trip. */
function loadAhead(): WorkerAhead | null {
  // A site that was unpacked into files has its data in scripts instead, and no worker (`client/pack`).
  if (location.protocol === 'file:') return null;
  const lookup = document.createElement('link');
  Object.assign(lookup, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: boxes[0]?.dataset['lookup'] });
  document.head.append(lookup);
  // If it fails, the first question asks for it again and tells.
  void import('./answerView.ts').catch(() => undefined);
  return workerAhead();
}

/** Loads the element, and beside it what its first answer needs. */
function load(): Promise<unknown> {
  if (loading !== null) return loading;
  ahead ??= loadAhead();
  loading = import('./search-box.ts').then(
    ({ defineSearchBox }) => defineSearchBox(ahead),
    (error: unknown) => {
      // The next touch tries again.
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Says beside a field that the search can't be used now: what was typed goes into no address. */
function complain(box: HTMLElement): void {
  const error = box.querySelector<HTMLElement>('.error');
  if (error === null) return;
  error.textContent = `查找没有打开。再按一次，或者打${box.dataset['hotline'] ?? ''}问。`;
  error.hidden = false;
}

/** Loads the element and then does what the reader asked for. */
async function afterwards(box: HTMLElement, act: () => void): Promise<void> {
  try {
    await load();
  } catch {
    complain(box);
    return;
  }
  act();
}

function give(element: Element | null, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
}

/** Says that the field opens a list; its role must not change once it has the focus. */
function announce(box: HTMLElement): void {
  const list = box.querySelector('.search-list');
  give(list, { role: 'listbox', 'aria-label': '查找结果' });
  give(box.querySelector('input'), {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list?.id ?? '',
    'aria-expanded': 'false',
  });
}

for (const box of boxes) {
  announce(box);
  const isReady = () => customElements.get('search-box') !== undefined;
  const touched = () => void load().catch(() => undefined);
  if (box.dataset['mode'] === '页') touched();
  for (const event of ['focusin', 'pointerover']) box.addEventListener(event, touched, { passive: true });
  // An input method may be at work when the code comes: what the field holds then is unfinished pinyin.
  box.addEventListener('compositionstart', () => (box.dataset['composing'] = ''));
  box.addEventListener('compositionend', () => delete box.dataset['composing']);
  // What is typed may not go into an address before the search has found that it is harmless.
  box.addEventListener('submit', (event) => {
    const form = event.target;
    if (isReady() || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const again = () => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    void afterwards(box, again);
  });
  for (const awaiting of box.querySelectorAll('.awaits')) awaiting.classList.remove('awaits');
  const near = box.querySelector<HTMLElement>('[data-near]');
  near?.addEventListener('click', () => {
    if (!isReady()) void afterwards(box, () => near.click());
  });
}
