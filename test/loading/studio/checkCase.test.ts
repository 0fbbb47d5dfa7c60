import { describe, expect, it } from 'vitest';
import { splitFront } from '../../../src/domain/case/readCase.ts';
import { readDataset } from '../../../src/loading/dataset.ts';
import { contentFiles, fileReader } from '../../../src/loading/folders.ts';
import { readYaml } from '../../../src/loading/formats/yaml.ts';
import { checkCase, type EditedCase } from '../../../src/loading/studio/checkCase.ts';
import { CITY } from '../city.ts';

const files = contentFiles(CITY.content);
const { dataset } = readDataset(fileReader(CITY.data));
if (dataset === null) throw new Error('the city cannot be read');
const site = { files, dataset, hidden: ['王秀英'], today: '2026-11-23' as const };
const FILE = 'cases/the-lamp-by-the-lake.md';

const partsOf = (text: string) => {
  const { front, body } = splitFront(text);
  const yaml = readYaml(front ?? '');
  return { head: ('value' in yaml ? yaml.value : {}) as EditedCase, body };
};
const { head, body } = partsOf(new TextDecoder().decode(files.read(FILE)));
const edited: EditedCase = { ...head, body: body.trim() };
const faultsOf = (change: EditedCase, file = FILE) => checkCase(site, file, { ...edited, ...change }).faults;

describe('a case of the studio', () => {
  it('that is right is written with nothing lost', () => {
    const { text, faults } = checkCase(site, FILE, edited);
    expect(faults).toEqual([]);
    const written = partsOf(text);
    expect(written.body.trim()).toBe(body.trim());
    expect(written.head).toMatchObject({ title: head['title'], aliases: head['aliases'], consent: head['consent'] });
    expect(checkCase(site, FILE, { ...written.head, body: written.body })).toEqual({ text, faults: [] });
  });

  it('is refused with the words of the check', () => {
    const with_ = (words: string) => ({ body: body.replace('## 需求', `${words}\n\n## 需求`) });
    expect(faultsOf(with_('她的手机是１３８ 0013-8000。')).join('')).toMatch(/像是手机号，不能公开。怎么改：/u);
    expect(faultsOf(with_('王秀英来过。')).join('')).toContain('“王秀英”在不能公开的名单里');
    expect(faultsOf({ body: '## 背景\n\n一句话。' }).join('')).toContain('缺“需求”一节');
    expect(faultsOf({ station: '999' }).join('')).toContain('在 stations.csv 里找不到');
    expect(faultsOf({ consent: {} }).join('')).toContain('真实的案例要写同意');
    expect(faultsOf({ period: { from: '2026-13', to: '' } }).join('')).toContain('“period.from”列');
  });

  it('may leave fields of the form empty', () => {
    const empty = {
      expire_on: '',
      quote: { text: '', who: '' },
      withdrawn: null,
      measures: [],
      policy: null,
      clauses: [],
    };
    expect(faultsOf(empty)).toEqual([]);
  });

  it('lies in the folder of the cases, under a name that can be an address', () => {
    expect(faultsOf({}, '../data/site.yaml').join('')).toContain('不是案例的文件');
    expect(faultsOf({}, 'cases/新案例.md').join('')).toContain('文件名不能用作网址');
    expect(faultsOf({}, 'cases/pictures/x.md').join('')).toContain('不是案例的文件');
  });
});
