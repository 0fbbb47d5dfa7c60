import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOfSystem } from '../../../src/cli/failure.ts';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import { inspect } from '../../../src/loading/input.ts';
import { BODY, caseText, Desk, goodPackage, headWith, packageOf, photo, SECRET } from './packages.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const FILE = 'cases/qiao-xia-de-du-shu-jiao-2026.md';
const take = async (...changes: Parameters<typeof goodPackage>) =>
  desk.take({ name: '稿件.zip', bytes: await goodPackage(...changes) });
const text = () => readFileSync(join(desk.content, FILE), 'utf8');

describe('a package that is taken in', () => {
  it('becomes a draft and a picture without anything but its pixels', async () => {
    const before = new Map(desk.everything());
    const outcome = await take();
    expect(outcome).toMatchObject({ state: 'new', file: FILE, pictures: 1 });
    const fresh = desk.everything().filter(([file]) => !before.has(file));
    const picture = fresh.find(([file]) => file.endsWith('.jpg'))?.[0] ?? '';
    expect(fresh.map(([file]) => file)).toEqual([expect.stringMatching(/^cases\/pictures\/[0-9a-f]{16}\.jpg$/u), FILE]);
    expect(fresh.filter(([, bytes]) => bytes.includes(SECRET))).toEqual([]);
    expect(text()).toContain(picture.replace('cases/pictures/', ''));
    expect(text()).toContain("published_at: '2026-11-27 09:00'");
    expect(text()).toContain('draft: true');
    const { exif, xmp, orientation, width } = await sharp(join(desk.content, picture)).metadata();
    expect([exif, xmp, orientation, width]).toEqual([undefined, undefined, undefined, 64]);
  });

  it('brings no new fault to the check', async () => {
    const faults = () => inspect(desk, '2026-11-27').faults;
    const before = faults();
    await take();
    expect(faults()).toEqual(before);
  });

  it('is told from its pictures that they carried something', async () => {
    const { faults } = await take();
    expect(faults.map(({ code }) => code)).toEqual(['case.picture']);
  });

  it('changes nothing the second time, and keeps what the operator decided', async () => {
    await take();
    writeFileSync(
      join(desk.content, FILE),
      text().replace('draft: true', 'draft: false').replace('2026-11-27 09:00', '2026-12-01 10:00'),
    );
    const before = desk.everything();
    expect(await take()).toMatchObject({ state: 'same', changes: [], file: FILE });
    expect(desk.everything()).toEqual(before);
  });

  it('shows line by line what changed, at the same address, as a draft again', async () => {
    await take();
    const outcome = await take({ sessions: 9 }, BODY.replace('过程写在这里', '过程写在这里，改过'));
    expect(outcome).toMatchObject({ state: 'changed', file: FILE });
    expect(outcome.changes.filter((line) => /^[-+]/u.test(line))).toEqual([
      '- sessions: 8',
      '+ sessions: 9',
      '- 孩子们放学以后在这里写作业，过程写在这里。',
      '+ 孩子们放学以后在这里写作业，过程写在这里，改过。',
    ]);
    expect(text()).toContain('sessions: 9');
  });

  it('takes a picture away that nobody shows any more', async () => {
    await take();
    const plain = await packageOf({ 'case.md': caseText(headWith()) });
    expect(await desk.take({ name: '稿件.zip', bytes: plain })).toMatchObject({
      state: 'changed',
      gone: [expect.any(String)],
    });
    expect(desk.everything().filter(([file]) => file.endsWith('.jpg'))).toEqual([]);
  });

  it('gives another case with the same title a number', async () => {
    await take();
    const other = await take({ author: '临湖区民政局', consent: undefined, sample: true, pseudonyms: undefined });
    expect(other).toMatchObject({ state: 'new', file: FILE.replace('.md', '-2.md') });
  });

  it('never brings back what was withdrawn', async () => {
    await take();
    writeFileSync(
      join(desk.content, FILE),
      text().replace('draft: true', 'draft: false\nwithdrawn:\n  on: 2026-11-26'),
    );
    const before = desk.everything();
    const outcome = await take({ sessions: 9 });
    expect(outcome.faults.map(({ code }) => code)).toEqual(['case.withdrawn']);
    expect(desk.everything()).toEqual(before);
  });

  it('waits where the case of that address can not be read', async () => {
    await take();
    writeFileSync(join(desk.content, FILE), text().replace('method: 小组', 'method: 大组'));
    const before = desk.everything();
    expect((await take()).faults.map(({ code }) => code)).toContain('case.unread');
    expect(desk.everything()).toEqual(before);
  });

  it('reminds of a consent that another case has', async () => {
    await take();
    const { faults } = await take({ title: '桥下的书桌' });
    expect(faults.map(({ code }) => code)).toContain('case.consent');
  });

  it('tells of a disk that fails, and goes on', async () => {
    const read = () => {
      throw Object.assign(new Error('no'), { code: 'EACCES', path: '/x' });
    };
    const { state, faults } = await desk.take(read, { explain: faultOfSystem });
    expect([state, faults.map(faultLine)]).toEqual([
      'refused',
      ['稿件.zip：/x：没有权限。怎么改：换一个能写的文件夹，或改它的权限（EACCES）。'],
    ]);
    await expect(desk.take(read)).rejects.toThrow('no');
  });

  it('writes nothing on a trial run', async () => {
    const before = desk.everything();
    const outcome = await desk.take({ name: '稿件.zip', bytes: await goodPackage() }, { dryRun: true });
    expect(outcome.state).toBe('new');
    expect(desk.everything()).toEqual(before);
  });

  it('puts sections under their names and in order', async () => {
    const pieces = BODY.replace('## 背景', '## 一、案例背景').replace('## 反思', '## 专业反思').split('\n\n## ');
    expect(await take({}, [pieces[0], ...pieces.slice(1).reverse()].join('\n\n## '))).toMatchObject({ state: 'new' });
    expect(text().match(/^## .*/gmu)).toEqual(
      ['背景', '需求', '目标', '过程', '成效', '反思'].map((title) => `## ${title}`),
    );
  });

  it('turns a photograph upright and makes it no longer than 2000 pixels', async () => {
    const lying = await sharp(await photo(3000, 1000))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const head = headWith({ pictures: [{ file: '1.jpg', alt: '一张空桌子', faces: '没有人脸' }] });
    await desk.take({
      name: '稿件.zip',
      bytes: await packageOf({ 'case.md': caseText(head), 'pictures/1.jpg': lying }),
    });
    const picture = desk.everything().find(([file]) => file.endsWith('.jpg'))?.[0] ?? '';
    const { width, height } = await sharp(join(desk.content, picture)).metadata();
    expect([width, height]).toEqual([667, 2000]);
  });
});
