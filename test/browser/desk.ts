import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';
import { photograph } from './wordFile.ts';

/** A package that was saved: its name, its bytes and its parts. */
interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

/** The case desk in a fresh profile, and what is done with it. */
export interface Desk {
  readonly page: Page;
  readonly stage: Stage;
  /** Everything that was asked for since the page was loaded. */
  readonly asked: readonly string[];
  /** What the page complained of; emptied where that was expected. */
  readonly complaints: string[];
  /** Four photographs with a place, a number and a name in them. */
  readonly photographs: readonly Buffer[];
  readonly open: (name: string, buffer: Buffer) => Promise<void>;
  readonly choose: (files: readonly { name: string; mimeType: string; buffer: Buffer }[]) => Promise<void>;
  readonly save: () => Promise<Saved>;
  readonly field: (name: string) => Locator;
  readonly status: () => Promise<string>;
  readonly rail: () => Promise<string>;
}

async function save(page: Page): Promise<Saved> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('存稿件包', { exact: true }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, parts: unzipSync(new Uint8Array(bytes)) };
}

/** Opens the desk before each test of a file and closes it after; the page must not complain of anything. */
export function eachOnDesk(take: (desk: Desk) => void): void {
  let stage: Stage;
  let photographs: readonly Buffer[];
  let desk: Desk;
  beforeAll(async () => {
    stage = await openStage();
    photographs = await Promise.all(['#a86', '#8a6', '#68a', '#a68'].map((colour) => photograph(colour)));
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    const size = { width: 1280, height: 900 };
    const { page } = await pageWith(stage, {}, { acceptDownloads: true, viewport: size });
    const complaints = complaintsOf(page);
    const asked: string[] = [];
    await page.goto(stage.at('/help/case-desk/'), { waitUntil: 'networkidle' });
    await page.locator('case-desk[data-ready]').waitFor();
    page.on('request', (request) => asked.push(request.url()));
    desk = {
      page,
      stage,
      asked,
      complaints,
      photographs,
      open: (name, buffer) => page.setInputFiles('[data-open]', { name, mimeType: 'application/octet-stream', buffer }),
      choose: (files) => page.setInputFiles('[data-choose]', [...files]),
      save: () => save(page),
      field: (name) => page.locator(`[name="${name}"]`),
      status: () => page.locator('[data-status]').innerText(),
      rail: () => page.locator('[data-rail-lists]').innerText(),
    };
    take(desk);
  });
  afterEach(async () => {
    expect(desk.complaints).toEqual([]);
    await desk.page.context().close();
  });
}

/** The lines of a manuscript with a mobile number, an address and two names in it. */
export const LINES = [
  '十一个星期三',
  '# 一、案例背景',
  '王秀英说，她今年春天起没有下过楼，女儿李建国在外地，手机是１３８ 0013-8000。',
  '她住在示例路12弄3号501室，居委会走访时发现的。',
  '# 二、分析预估',
  '王秀英想按时吃上饭，也想有人说说话。',
  '# 三、服务计划',
  '三个月里，每个星期至少四天用上助餐。',
  '# 四、服务过程',
  '社工每个星期三上门，先陪她烧一壶水，再一起走到楼下。',
  '# 五、总结评估',
  '用餐记录从每周一天到每周五天。',
  '# 六、专业反思',
  '陪诊只约到两次，第三次没有志愿者。',
  '# 附件',
  '家系图另附。',
];

/** Fills what a Word file doesn't hold. */
export async function fillRest({ page, field }: Desk): Promise<void> {
  const texts = {
    summary: '她三个月没有下楼。社工每个星期三来。',
    stationNote: '当事人不愿意写是哪个站',
    from: '2026年3月',
    to: '2026.6',
    sessions: '十一次',
    team: '社工1人、志愿者2人',
    author: '示例街道社工站',
    reference: '2026-017',
    until: '2027年12月31日',
    aliases: '不下楼、独居、没人说话、助餐、探望',
  };
  for (const [name, text] of Object.entries(texts)) await field(name).fill(text);
  await field('topic').selectOption({ index: 1 });
  await field('field').selectOption('综合');
  for (const label of ['个案', '网站公开', '本人']) await page.getByLabel(label, { exact: true }).check();
}
