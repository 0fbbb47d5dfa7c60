import { escapeMarkup } from '../language/markup.ts';
import type { Draft } from './draft.ts';
import { paragraphsOf } from './prose.ts';
import { SECTIONS } from './sections.ts';
import { countWritten, monthShown, monthWritten, teamWritten } from './written.ts';

const BULLET = /^[-·•] /u;

/** A text as HTML: paragraphs, and lists where lines begin with a dash. */
export function proseHtml(text: string): string {
  const html: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (items.length > 0) html.push(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
    items = [];
  };
  for (const line of paragraphsOf(text)) {
    if (BULLET.test(line)) items.push(escapeMarkup(line.replace(BULLET, '')));
    else {
      close();
      html.push(`<p>${escapeMarkup(line)}</p>`);
    }
  }
  close();
  return html.join('');
}

/** The sections that a draft has, with their text. */
export const writtenSections = ({ sections }: Draft): readonly (readonly [title: string, text: string])[] =>
  SECTIONS.map(({ title }) => [title, (sections[title] ?? '').trim()] as const).filter(([, text]) => text !== '');

/** How the work was done, line by line, as the page of a case shows it. `station` is the name of the station. */
export function draftFacts(draft: Draft, station: string): readonly (readonly [name: string, text: string])[] {
  const month = (words: string) => monthShown(monthWritten(words) ?? words);
  const [from, to] = [month(draft.from), month(draft.to)];
  const count = countWritten(draft.sessions);
  const team = teamWritten(draft.team);
  const facts: [string, string][] = [
    ['方法', draft.method],
    ['时间', from === to || to === '' ? from : `${from}至${to}`],
    ['次数', count === null ? draft.sessions : `${count}次`],
    ['谁在做', team?.map((part) => `${part.role}${part.count}人`).join('、') ?? draft.team],
    ['写的单位', draft.author],
    ['哪个站', station],
  ];
  return facts.filter(([, text]) => text.trim() !== '');
}

const measuresHtml = ({ measures }: Draft): string =>
  measures.length === 0
    ? ''
    : `<h2>前后比较</h2><table class="plain-table"><thead><tr><th scope="col">看什么</th><th scope="col">之前</th><th scope="col">之后</th><th scope="col">怎么量的</th></tr></thead><tbody>${measures
        .map(
          ({ what, before, after, tool, on }) =>
            `<tr><th scope="row">${escapeMarkup(what || '（没有写）')}</th><td>${escapeMarkup(before)}</td><td>${escapeMarkup(after)}</td><td>${escapeMarkup(`${tool}，${monthShown(monthWritten(on) ?? on)}`)}</td></tr>`,
        )
        .join('')}</tbody></table>`;

/** What stands in the HTML for each picture, by its number. */
export type PictureHtml = (at: number) => string;

/** The story of a draft as HTML without styles, in the order of its page. Every word of the draft is escaped. */
export function storyHtml(draft: Draft, station: string, picture: PictureHtml): string {
  const facts = draftFacts(draft, station)
    .map(([name, text]) => `<div><dt>${name}</dt><dd>${escapeMarkup(text)}</dd></div>`)
    .join('');
  const figures = draft.pictures.map(
    ({ caption }, at) =>
      `<figure>${picture(at)}${caption === '' ? '' : `<figcaption>${escapeMarkup(caption)}</figcaption>`}</figure>`,
  );
  const quote =
    draft.quote.trim() === ''
      ? ''
      : `<blockquote class="voice"><p>“${escapeMarkup(draft.quote.trim())}”</p><footer>${escapeMarkup(draft.quoteWho)}</footer></blockquote>`;
  return [
    `<h1>${escapeMarkup(draft.title.trim() || '还没有标题')}</h1>`,
    `<p class="standfirst">${escapeMarkup(draft.summary)}</p>`,
    ...figures,
    `<dl class="case-facts">${facts}</dl>`,
    ...writtenSections(draft).map(([title, text]) => `<h2>${title}</h2>${proseHtml(text)}`),
    measuresHtml(draft),
    quote,
  ].join('');
}

/** The story of a draft as plain text. */
export const storyText = (draft: Draft, station: string): string =>
  [
    draft.title.trim(),
    draft.summary.trim(),
    draftFacts(draft, station)
      .map(([name, text]) => `${name}：${text}`)
      .join('\n'),
    ...writtenSections(draft).map(([title, text]) => `${title}\n${paragraphsOf(text).join('\n')}`),
    draft.quote.trim() === '' ? '' : `“${draft.quote.trim()}”——${draft.quoteWho.trim()}`,
    draft.pictures.map(({ alt }, at) => `图${at + 1}：${alt}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
