import { RULES } from '../../domain/rules/checkRules.ts';
import { faultLine, faultPlace, faultText } from '../faults/lines.ts';
import { isBlocking, isRule, type Fault } from '../faults/fault.ts';
import type { ClauseCoverage } from '../texts/coverage.ts';
import { escaped, reportPage } from './reportPage.ts';

/** How many reminders of one rule the text lists, and how many the page; the rest is only counted. */
const PRINTED = 5;
const ON_PAGE = 30;

/** The faults of one rule; groups are ordered by their size, the largest last. */
interface RuleGroup {
  readonly code: string;
  readonly about: string;
  readonly source: string;
  readonly faults: readonly Fault[];
}

function byRule(faults: readonly Fault[]): RuleGroup[] {
  return [...Map.groupBy(faults, ({ code }) => code)]
    .map(([code, own]) => ({
      code,
      about: isRule(code) ? RULES[code].about : (own[0]?.message ?? ''),
      source: isRule(code) ? RULES[code].source : '',
      faults: own,
    }))
    .sort((a, b) => a.faults.length - b.faults.length);
}

const remedyOf = (faults: readonly Fault[]): string | null => {
  const [first] = faults;
  return first !== undefined && faults.every(({ remedy }) => remedy === first.remedy) ? first.remedy : null;
};

function errorText(faults: readonly Fault[]): string {
  return [...Map.groupBy(faults, ({ file }) => file)]
    .map(([file, found]) => {
      const ordered = found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
      return [
        `${file}（${found.length} 处）`,
        ...ordered.map((fault) => `  ${faultLine(fault)}${fault.code === 'input' ? '' : `〔${fault.code}〕`}`),
      ].join('\n');
    })
    .join('\n\n');
}

function reminderText(faults: readonly Fault[]): string {
  return byRule(faults)
    .map(({ code, about, source, faults: own }) => {
      const remedy = remedyOf(own);
      const rest = own.length - PRINTED;
      return [
        `${about}（${own.length} 处）〔${code}〕${source === '' ? '' : `依据：${source}`}`,
        ...(remedy === null ? [] : [`  怎么改：${remedy}。`]),
        ...own
          .slice(0, PRINTED)
          .map((fault) => `  ${faultText(fault)}${remedy === null ? `怎么改：${fault.remedy}。` : ''}`),
        ...(rest > 0 ? [`  等 ${own.length} 处`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

/**
 * The faults as text for the terminal: first every 必须改 by file, then the 提醒 by rule with the first few of each, and
 * a closing line with the counts.
 */
export function checkReport(faults: readonly Fault[]): string {
  const errors = faults.filter(isBlocking);
  const reminders = faults.filter((fault) => !isBlocking(fault));
  return [
    ...(errors.length === 0 ? [] : [`${reminders.length === 0 ? '' : '必须改：\n'}${errorText(errors)}`]),
    ...(reminders.length === 0 ? [] : [`提醒：\n${reminderText(reminders)}`]),
    closing(errors, reminders),
  ].join('\n\n');
}

function closing(errors: readonly Fault[], reminders: readonly Fault[]): string {
  const also = reminders.length === 0 ? '' : `另有 ${reminders.length} 处提醒，不挡发布。`;
  const files = new Set(errors.map(({ file }) => file)).size;
  return errors.length === 0
    ? `检查完了，没有错误。${also}`
    : `检查完了：${files} 个文件里有 ${errors.length} 处错误。${also}`;
}

/**
 * The clauses as text for the terminal, one line each with the interpretations that explain it, or a note that none
 * does.
 */
export function coverageReport(coverage: readonly ClauseCoverage[]): string {
  return [...Map.groupBy(coverage, ({ docNumber }) => docNumber)]
    .map(([docNumber, clauses]) => {
      const covered = clauses.filter(({ interpretations }) => interpretations.length > 0).length;
      const lines = clauses.map(({ name, title, interpretations }) => {
        const heading = name === title || title === '' ? name : `${name}${title}`;
        return `  ${heading}：${interpretations.join('；') || '没有解读'}`;
      });
      return [`${docNumber} 的 ${clauses.length} 条，有解读的 ${covered} 条：`, ...lines].join('\n');
    })
    .join('\n\n');
}

function groupTable({ code, about, source, faults }: RuleGroup): string {
  const shown = faults.some(isBlocking) ? faults : faults.slice(0, ON_PAGE);
  const cell = (title: string, text: string) => `<td data-title="${title}">${escaped(text)}</td>`;
  const rows = shown.map(
    (fault) =>
      `<tr><td>${escaped(faultPlace(fault))}</td>${cell('原值', fault.value)}${cell('问题', fault.message)}${cell('怎么改', fault.remedy)}</tr>`,
  );
  const rest = faults.length - shown.length;
  return `<h2>${escaped(about)}：${faults.length} 处</h2>
<p class="small">${escaped(code)}${source === '' ? '' : `，依据：${escaped(source)}`}</p>
<table><thead><tr><th class="place">在哪里</th><th class="value">原值</th><th>问题</th><th>怎么改</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${rest > 0 ? `\n<p>等 ${faults.length} 处，后面的不列了。</p>` : ''}`;
}

/** The faults as an HTML page that prints on A4: first 必须改, then 提醒 by rule. `today` is `YYYY-MM-DD`. */
export function checkHtml(title: string, today: string, faults: readonly Fault[]): string {
  const errors = faults.filter(isBlocking);
  const reminders = faults.filter((fault) => !isBlocking(fault));
  return reportPage(`${title} 检查结果`, [
    `<h1>${escaped(title)} 检查结果</h1>`,
    `<p class="verdict${errors.length > 0 ? ' stop' : ''}">${escaped(closing(errors, reminders))}</p>`,
    `<p class="small">按 ${escaped(today)} 检查。“行”是 Excel 左边的数字。必须改的不改就不能发布，提醒的请看一眼。</p>`,
    ...(errors.length > 0 ? ['<p><strong class="must">必须改</strong></p>', ...byRule(errors).map(groupTable)] : []),
    ...(reminders.length > 0
      ? ['<p><strong class="hint">提醒</strong></p>', ...byRule(reminders).map(groupTable)]
      : []),
  ]);
}
