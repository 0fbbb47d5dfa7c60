import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, mainSite, ROOT } from './builtSite.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const told = dataset.stations.filter(({ hoursNote, publishLevel }) => hoursNote !== '' && publishLevel !== '仅街镇');
const textOf = (file: string) => documentOf(site, file).querySelector('main')?.textContent ?? '';

describe('hours that no weekly plan can hold', () => {
  it('stand on the page of the station in its own words', () => {
    expect(told.length).toBeGreaterThan(0);
    const silent = told.filter(({ id, hoursNote }) => !textOf(`stations/${id}/index.html`).includes(hoursNote));
    expect(few(silent.map(({ id }) => id))).toEqual([]);
  });

  it('are not taken for a plan: nobody is told that the place is open', () => {
    const alone = told.filter(({ hours }) => hours === null);
    expect(alone.length).toBeGreaterThan(0);
    const claiming = alone.filter(({ id }) => {
      const state = documentOf(site, `stations/${id}/index.html`).querySelector('open-state');
      return state?.hasAttribute('data-hours') !== false || !textOf(`stations/${id}/index.html`).includes('先打电话');
    });
    expect(few(claiming.map(({ id }) => id))).toEqual([]);
  });

  it('stand on its poster where there is no plan', () => {
    const alone = told.filter(({ hours, status }) => hours === null && status === '运行');
    const silent = alone.filter(({ id, hoursNote }) => {
      return !textOf(`stations/${id}/poster/index.html`).includes(hoursNote);
    });
    expect(few(silent.map(({ id }) => id))).toEqual([]);
  });
});
