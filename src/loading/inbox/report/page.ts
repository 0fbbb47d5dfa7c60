import { isBlocking, type Fault } from '../../faults/fault.ts';
import { faultPlace } from '../../faults/lines.ts';
import { escaped, reportPage } from '../../handouts/reportPage.ts';
import type { InboxOutcome } from '../runInbox.ts';
import { harmless, nextSteps, verdict } from './words.ts';

/** The name of the report beside what was handed in: 稿件.zip gives 稿件-收稿结果.html. */
export const inboxReportName = (name: string): string => `${name.replace(/\.[^.]{1,5}$/u, '')}-收稿结果.html`;

const safe = (text: string) => escaped(harmless(text));

/** The place inside what was handed in; its name stands above. */
const placeIn = (name: string, fault: Fault): string => {
  const own = [`${name}里的`, name].find((start) => fault.file.startsWith(start)) ?? '';
  return faultPlace({ ...fault, file: fault.file.slice(own.length) }).trim();
};

function faultRow(name: string, fault: Fault): string {
  const stop = isBlocking(fault);
  const cell = (title: string, text: string) => `<td data-title="${title}">${safe(text)}</td>`;
  const level = `<span class="${stop ? 'must' : 'hint'}">${fault.level}</span> ${safe(placeIn(name, fault))}`;
  const rest = [cell('原文', fault.value), cell('问题', fault.message), cell('怎么改', fault.remedy)].join('');
  return `<tr${stop ? ' class="stop"' : ''}><td>${level}</td>${rest}</tr>`;
}

function faultTable(name: string, faults: readonly Fault[]): string {
  if (faults.length === 0) return '<p>没有要改的地方。</p>';
  const ordered = [...faults.filter(isBlocking), ...faults.filter((fault) => !isBlocking(fault))];
  return `<h2>要看的地方（${faults.length}处）</h2>
<table><thead><tr><th class="place">在哪里</th><th class="value">原文</th><th>问题</th><th>怎么改</th></tr></thead>
<tbody>${ordered.map((fault) => faultRow(name, fault)).join('\n')}</tbody></table>`;
}

/** The changed lines alone, in words, so that they are told from each other in black and white. */
function changeList(changes: readonly string[]): string {
  const items = changes.flatMap((line) => {
    const [sign, text] = [line.slice(0, 1), line.slice(2)];
    if (sign !== '-' && sign !== '+') return [];
    return [sign === '-' ? `<li>原来：<del>${safe(text)}</del></li>` : `<li>现在：<ins>${safe(text)}</ins></li>`];
  });
  return items.length === 0 ? '' : `<h2>改了这些</h2>\n<ul>${items.join('\n')}</ul>`;
}

/** What became of one case as a page that needs nothing else and prints on A4. */
export function inboxHtml(outcome: InboxOutcome): string {
  const { name, title, state, faults, changes } = outcome;
  return reportPage(`${harmless(name)} 收稿结果`, [
    `<h1>${safe(name)} 收稿结果</h1>`,
    title === '' || state !== 'refused' ? '' : `<p>${safe(`《${title}》`)}</p>`,
    `<p class="verdict${state === 'refused' ? ' stop' : ''}">${safe(verdict(outcome, false))}。</p>`,
    ...nextSteps(outcome, false).map((line) => `<p>${safe(line)}</p>`),
    faultTable(name, faults),
    changeList(changes),
  ]);
}
