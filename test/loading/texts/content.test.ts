import { describe, expect, it } from 'vitest';
import { contentFaults } from '../../../src/loading/rules/texts.ts';
import { lockOf } from '../../../src/loading/texts/lock.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { loadDataset, readDataset } from '../../../src/loading/dataset.ts';
import { rowsIn } from '../../../src/loading/tables/tables.ts';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { inspect, load } from '../../../src/loading/input.ts';
import { CITY, cityWith, contentWith, swap } from '../city.ts';

const dataset = loadDataset(cityWith({}));

function linesOf(edits: Parameters<typeof contentWith>[0]): string[] {
  const reading = readContent(contentWith(edits));
  return [...reading.faults, ...contentFaults(reading, dataset)].map(faultLine);
}

const POLICY = 'policies/yzmz-2024-1.mdx';
const INTERPRETATION = 'interpretations/how-many.mdx';
const CASE = 'cases/the-lamp-by-the-lake.md';

describe('the content of a city', () => {
  it('has no fault', () => {
    expect(inspect(CITY).faults.filter(isBlocking).map(faultLine)).toEqual([]);
    expect(load(CITY).content.cases.map(({ slug }) => slug)).toEqual(['not-yet', 'the-lamp-by-the-lake']);
  });

  it('takes { and < in a case, which publicity staff may type', () => {
    const found = readContent(contentWith({})).documents.cases.find(({ slug }) => slug === 'the-lamp-by-the-lake');
    expect(found?.body).toContain('{不收} 任何一方，来回 <20 分钟');
  });
});

describe('a value of a case', () => {
  it('that is a number where words belong is told with the quotes that it wants', () => {
    expect(linesOf({ [CASE]: swap('after: 三天', 'after: 3') })).toEqual([
      expect.stringContaining("“measures.0.after”列：要写文字：两边加引号，写成 '3'。"),
    ]);
    expect(linesOf({ [CASE]: swap('title: 湖边的灯', 'title: true') })).toEqual([
      expect.stringContaining("“title”列：要写文字：两边加引号，写成 'true'。"),
    ]);
  });
});

describe('an original wording', () => {
  it('is locked, and the message gives the value of the new lock', () => {
    const [line] = linesOf({ [POLICY]: swap('十二家社工站。', '二十家社工站。') });
    expect(line).toMatch(/^policies\/yzmz-2024-1\.mdx “lock”列：原文和锁定码对不上.*lock 换成 [0-9a-f]{64}/u);
  });

  it('gives the right lock when only the lock is wrong', () => {
    const lines = linesOf({ [POLICY]: (text) => text.replace(/lock: .+/u, `lock: '${'0'.repeat(64)}'`) });
    const policy = load(CITY).content.policies[0];
    expect(lines).toEqual([expect.stringContaining(lockOf(policy?.body ?? ''))]);
  });

  it.each(["''", ''])('that has no lock yet (lock: %s) gets it from the message', (empty) => {
    const lines = linesOf({ [POLICY]: (text) => text.replace(/lock: .+/u, `lock: ${empty}`) });
    expect(lines).toEqual([expect.stringContaining(lockOf(load(CITY).content.policies[0]?.body ?? ''))]);
  });

  it('may be broken into other lines: white space is not wording', () => {
    expect(lockOf('一、目标\n\n建成  千家。')).toBe(lockOf('一、目标建成千家。'));
    expect(lockOf('建成千家。')).not.toBe(lockOf('建成百家。'));
  });
});

describe('an interpretation', () => {
  it('quotes word for word', () => {
    expect(linesOf({ [INTERPRETATION]: swap('一般不少于2名', '至少2名') })).toEqual([
      expect.stringMatching(/^interpretations\/how-many\.mdx：“每站至少2名工作人员”不是.*的原文/u),
    ]);
  });

  it('quotes a clause that exists', () => {
    expect(linesOf({ [INTERPRETATION]: swap('<Cite clause="2"', '<Cite clause="9"') })).toEqual([
      expect.stringContaining('引用的条款不存在'),
    ]);
  });

  it('and a page of the site are held to their quotes alike', () => {
    const quoting = (quote: string) => swap('逐条有固定网址。', `逐条有固定网址。${quote}`);
    expect(linesOf({ 'pages/press.mdx': quoting('<Cite policy="yzmz-2024-1" clause="2">至少九名</Cite>') })).toEqual([
      expect.stringMatching(/^pages\/press\.mdx：“至少九名”不是.*的原文/u),
    ]);
    expect(linesOf({ 'pages/press.mdx': quoting('<Cite clause="2">十二家社工站</Cite>') })).toEqual([
      expect.stringContaining('引用的条款不存在'),
    ]);
  });

  it('belongs to clauses that exist, and the message lists them', () => {
    const lines = linesOf({ [INTERPRETATION]: swap('clause: 1-2\n', 'clause: 1-7\n') });
    expect(lines[0]).toMatch(/“yzmz-2024-1#1-7”没有这一条.*1、1-1、1-2、2/u);
    // Clause 1-2 itself is then explained by nobody.
    expect(lines.slice(1)).toEqual([expect.stringContaining('没有一篇解读讲到')]);
  });

  it('belongs to a policy that exists', () => {
    const lines = linesOf({ [INTERPRETATION]: swap('policy: yzmz-2024-1', 'policy: yzmz-2020-9') });
    expect(lines[0]).toMatch(/“yzmz-2020-9”没有这份政策.*yzmz-2024-1/u);
  });

  it('has exactly three sentences of summary and at least five aliases', () => {
    const lines = linesOf({
      [INTERPRETATION]: (text) =>
        swap('  - 专项站按需要设。\n', '')(swap('综合站全覆盖, 社工站进度', '综合站全覆盖')(text)),
    });
    expect(lines.join('\n')).toContain('摘要正好三句话');
    expect(lines.join('\n')).toContain('别名至少写五个');
  });
});

describe('a case', () => {
  it('has all six sections in order', () => {
    expect(linesOf({ [CASE]: swap('## 反思', '## 感想') })).toEqual([
      expect.stringContaining('按顺序写六节：背景、需求、目标、过程、成效、反思'),
    ]);
    expect(linesOf({ [CASE]: swap('## 背景', '## 需求') })).toHaveLength(1);
  });

  it('names the policy whose clauses it rests on, whichever policy file comes first', () => {
    const policy = new TextDecoder().decode(contentWith({}).read(POLICY));
    const second = {
      list: (folder: string) => [
        ...(folder === 'policies' ? ['policies/a-first.mdx'] : []),
        ...contentWith({}).list(folder),
      ],
      read: (file: string) =>
        file === 'policies/a-first.mdx'
          ? new TextEncoder().encode(policy.replace(/^### （[一二]）/gmu, '### '))
          : contentWith({}).read(file),
      has: () => true,
    };
    const faults = contentFaults(readContent(second), dataset).filter(({ file }) => file === CASE);
    expect(faults.map(faultLine)).toEqual([]);
    expect(linesOf({ [CASE]: swap('policy: yzmz-2024-1\n', '') })[0]).toContain('没有写是哪份政策');
    expect(linesOf({ [CASE]: swap('policy: yzmz-2024-1', 'policy: yzmz-2019-3') })[0]).toContain('没有这份政策');
  });

  it('names services, topics and fields that exist', () => {
    const lines = linesOf({
      [CASE]: (text) =>
        swap(
          'services: [elder-visit]',
          'services: [elder-fly]',
        )(swap('topic: elderly', 'topic: old')(swap('field: null', 'field: yan-lao')(text))),
    });
    expect(lines).toEqual([
      expect.stringContaining('“elder-fly”在 services.csv 里找不到'),
      expect.stringContaining('“old”在 topics.csv 里找不到'),
      expect.stringContaining('“yan-lao”在 fields.csv 里找不到'),
    ]);
  });

  it('names nobody by number', () => {
    expect(linesOf({ [CASE]: (text) => `${text}\n\n请打13800138000。\n` })).toEqual([
      expect.stringContaining('“13800138000”像是手机号'),
    ]);
  });

  it('holds no picture, whose place and time could give somebody away', () => {
    expect(linesOf({ [CASE]: (text) => `${text}\n\n![门口](./door.jpg)\n` })).toEqual([
      expect.stringContaining('正文里有图片'),
    ]);
  });

  it('uses a pseudonym and has a consent with an end', () => {
    expect(linesOf({ [CASE]: swap('  until: 2099-12-31\n', '') })[0]).toContain('consent.until');
    expect(linesOf({ [CASE]: (text) => text.replace(/pseudonyms: .*\n/u, '') })[0]).toContain('要用化名');
    expect(linesOf({ [CASE]: (text) => text.replace(/consent:\n(?: {2}.*\n)+/u, '') })[0]).toContain(
      '真实的案例要写同意',
    );
  });
});

describe('files of content', () => {
  it('are told in Chinese what is wrong with their front matter', () => {
    const lines = linesOf({
      'pages/about.mdx': swap('title: 关于本站\n', ''),
      'help/10-start.mdx': swap('order: 10', 'order: 第一'),
      [CASE]: swap('drawing: lamp', 'drawing: hat'),
    });
    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => /Invalid|expected|received|Unrecognized/u.test(line))).toEqual([]);
  });

  it('begin with front matter', () => {
    expect(linesOf({ 'pages/bare.mdx': '只有正文。\n' })[0]).toMatch(/^pages\/bare\.mdx：开头没有两条 ---/u);
  });

  it('have YAML that can be read, and the message names the line', () => {
    expect(linesOf({ 'pages/about.mdx': swap('title: 关于本站', 'title: [关于本站') })[0]).toMatch(
      /^pages\/about\.mdx 第 \d+ 行：说明部分格式不对/u,
    );
  });

  it('have names that can be addresses', () => {
    expect(
      linesOf({ 'help/怎么做.mdx': '---\ntitle: 怎么做\norder: 1\nrole: 大家\nsummary: 一句话\n---\n正文\n' })[0],
    ).toContain('文件名不能用作网址');
  });

  it('of the handbook say whom they are for, by a role that the handbook has', () => {
    const START = 'help/10-start.mdx';
    expect(linesOf({ [START]: swap('role: 大家\n', '') })[0]).toMatch(/^help\/10-start\.mdx “role”列/u);
    expect(linesOf({ [START]: swap('role: 大家', 'role: 路人') })[0]).toMatch(/“role”列.*维护者/u);
  });

  it('of the handbook have addresses of their own, whatever numbers stand before their names', () => {
    const chapter = '---\ntitle: 再来\norder: 90\nrole: 大家\nsummary: 一句话\n---\n正文\n';
    expect(linesOf({ 'help/90-start.mdx': chapter })[0]).toMatch(
      /^help\/90-start\.mdx：网址 \/help\/start\/ 已经给了help\/10-start\.mdx/u,
    );
    expect(linesOf({ 'help/90-rules.mdx': chapter })[0]).toContain('已经给了规则页');
  });

  it('reject a word of the front matter that nobody knows', () => {
    expect(linesOf({ 'help/10-start.mdx': swap('order: 10', 'order: 10\ncolour: red') })[0]).toMatch(
      /^help\/10-start\.mdx/u,
    );
  });
});

describe('data that points into the content', () => {
  it('names a clause that exists', () => {
    const services = swap('请居委会代为登记。,yzmz-2024-1#1-1', '请居委会代为登记。,yzmz-2024-1#8');
    const data = readDataset(cityWith({ 'services.csv': services }));
    const faults = contentFaults(readContent(contentWith({})), data.dataset, undefined, [], rowsIn(data.tables));
    expect(faults.map(faultLine)).toEqual([
      expect.stringMatching(/^services\.csv 第 2 行 “相关条款”列：“yzmz-2024-1#8”没有这一条/u),
    ]);
  });

  it('is not accused of pointing to a policy whose front matter cannot be read', () => {
    const lines = linesOf({ [POLICY]: swap('validity: 有效', 'validity: 也许') });
    expect(lines).toEqual([expect.stringMatching(/^policies\/yzmz-2024-1\.mdx “validity”列/u)]);
  });

  it('quotes a target word for word', () => {
    const reading = readContent(contentWith({}));
    const [first, ...rest] = dataset.targets;
    if (first === undefined) throw new Error('no target');
    const changed = { ...dataset, targets: [{ ...first, quote: '每个街镇建成两个综合社工站' }, ...rest] };
    expect(contentFaults(reading, changed).map(faultLine)).toEqual([
      expect.stringMatching(/^targets\.csv “原文”列：.*不是该条的原文/u),
    ]);
  });
});
