import { isBlocking, type Fault } from '../faults.ts';
import type { Touched } from './merge.ts';
import type { ImportOutcome } from './runImport.ts';
import { changeLines, countsLine, honestyLines, verdict } from './summary.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`).replaceAll('\n', '<br>');

// Colours of the site's tokens; readable on paper in black and white, where the words carry the level.
const STYLE = `
@page { size: A4; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; color: #1b1f1d; background: #fff; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-top: 2px solid #1b1f1d; padding-top: .5rem; }
.verdict { font-size: 1.1rem; font-weight: 700; border: 2px solid #0b5d4b; padding: .6rem .9rem; border-radius: 3px; }
.verdict.stop { border-color: #a3311f; }
.counts { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid #c9cfcb; overflow-wrap: anywhere; }
th { font-size: .9rem; border-bottom: 2px solid #1b1f1d; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.level { width: 5.2em; } .row { width: 3.6em; } .column { width: 7em; } .sheet { width: 6em; }
.must { font-weight: 700; color: #a3311f; }
.hint { color: #6b4a00; }
tr.stop td { background: #fbeae6; }
ul { padding-left: 1.2rem; } li { margin: .2rem 0; break-inside: avoid; }
.small { color: #4a524e; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } tr.stop td { background: none; } }
`;

function faultRow(fault: Fault, sheets: boolean): string {
  const stop = isBlocking(fault);
  const cells = [
    `<td class="${stop ? 'must' : 'hint'}">${stop ? '必须改' : '提醒'}</td>`,
    ...(sheets ? [`<td>${escaped(fault.sheet ?? '')}</td>`] : []),
    `<td>${fault.row ?? ''}</td>`,
    `<td>${escaped(fault.column ?? '')}</td>`,
    `<td>${escaped(fault.value)}</td>`,
    `<td>${escaped(fault.message)}</td>`,
    `<td>${escaped(fault.remedy)}</td>`,
  ];
  return `<tr${stop ? ' class="stop"' : ''}>${cells.join('')}</tr>`;
}

function faultTable(file: string, faults: readonly Fault[]): string {
  const sheets = faults.some(({ sheet }) => sheet !== null && sheet !== undefined);
  const ordered = [...faults.filter(isBlocking), ...faults.filter((fault) => !isBlocking(fault))];
  return `<h2>${escaped(file)}：${faults.filter(isBlocking).length} 处必须改，${faults.filter((fault) => !isBlocking(fault)).length} 处提醒</h2>
<table><thead><tr><th class="level">级别</th>${sheets ? '<th class="sheet">工作表</th>' : ''}<th class="row">行</th><th class="column">列</th><th>原值</th><th>问题</th><th>怎么改</th></tr></thead>
<tbody>${ordered.map((fault) => faultRow(fault, sheets)).join('\n')}</tbody></table>`;
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
