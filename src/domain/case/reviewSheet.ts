import { escapeMarkup } from '../language/markup.ts';
import { formatDate } from '../time/dates.ts';
import { REVIEW_STEPS } from './case.ts';
import { listed, type Draft } from './draft.ts';
import type { Remark } from './draftCheck.ts';
import { storyHtml, type PictureHtml } from './storyHtml.ts';

/** What a sheet tells besides its draft. */
export interface SheetFacts {
  readonly site: string;
  readonly madeOn: string;
  readonly station: string;
  readonly remarks: readonly Remark[];
  /** The parts of the package with their SHA-256. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly picture: PictureHtml;
}

const STYLE = `@page{size:A4;margin:18mm}body{max-width:44em;margin:2em auto;padding:0 1em;font:11pt/1.75 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#000}h1{font-size:20pt;line-height:1.35}h2{font-size:13pt;margin:1.4em 0 .4em;break-after:avoid}p{margin:.5em 0}figure{margin:1em 0;break-inside:avoid}img{max-width:100%;max-height:11cm}dl{margin:.6em 0}dl div{display:flex;gap:1em}dt{flex:none;width:6em;color:#444}dd{margin:0}table{width:100%;border-collapse:collapse}th,td{padding:.35em .6em .35em 0;border-bottom:1px solid #999;text-align:left;vertical-align:top}.sheet-head{border-bottom:2px solid #000}.signs td{height:3.2em}.hash{font:8pt/1.4 monospace;overflow-wrap:anywhere}tr{break-inside:avoid}`;

function protectionHtml(draft: Draft): string {
  const rows: [string, string][] = draft.sample
    ? [['当事人', '编写的示例故事，没有真人真事']]
    : [
        ['同意书编号', draft.reference],
        ['公开范围', draft.scope.join('、')],
        ['同意到哪天', draft.until],
        ['谁签的', draft.guardian],
        ['正文用的化名', listed(draft.pseudonyms).join('、') || '没有写到名字'],
      ];
  return `<dl>${rows.map(([name, text]) => `<div><dt>${name}</dt><dd>${escapeMarkup(text || '没有写')}</dd></div>`).join('')}</dl>`;
}

const facesHtml = ({ pictures }: Draft): string =>
  pictures.length === 0
    ? ''
    : `<h2>图片</h2><ul>${pictures.map(({ alt, faces }, at) => `<li>图${at + 1}：${escapeMarkup(alt || '没有替代文字')}（${faces || '没有写有没有人脸'}）</li>`).join('')}</ul>`;

function remarksHtml(remarks: readonly Remark[]): string {
  if (remarks.length === 0) return '<p>自动检查没有查出问题。检查会漏，请再读一遍。</p>';
  const items = remarks.map(
    ({ weight, message, todo }) =>
      `<li>${weight === 'stop' ? '必须改' : weight === 'gap' ? '还没写' : '提醒'}：${escapeMarkup(message)}。${escapeMarkup(todo)}。</li>`,
  );
  return `<ul>${items.join('')}</ul><p>检查会漏，请再读一遍。</p>`;
}

const hashesHtml = (hashes: SheetFacts['hashes']): string =>
  Object.entries(hashes)
    .map(([name, hash]) => `<tr><td>${escapeMarkup(name)}</td><td class="hash">${hash}</td></tr>`)
    .join('');

/** The body of 送审单: the story, its pictures, what the check says, three lines to sign and what the package holds. */
export function sheetBody(draft: Draft, facts: SheetFacts): string {
  const signs = REVIEW_STEPS.map((step) => `<tr><th scope="row">${step}</th><td></td><td></td><td></td></tr>`).join('');
  return [
    `<p class="sheet-head"><b>送审单</b>　${escapeMarkup(facts.site)}　${facts.madeOn === '' ? '' : formatDate(facts.madeOn)}</p>`,
    storyHtml(draft, facts.station, facts.picture),
    '<h2>怎样保护当事人</h2>',
    protectionHtml(draft),
    facesHtml(draft),
    '<h2>检查结果</h2>',
    remarksHtml(facts.remarks),
    '<h2>三审三校</h2>',
    `<table class="plain-table signs"><thead><tr><th scope="col">哪一审</th><th scope="col">意见</th><th scope="col">签名（单位、职务）</th><th scope="col">日期</th></tr></thead><tbody>${signs}</tbody></table>`,
    ...(Object.keys(facts.hashes).length === 0
      ? []
      : [
          '<h2>稿件包里的文件</h2><p>审的是这几份。文件改过一个字，下面的校验码就不一样。</p>',
          `<table class="plain-table"><tbody>${hashesHtml(facts.hashes)}</tbody></table>`,
        ]),
  ].join('');
}

/** 送审单 as a file that needs nothing else: for A4, with its own style. */
export const reviewSheet = (draft: Draft, facts: SheetFacts): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>送审单：${escapeMarkup(draft.title)}</title><style>${STYLE}</style></head><body>${sheetBody(draft, facts)}</body></html>`;
