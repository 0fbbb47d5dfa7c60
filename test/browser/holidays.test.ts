import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/domain/time/holidays.ts';
import { addDays, weekday } from '../../src/domain/time/dates.ts';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

const district = dataset.districts[0]?.code ?? '';
/** 综合 stations and others are listed on the page of a district. */
const path = `/districts/${district}/`;

let stage: Stage;
let calendar: Calendar;
eachOnFreshPage(
  async (page: Page, on) => {
    stage = on;
    await page.goto(stage.at(path));
    calendar = JSON.parse((await page.locator('#calendar').textContent()) ?? '') as Calendar;
  },
  { viewport: { width: 390, height: 844 } },
);

/** What the page says on a day at ten in the morning, in Shanghai: how often each mark, and the note above the list. */
async function on(day: string) {
  const { page, context } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 } });
  await page.clock.setFixedTime(new Date(`${day}T02:00:00Z`));
  await page.goto(stage.at(path));
  const states = page.locator('main .list open-state .tile');
  await states.first().waitFor();
  const marks = await states.allTextContents();
  const note = page.locator('[data-holiday-note]');
  const told = (await note.isVisible()) ? await note.innerText() : '';
  await context.close();
  return { marks, told };
}

const firstMondayFrom = (day: string) =>
  [0, 1, 2, 3, 4, 5, 6].map((more) => addDays(day, more)).find((date) => weekday(date) === 0) ?? day;

describe('the turn of a year whose holidays nobody has arranged', () => {
  it.each([1, 2])(
    'the first days ask for a call, an ordinary Monday keeps its hours: %s years ahead',
    async (ahead) => {
      const year = Number(calendar.to.slice(0, 4)) + ahead;
      const newYear = await on(`${year}-01-01`);
      expect(newYear.marks).not.toContain('开');
      expect(newYear.marks).toContain('电');
      const monday = await on(firstMondayFrom(`${year}-01-11`));
      expect(monday.marks).toContain('开');
      expect(monday.told).toBe(`${year}年放假安排还没有收录，节假日前后要去，请先打电话。`);
    },
  );

  it('nothing is said of it before that year begins', async () => {
    const before = await on(firstMondayFrom(addDays(calendar.to, -20)));
    expect(before.marks).toContain('开');
    expect(before.told).toBe('');
  });
});
