/**
 * Makes the filters of a directory ready, folded where the window is narrow, and loads the code of its element when
 * somebody first touches them; at once where the address says how to filter. What was asked for meanwhile is done then.
 */
import { need } from '../browser/elements.ts';

const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'long-directory': () => import('./long-directory.ts'),
  'station-directory': () => import('./station-directory.ts'),
};

const directory = need(document.body, Object.keys(ELEMENTS).join());
const form = need<HTMLFormElement>(directory, 'form');
const details = need<HTMLDetailsElement>(directory, 'details.filters');
const tools = need(directory, '.list-tools');

const isReady = () => customElements.get(directory.localName) !== undefined;

/** Loads the element and then does what was asked for; says so where it doesn't come. */
async function afterwards(act: () => void): Promise<void> {
  try {
    await ELEMENTS[directory.localName]?.();
  } catch {
    need(directory, '.near-note').textContent = '筛选没有打开，请再试一次。下面的名单是全的。';
    return;
  }
  act();
}

/** Fills the form of the filters with what stands in the address of the page. */
function restore(): void {
  const query = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = query.getAll(control.name).includes(control.value);
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = query.get(control.name) ?? '';
  }
}

const ahead = () => void ELEMENTS[directory.localName]?.().catch(() => undefined);
for (const part of [details, tools])
  for (const event of ['focusin', 'pointerover']) part.addEventListener(event, ahead, { passive: true });
form.addEventListener('submit', (event) => event.preventDefault());
for (const type of ['input', 'compositionend'])
  form.addEventListener(type, (event) => {
    // Letters of an unfinished pinyin are not yet words.
    if (isReady() || (event as InputEvent).isComposing) return;
    void afterwards(() => form.dispatchEvent(new Event('input')));
  });
tools.addEventListener('click', ({ target }) => {
  if (!isReady() && target instanceof HTMLButtonElement) void afterwards(() => target.click());
});

restore();
if (matchMedia('(max-width: 46rem)').matches) details.open = false;
details.classList.remove('unready');
for (const awaiting of directory.querySelectorAll('.awaits')) awaiting.classList.remove('awaits');
if (location.search !== '') ahead();
