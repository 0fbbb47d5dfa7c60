import { countWritten, dayWritten, monthWritten, teamWritten } from '../../../domain/case/written.ts';
import { inboxFault, type Fault } from '../../faults/fault.ts';

/** Something with a code of ours and the name that people write for it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the table of a Word document may call by its name instead of its code. */
export interface Known {
  readonly fields: readonly Named[];
  readonly topics: readonly Named[];
  readonly services: readonly Named[];
  readonly stations: readonly Named[];
}

type Value = unknown;
type Reader = (text: string, known: Known) => Value;

const list = (text: string): string[] =>
  text
    .split(/[、，,；;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
/** What the form of the desk would read; anything else stays as it stands, so that the schema tells what is wrong. */
const month = (text: string) => monthWritten(text) ?? text.trim();
const day = (text: string) => dayWritten(text) ?? text.trim();
const number = (text: string) => countWritten(text) ?? text;
const words: Reader = (text) => text;
const words5: Reader = (text) => list(text);
const codeOf = (all: readonly Named[], text: string) =>
  all.find(({ id, name }) => id === text || name === text)?.id ?? text;

function period(text: string): Value {
  const [from = '', to = from] = text.split(/\s*(?:至|到|~|—+|–)\s*/u);
  return { from: month(from), to: month(to) };
}

const team = (text: string) => teamWritten(text) ?? text;

/** 量什么；怎么量；之前；之后；2026年3月. */
function measure(text: string): Value {
  const [what = '', tool = '', before = '', after = '', on = ''] = text.split(/[；;]/u).map((part) => part.trim());
  return { what, tool, before, after, on: month(on) };
}

/** 街道办事处，2026年3月2日. */
const reading =
  (step: string): Reader =>
  (text) => {
    const [by = '', on = ''] = text.split(/[，,；;]/u);
    return { step, by: by.trim(), on: day(on) };
  };

/** The labels of the table, with the path in the front matter, and how the cell is read; `*` adds to a list. */
const LABELS: readonly (readonly [labels: string, path: string, read: Reader])[] = [
  ['标题', 'title', words],
  ['摘要 引子', 'summary', words],
  ['领域', 'field', (text, { fields }) => (text === '综合' || text === '无' ? null : codeOf(fields, text))],
  ['事项', 'topic', (text, { topics }) => codeOf(topics, text)],
  ['方法 服务方法', 'method', words],
  ['站点 站点编号', 'station', (text, { stations }) => (text === '不写' ? null : codeOf(stations, text))],
  ['不写站点的原因', 'station_note', words],
  ['服务', 'services', (text, { services }) => list(text).map((part) => codeOf(services, part))],
  ['政策', 'policy', words],
  ['条款', 'clauses', (text) => list(text)],
  ['起止 起止时间 服务时间', 'period', period],
  ['次数 服务次数', 'sessions', number],
  ['人员 服务团队', 'team', team],
  ['单位 撰写单位', 'author', words],
  ['前后对比', 'measures*', measure],
  ['同意书编号', 'consent.reference', words],
  ['公开范围', 'consent.scope', words5],
  ['同意到', 'consent.until', day],
  [
    '监护人签的',
    'consent.guardian',
    (text) => (text === '是' ? true : text === '不是' || text === '否' ? false : text),
  ],
  ['化名', 'pseudonyms', (text) => (text === '没有' || text === '无' ? [] : list(text))],
  ['初审', 'review*', reading('初审')],
  ['复审', 'review*', reading('复审')],
  ['终审', 'review*', reading('终审')],
  ['引语', 'quote.text', words],
  ['谁说的', 'quote.who', words],
  ['插图', 'drawing', words],
  ['插图说明', 'drawing_alt', words],
  ['别名', 'aliases', words5],
];
const BY_LABEL = new Map(
  LABELS.flatMap(([labels, path, read]) => labels.split(' ').map((label) => [label, { path, read }])),
);

/** The label of the table for a key of the front matter, so that a fault is told in the words of the document. */
export const labelOf = (path: string): string | null =>
  LABELS.find(([, key]) => key.replace('*', '') === path)?.[0].split(' ')[0] ?? null;

/** The front matter that the rows of a Word document's table make, and what is wrong with the rows. */
export function headOfTable(
  name: string,
  rows: readonly (readonly [label: string, value: string])[],
  known: Known,
): { readonly head: Readonly<Record<string, Value>>; readonly faults: readonly Fault[] } {
  const head: Record<string, Value> = {};
  const faults: Fault[] = [];
  const filled = rows.filter(([label, value]) => label !== '' && value !== '');
  for (const [label, value] of filled) {
    const reader = BY_LABEL.get(label.replaceAll(' ', ''));
    if (reader === undefined) {
      faults.push(inboxFault('docx.table', name, label, '登记表里没有这一项'));
      continue;
    }
    const [key = '', inner] = reader.path.replace('*', '').split('.');
    const read = reader.read(value, known);
    if (reader.path.endsWith('*')) head[key] = [...((head[key] as Value[] | undefined) ?? []), read];
    else if (inner !== undefined) head[key] = { ...(head[key] as object | undefined), [inner]: read };
    else if (key in head) faults.push(inboxFault('docx.table', name, label, '写了两次'));
    else head[key] = read;
  }
  return { head, faults };
}
