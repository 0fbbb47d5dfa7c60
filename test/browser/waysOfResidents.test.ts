import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { paths } from '../../src/domain/site/paths.ts';
import { isClosed } from '../../src/domain/station/station.ts';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

/** What somebody comes with: the words of the home page, then the matter; who is to be read there. */
interface Task {
  readonly trouble: string;
  readonly topic: string;
  readonly service: string;
  /** Numbers that stand first, because somebody may be in danger. */
  readonly first?: readonly string[];
  /** The office that decides, where the station doesn't. */
  readonly office?: string;
  /** Other hotlines that help. */
  readonly also?: readonly string[];
}

const TASKS: readonly Task[] = [
  { trouble: '孩子不肯上学', topic: 'children', service: 'school-return', office: '教育局', also: ['12355'] },
  {
    trouble: '邻居家孩子挨打',
    topic: 'children',
    service: 'child-protect',
    first: ['110'],
    office: '公安',
    also: ['12355'],
  },
  { trouble: '放学后没人看孩子', topic: 'children', service: 'child-company', also: ['12355'] },
  { trouble: '在家里被打', topic: 'family', service: 'violence-help', first: ['110'], office: '公安', also: ['12338'] },
  { trouble: '一个人带孩子', topic: 'family', service: 'single-parent', also: ['12338'] },
  { trouble: '痴呆的父亲走丢了', topic: 'elderly', service: 'elder-lost', first: ['110'], office: '公安' },
  { trouble: '照顾老人累垮了', topic: 'elderly', service: 'caregiver-rest' },
  { trouble: '申请照护', topic: 'elderly', service: 'elder-care-apply', office: '待核实' },
  { trouble: '低保', topic: 'hardship', service: 'relief-ask', office: '街道' },
  { trouble: '生大病没钱', topic: 'hardship', service: 'illness-help', office: '医疗保障' },
  { trouble: '要一辆轮椅', topic: 'hardship', service: 'goods-link', office: '残疾人联合会' },
  { trouble: '和邻居吵架', topic: 'neighbors', service: 'neighbor-talk', office: '人民调解', also: ['12348'] },
  { trouble: '外国人办居留', topic: 'foreigners', service: 'foreign-ask', office: '公安机关出入境', also: ['12367'] },
  { trouble: '亲人去世，办丧事的钱', topic: 'feelings', service: 'grief', office: '待核实' },
  { trouble: '不想活了', topic: 'feelings', service: 'listen', first: ['110', '120', '12356'] },
  { trouble: '老板不发工资', topic: 'work', service: 'labour-ask', office: '劳动保障监察', also: ['12351'] },
  { trouble: '弟弟吸毒', topic: 'recovery', service: 'recovery-family', first: ['110'], office: '公安' },
  { trouble: '儿子刚出来，社区矫正', topic: 'fresh-start', service: 'correction-help', office: '司法' },
  { trouble: '年轻人在家没有工作', topic: 'youth', service: 'youth-start', also: ['12355'] },
  { trouble: '残疾人找工作', topic: 'disability', service: 'disability-work', office: '残疾人联合会' },
];

const serviceOf = (id: string) => {
  const found = dataset.services.find((service) => service.id === id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};

/** A place whose 街镇 has a 综合 station that is verified, so that its own number is shown. */
const place = dataset.committees.find(({ townCode }) =>
  dataset.stations.some(
    (station) =>
      station.townCode === townCode &&
      station.type === '综合' &&
      station.status === '运行' &&
      station.verifiedOn !== null &&
      station.verifiedOn > '2026-08-01',
  ),
);

let stage: Stage;
let page: Page;
eachOnFreshPage(
  async (own, on) => {
    [page, stage] = [own, on];
    await page.goto(stage.at('/'));
  },
  { viewport: { width: 390, height: 844 } },
);

/** Two steps from the home page: the topic, then the matter. */
async function walk({ topic, service }: Task): Promise<void> {
  await page.locator(`.needs a[href$="#${topic}"]`).click();
  await page.waitForURL(`**/services/#${topic}`);
  await page.locator(`#${topic}`).scrollIntoViewIfNeeded();
  await page
    .locator(`main a[href$="${paths.service(service)}"]`)
    .first()
    .click();
  await page.waitForURL(`**${paths.service(service)}`);
}

/** Whether one thing stands before another in the document. */
const before = async (first: string, second: string) =>
  page.evaluate(
    ([a = '', b = '']) => {
      const [one, two] = [document.querySelector(a), document.querySelector(b)];
      return (
        one !== null && two !== null && Boolean(one.compareDocumentPosition(two) & Node.DOCUMENT_POSITION_FOLLOWING)
      );
    },
    [first, second],
  );

describe('somebody in trouble finds from the home page in two steps', () => {
  it.each(TASKS)('$trouble', async (task) => {
    await walk(task);
    const text = await page.locator('main').innerText();
    expect(text).toContain(serviceOf(task.service).name);
    for (const number of task.first ?? []) {
      await page.locator(`.urgent a[href="tel:${number}"]`).waitFor();
      expect(await before('.urgent', 'my-station')).toBe(true);
    }
    if (task.office !== undefined) expect(text).toContain(task.office);
    for (const number of task.also ?? []) expect(await page.locator(`main a[href="tel:${number}"]`).count()).toBe(1);
    // Without knowing where somebody lives, the page asks for it right there.
    expect(await page.locator('my-station input').isVisible()).toBe(true);
  });

  it('the phone of their own station, where they live is remembered', async () => {
    const { page: own, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
    await own.goto(stage.at('/leave/'));
    await own.evaluate((code) => localStorage.setItem('sgz-home', code), place?.code ?? '');
    for (const { service } of TASKS.filter(({ first }) => first === undefined).slice(0, 4)) {
      await own.goto(stage.at(paths.service(service)));
      const row = own.locator('my-station li[data-id]');
      await row.waitFor();
      const id = await row.getAttribute('data-id');
      const station = dataset.stations.find((one) => one.id === id);
      expect(station?.townCode).toBe(place?.townCode);
      expect(station === undefined || isClosed(station)).toBe(false);
      expect(await row.innerText()).toMatch(/\d{3,}/u);
    }
    await context.close();
  });

  it('every topic stands on the home page', async () => {
    const shown = await page
      .locator('.needs a')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')?.split('#')[1]));
    expect(shown).toEqual(dataset.topics.map(({ slug }) => slug));
  });
});
