import { isBlocking, type Fault } from '../faults.ts';
import type { Touched } from './merge.ts';
import type { ImportOutcome } from './runImport.ts';
import { changeLines, countsLine, honestyLines, verdict } from './summary.ts';

/** The name of a report beside the clerk's file: 徐汇.xlsx gives 徐汇-检查结果.xlsx. */
export function reportName(file: string, extension: 'xlsx' | 'html'): string {
  return `${file.replace(/\.[^.]{1,5}$/u, '')}-检查结果.${extension}`;
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`).replaceAll('\n', '<br>');

// Colours of the site's tokens; readable on paper in black and white, where the words carry the level.
const STYLE = `
@page { size: A4; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; color: #18201d; background: #fff; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; border-top: 2px solid #18201d; padding-top: .5rem; break-after: avoid; }
p { margin: .6rem 0; }
.verdict { font-size: 1.1rem; font-weight: 700; border: 2px solid #0d5a47; padding: .6rem .9rem; border-radius: 3px; }
.verdict.stop { border-color: #9c2f19; }
.counts { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid #c9cfcb; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #18201d; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.place { width: 9.5em; }
.value { width: 22%; }
.must { font-weight: 700; color: #9c2f19; }
.hint { color: #6b4a00; }
tr.stop td { background: #fbeae5; }
ul { padding-left: 1.2rem; }
li { margin: .2rem 0; break-inside: avoid; overflow-wrap: anywhere; }
.small { color: #47524d; }
@media screen and (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 2px solid #18201d; padding: .4rem 0; }
  td { border: 0; padding: .15rem .5rem; }
  td[data-title]:not(:empty)::before { content: attr(data-title) "："; color: #47524d; }
}
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } tr.stop td { background: none; } }
`;

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

/** The same report as one page that needs nothing else and prints on A4. */
export function reportHtml(name: string, outcome: ImportOutcome, dryRun: boolean): string {
  const { faults, merge } = outcome;
  const stop = outcome.table === null && faults.some(isBlocking);
  const tables = [...Map.groupBy(faults, ({ file }) => (file === 'stations.csv' ? '全部' : file))].map(([file, own]) =>
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
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(name)} 检查结果</title>
<style>${STYLE}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}
