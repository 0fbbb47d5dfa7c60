import { el, link as linkTo } from '../browser/elements.ts';

const WORDS = {
  zh: {
    title: '要离开本站了',
    told: (host: string) => `接下来打开的是别的网站（${host}）。那里的内容、怎样用您的信息，由那边负责。`,
    go: '继续打开',
    stay: '留在本站',
  },
  en: {
    title: 'You are leaving this site',
    told: (host: string) =>
      `This link opens ${host}. That site is responsible for its content and for what it does with your data.`,
    go: 'Continue',
    stay: 'Stay here',
  },
} as const;

/**
 * Opens a box that says where a link leads, with the same link to go on and a button to stay. Esc closes it, and the
 * focus is back on the link; the box is gone once it is closed.
 */
export function askLeaving(link: HTMLAnchorElement): void {
  const words = document.documentElement.lang === 'en' ? WORDS.en : WORDS.zh;
  const title = el('h2', '', words.title);
  title.id = 'leaving-title';
  const told = el('p', '', words.told(link.hostname));
  told.id = 'leaving-told';
  const go = linkTo(link.href, words.go);
  go.className = 'btn';
  go.rel = link.rel;
  go.target = link.target;
  const stay = el('button', 'btn btn-quiet', words.stay);
  const box = el('dialog', 'leaving', '', [title, told, el('p', 'btn-row', '', [go, stay])]);
  box.setAttribute('aria-labelledby', title.id);
  box.setAttribute('aria-describedby', told.id);
  stay.addEventListener('click', () => box.close());
  go.addEventListener('click', () => box.close());
  box.addEventListener('close', () => {
    box.remove();
    link.focus();
  });
  document.body.append(box);
  box.showModal();
  stay.focus();
}
