import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runStages } from '../../../src/cli/testing/schedule.ts';
import { sharesTable } from '../../../src/cli/testing/shares.ts';
import type { Ran, Stage } from '../../../src/cli/testing/stage.ts';

const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({ key, name: key, commands: [], ...rest });

/** Runs stages that take so many turns each, and writes down what began, ended and was told, in order. */
async function played(
  stages: readonly Stage[],
  turns: Readonly<Record<string, number>> = {},
  failing: readonly string[] = [],
) {
  const story: string[] = [];
  const ran = await runStages(stages, {
    lanes: 2,
    clock: () => 0,
    tell: ({ stage: { key } }) => story.push(`told ${key}`),
    run: async ({ key }) => {
      story.push(`began ${key}`);
      for (let turn = 0; turn < (turns[key] ?? 1); turn += 1) await soon();
      story.push(`ended ${key}`);
      const ok = !failing.includes(key);
      return { ok, output: '', passed: 0, failed: ok ? 0 : 1 };
    },
  });
  return { story, ran: ran.map((one) => one.stage.key) };
}

const before = (story: readonly string[], first: string, second: string) =>
  expect(story.indexOf(first), `${first} before ${second}`).toBeLessThan(story.indexOf(second));

describe('the stages of npm test', () => {
  it('run side by side, as many as there are lanes', async () => {
    const { story } = await played([stage('a'), stage('b'), stage('c')], { a: 3, b: 5 });
    expect(story.slice(0, 2)).toEqual(['began a', 'began b']);
    before(story, 'ended a', 'began c');
    before(story, 'began c', 'ended b');
  });

  it('wait for those that they need, and let others go ahead meanwhile', async () => {
    const stages = [stage('build'), stage('site', { after: ['build'] }), stage('unit')];
    const { story } = await played(stages, { build: 5, unit: 2 });
    before(story, 'began unit', 'began site');
    before(story, 'ended build', 'began site');
  });

  it('need nothing of a stage that was not chosen', async () => {
    expect((await played([stage('site', { after: ['build'] })])).ran).toEqual(['site']);
  });

  it('that use Astro never run side by side', async () => {
    const stages = [stage('types', { usesAstro: true }), stage('build', { usesAstro: true })];
    const { story } = await played(stages);
    before(story, 'ended types', 'began build');
  });

  it('are told in the order of the list, whichever ends first', async () => {
    const { story } = await played([stage('a'), stage('b'), stage('c')], { a: 9 });
    expect(story.filter((line) => line.startsWith('told'))).toEqual(['told a', 'told b', 'told c']);
    before(story, 'ended c', 'told b');
  });

  it('stop after a failure: what runs comes to its end and is told, nothing else begins', async () => {
    const { story, ran } = await played([stage('a'), stage('b'), stage('c')], { a: 4 }, ['b']);
    expect(ran).toEqual(['a', 'b']);
    expect(story).not.toContain('began c');
    expect(story.filter((line) => line.startsWith('told'))).toEqual(['told a', 'told b']);
  });
});

describe('the table of shares', () => {
  it('tells the seconds of each stage, and what it ran beside', () => {
    const ran = (key: string, from: number, to: number): Ran => ({
      stage: stage(key),
      outcome: { ok: true, output: '', passed: 0, failed: 0 },
      from,
      to,
    });
    const lines = sharesTable([ran('类型', 0, 20), ran('建网站', 20, 50), ran('unit', 4, 44.6)]);
    expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual([
      ['分项', '秒', '同时在跑（秒）'],
      ['类型', '20', 'unit 16'],
      ['建网站', '30', 'unit 25'],
      ['unit', '41', '类型 16、建网站 25'],
      ['合计', '50'],
    ]);
  });
});
