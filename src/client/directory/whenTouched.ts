/**
 * Makes the filters of a directory ready, folded where the window is narrow, and loads the code of its element when
 * somebody first touches them; at once where the address says how to filter. What was asked for meanwhile is done then:
 * a choice that waits is noted on the directory as `data-chosen`, which the element reads when it comes.
 */
import { need } from '../browser/elements.ts';

const directory = need(document.body, 'long-directory,station-directory');
const form = need<HTMLFormElement>(directory, 'form');
const details = need<HTMLDetailsElement>(directory, 'details');
const tools = need(directory, '.list-tools');

const load = (): Promise<unknown> =>
  directory.localName === 'long-directory' ? import('./long-directory.ts') : import('./station-directory.ts');
const isReady = () => customElements.get(directory.localName) !== undefined;
const complain = () => {
  need(directory, '.near-note').textContent = '筛选没有打开，请再试一次。下面的名单是全的。';
};

const ahead = () => void load().catch(() => undefined);
for (const part of [details, tools])
  for (const event of ['focusin', 'pointerover']) part.addEventListener(event, ahead, { passive: true });
form.addEventListener('submit', (event) => event.preventDefault());
for (const type of ['input', 'compositionend'])
  form.addEventListener(type, (event) => {
    // Letters of an unfinished pinyin are not yet words.
    if (isReady() || (event as InputEvent).isComposing) return;
    directory.dataset['chosen'] = '';
    load().catch(complain);
  });
tools.addEventListener('click', ({ target }) => {
  if (!isReady() && target instanceof HTMLButtonElement) load().then(() => target.click(), complain);
});

// A choice may have been made before this came, or browsers put it back.
if (location.search === '' && [...new FormData(form).values()].some((value) => value !== ''))
  directory.dataset['chosen'] = '';
if (location.search !== '' || 'chosen' in directory.dataset) ahead();
if (matchMedia('(max-width: 46rem)').matches) details.open = false;
for (const awaiting of directory.querySelectorAll('.awaits,.unready')) awaiting.classList.remove('awaits', 'unready');
