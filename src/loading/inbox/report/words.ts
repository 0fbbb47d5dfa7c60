import { brokenCharacterIn } from '../../../domain/language/brokenCharacters.ts';
import { gradedGroupLine, alikeFaults } from '../../faults/lines.ts';
import { isBlocking } from '../../faults/fault.ts';
import type { InboxOutcome } from '../runInbox.ts';

/** Words of somebody else as they may be printed on a terminal: nothing in them moves the cursor or turns the line. */
export const harmless = (text: string): string =>
  [...text].map((sign) => (sign !== '\r' && brokenCharacterIn(sign) === null ? sign : '�')).join('');

/** What became of a case in one sentence. */
export function verdict({ state, title, file, pictures, faults }: InboxOutcome, dryRun: boolean): string {
  const done = dryRun ? '试运行，没有写' : '写好了';
  const shown = pictures === 0 ? '没有图片' : `图片${pictures}张`;
  switch (state) {
    case 'refused':
      return `没有收：有${faults.filter(isBlocking).length}处必须改。content里什么都没有动`;
    case 'same':
      return `《${title}》和网站里的一样，没有变化：content/${file}`;
    case 'new':
      return `《${title}》可以收，${done}：content/${file}，${shown}`;
    case 'changed':
      return `《${title}》网站里有，这次改过，${done}：content/${file}，${shown}`;
  }
}

/** What the operator does next; empty where nothing is to be done. */
export function nextSteps({ state, gone }: InboxOutcome, dryRun: boolean): readonly string[] {
  if (state === 'refused') return ['把这一页交给写稿的人，改好再收。'];
  if (state === 'same' || dryRun) return [];
  return [
    '现在是草稿，不会发布。从头看一遍，再把draft那一行改成false，把published_at改成发布的时间。',
    ...(gone.length > 0 ? [`不再用的图片已经删掉：${gone.map((file) => `content/${file}`).join('、')}。`] : []),
  ];
}

/** The closing line for several cases. */
function counts(outcomes: readonly InboxOutcome[]): string {
  const of = (...states: readonly InboxOutcome['state'][]) =>
    outcomes.filter(({ state }) => states.includes(state)).length;
  return `共${outcomes.length}篇：收${of('new', 'changed')}篇，没有变化${of('same')}篇，没有收${of('refused')}篇。`;
}

/** The whole result as text for the terminal. */
export function inboxText(outcomes: readonly InboxOutcome[], dryRun: boolean): string {
  const each = outcomes.map((outcome) =>
    [
      `${outcome.name}：${verdict(outcome, dryRun)}。`,
      ...alikeFaults(outcome.faults).map((group) => `  ${gradedGroupLine(group)}`),
      ...(outcome.changes.length === 0
        ? []
        : ['  改了这些（-是原来的，+是新的）：', ...outcome.changes.map((line) => `    ${line}`)]),
      ...nextSteps(outcome, dryRun).map((line) => `  ${line}`),
    ].join('\n'),
  );
  return harmless([...each, ...(outcomes.length > 1 ? [counts(outcomes)] : [])].join('\n\n'));
}
