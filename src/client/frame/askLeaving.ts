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

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/**
 * Opens a box that says where a link leads, with the same link to go on and a button to stay. Esc closes it, and the
 * focus is back on the link; the box is gone once it is closed.
 */
export function askLeaving(link: HTMLAnchorElement): void {
  const words = document.documentElement.lang === 'en' ? WORDS.en : WORDS.zh;
  const box = element('dialog', '', {
    class: 'leaving',
    'aria-labelledby': 'leaving-title',
    'aria-describedby': 'leaving-told',
  });
  const go = element('a', words.go, { class: 'btn', href: link.href, rel: link.rel });
  if (link.target !== '') go.target = link.target;
  const stay = element('button', words.stay, { class: 'btn btn-quiet', type: 'button' });
  const row = element('p', '', { class: 'btn-row' });
  row.append(go, stay);
  box.append(
    element('h2', words.title, { id: 'leaving-title' }),
    element('p', words.told(link.hostname), { id: 'leaving-told' }),
    row,
  );
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
