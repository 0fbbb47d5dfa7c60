import { isBlocking, type Fault } from '../../faults/fault.ts';
import { escaped, reportPage } from '../../handouts/reportPage.ts';
import type { Touched } from '../merge/touched.ts';
import type { ImportOutcome } from '../outcome.ts';
import { extentHtml } from './extents.ts';
import { changeLines, countsLine, honestyLines, verdict } from './summary.ts';

/** The name of a report beside the clerk's file: 徐汇.xlsx gives 徐汇-检查结果.xlsx. */
export function reportName(file: string, extension: 'xlsx' | 'html'): string {
  return `${file.replace(/\.[^.]{1,5}$/u, '')}-检查结果.${extension}`;
}

/** “徐汇区”表 第 5 行 地址. */
const placeText = ({ sheet, row, column }: Fault) =>
  [sheet ? `“${sheet}”表` : '', row === null ? '' : `第 ${row} 行`, column ?? '']
    .filter((part) => part !== '')
    .join(' ');

function faultRow(fault: Fault): string {
  const stop = isBlocking(fault);
  const level = `<span class="${stop ? 'must' : 'hint'}">${stop ? '必须改' : '提醒'}</span>`;
  const cell = (title: string, text: string) => `<td data-title="${title}">${escaped(text)}</td>`;
  const rest = cell('原值', fault.value) + cell('问题', fault.message) + cell('怎么改', fault.remedy);
  return `<tr${stop ? ' class="stop"' : ''}><td>${level} ${escaped(placeText(fault))}</td>${rest}</tr>`;
}

function faultTable(file: string, faults: readonly Fault[]): string {
  const [stops, hints] = [faults.filter(isBlocking), faults.filter((fault) => !isBlocking(fault))];
  return `<h2>${escaped(file)}：${stops.length} 处必须改，${hints.length} 处提醒</h2>
<table><thead><tr><th class="place">在哪里</th><th class="value">原值</th><th>问题</th><th>怎么改</th></tr></thead>
<tbody>${[...stops, ...hints].map(faultRow).join('\n')}</tbody></table>`;
}

function touchedList(title: string, all: readonly Touched[]): string {
  if (all.length === 0) return '';
  const item = (touched: Touched) => {
    const place = touched.place === null ? '' : `，第 ${touched.place.row} 行`;
    const changes = changeLines(touched)
      .map((line) => `<li>${escaped(line)}</li>`)
      .join('');
    return `<li>${escaped(touched.name)} <span class="small">${escaped(touched.id)}${place}</span>${changes === '' ? '' : `<ul>${changes}</ul>`}</li>`;
  };
  return `<h2>${escaped(title)}（${all.length}）</h2><ul>${all.map(item).join('\n')}</ul>`;
}

/** Tables of ours: what is told of them is not of one file. */
const OURS: ReadonlySet<string> = new Set(['stations.csv', 'places.csv']);

/** The same report as one page that needs nothing else and prints on A4. */
export function reportHtml(name: string, outcome: ImportOutcome, dryRun: boolean): string {
  const { faults, merge, extents } = outcome;
  const stop = outcome.table === null && outcome.places === null && faults.some(isBlocking);
  const tables = [...Map.groupBy(faults, ({ file }) => (OURS.has(file) ? '全部' : file))].map(([file, own]) =>
    faultTable(file, own),
  );
  const body = [
    `<h1>${escaped(name)} 检查结果</h1>`,
    `<p class="verdict${stop ? ' stop' : ''}">${escaped(verdict(outcome, dryRun))}</p>`,
    merge === null ? '' : `<p class="counts">${escaped(countsLine(merge))}</p>`,
    ...honestyLines(outcome).map((line) => `<p class="small">${escaped(line)}</p>`),
    faults.length === 0
      ? '<p>没有要改的地方。</p>'
      : '<p class="small">“行”是 Excel 左边的数字。“必须改”的不改就导不进去；“提醒”的已经按最可能的意思导入，请看一眼。</p>',
    ...tables,
    ...(merge === null
      ? []
      : [
          touchedList('更新', merge.updated),
          touchedList(
            '新增',
            merge.added.map((touched) => ({ ...touched, changes: [] })),
          ),
          touchedList('改成撤并', merge.retired),
          touchedList('表里没有的站，没有删', merge.missing),
        ]),
    ...(extents === null ? [] : extentHtml(extents)),
  ];
  return reportPage(`${name} 检查结果`, body);
}
