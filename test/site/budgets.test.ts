import { describe, expect, it } from 'vitest';
import { budgetFaults, weightsOf } from '../../src/built/budgets.ts';
import { isMapScript, scriptsOf } from '../../src/built/pageFiles.ts';
import { few, mainSite, pagesOf } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const site = mainSite();
const weights = weightsOf(site);

describe('budgets, as sent with gzip', () => {
  it('no page weighs more than it may', () => {
    expect(few(budgetFaults(site))).toEqual([]);
  });

  it('every page is weighed, with the allowance of its kind', () => {
    expect(new Set(weights.map(({ path }) => path)).size).toBe(pagesOf(site).length);
    const limits = (path: string) =>
      weights.filter((weight) => weight.path === path).map(({ what, limit }) => `${what} ${limit / 1024}`);
    expect(limits('/')).toEqual(['全部 60', '查找的脚本 40']);
    expect(limits('/stations/')).toEqual(['网页 160']);
    expect(limits('/map/')).toEqual(['脚本和数据 100']);
    expect(limits('/about/')).toEqual(['网页和样式 30', '脚本 12']);
    for (const { bytes } of weights.filter(({ what }) => what !== '脚本')) expect(bytes).toBeGreaterThan(1000);
  });

  it('reading needs no script at all: nothing stands in an empty page', () => {
    const empty = pagesOf(site).filter(({ text }) => text.trim().length < 20);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('counts late imports only where it should', () => {
    const map = pagesOf(site).find(({ path }) => path === '/map/');
    if (map === undefined) throw new Error('no map page');
    expect(scriptsOf(site, map, isMapScript).size).toBeGreaterThan(scriptsOf(site, map).size);
    expect(filesOfKind(site, 'station').length).toBeGreaterThan(0);
  });
});
