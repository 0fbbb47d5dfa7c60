import { isReady } from '../../domain/case/draftCheck.ts';
import { need } from '../browser/elements.ts';
import { DeskFault } from './fault.ts';
import { copyArticle, download, packageOf, previewNodes, sheetNodes, type Work } from './leaving.ts';

/** Saves the package of a draft, or a draft package where something must still be changed; answers what to tell. */
export async function save(work: Work): Promise<string> {
  const { name, bytes } = await packageOf(work);
  download(name, bytes);
  if (isReady(work.remarks)) return `存好了：${name}。里面有送审单，交给审稿人。`;
  const open = work.remarks.filter(({ weight }) => weight !== 'remind').length;
  return `还有${open}处要改或没写，现在不能送审。先存成了草稿：${name}，下次打开接着写。`;
}

/** Shows the page as it will be. */
export function preview(desk: HTMLElement, work: Work): void {
  need(desk, '[data-preview-story]').replaceChildren(...previewNodes(work));
  need<HTMLDialogElement>(desk, '[data-preview]').showModal();
}

/** Shows the preview as wide as a button says. */
export function setWidth(desk: HTMLElement, button: HTMLElement): void {
  for (const one of desk.querySelectorAll('button[data-width]'))
    one.setAttribute('aria-pressed', String(one === button));
  need(desk, '[data-preview-page]').dataset['width'] = button.dataset['width'];
}

/** Prints 送审单. */
export function printSheet(desk: HTMLElement, work: Work): void {
  const sheet = need(desk, '[data-sheet]');
  sheet.replaceChildren(...sheetNodes(work));
  addEventListener('afterprint', () => sheet.replaceChildren(), { once: true });
  print();
}

/** Copies the story for 公众号; answers what to tell. Throws a DeskFault where it must not be published there. */
export async function copy(work: Work): Promise<string> {
  if (work.remarks.some(({ weight }) => weight === 'stop')) throw new DeskFault('还有必须改的。改完再复制给公众号。');
  if (!work.draft.sample && !work.draft.scope.includes('公众号'))
    throw new DeskFault('同意的范围里没有选“公众号”，不能登到公众号上。');
  const done = await copyArticle(work);
  const pictures = work.pixels.length > 0 ? '图片按次序存成了一个压缩包。' : '';
  return done ? `文字复制好了，到公众号编辑器里粘贴。${pictures}` : `文字没有复制成，请用“存成纯文字”。${pictures}`;
}
