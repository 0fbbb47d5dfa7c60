import { describe, expect, it } from 'vitest';
import { keptBytes, keptFiles } from '../../src/built/offline/keptFiles.ts';
import { KEPT_LIMIT, keptParts, notKept } from '../../src/domain/site/offline.ts';
import { stylesOf } from '../../src/built/pageFiles.ts';
import { documentOf, mainSite, pageIn, read } from './builtSite.ts';

const site = mainSite();
const kept = keptFiles(site);

describe('what browsers keep for when there is no network', () => {
  it('fits into its budget for a city of 1,000 stations', () => {
    expect(keptBytes(site)).toBeLessThanOrEqual(KEPT_LIMIT);
  });

  it('is all there, with the worker of the search, the style sheets and nothing of the full text', () => {
    expect(kept.filter((file) => !site.files.has(file))).toEqual([]);
    expect(kept.some((file) => /^_astro\/worker-.*\.js$/u.test(file))).toBe(true);
    const pages = kept.filter((file) => file.endsWith('.html'));
    const sheets = pages.flatMap((file) => stylesOf(site, pageIn(site, file)));
    expect(sheets.filter((sheet) => !kept.includes(sheet))).toEqual([]);
    expect(kept.filter((file) => /^(?:pagefind|policies|cases|fields)\//u.test(file))).toEqual([]);
  });

  it('has the files of places, whose table is light', () => {
    const places = [...site.files].filter((file) => /^search\/places(?:\.json|\/)/u.test(file));
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((file) => !kept.includes(file))).toEqual([]);
    expect(kept.filter((file) => /^_astro\/places[-.]/u.test(file)).length).toBe(2);
  });

  it('is what the service worker lists', () => {
    const worker = read(site, 'sw.js');
    for (const file of kept) expect(worker).toContain(`"./${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}"`);
    expect(worker).not.toContain('eval(');
  });

  it.each(['privacy/index.html', 'offline/index.html'])('stands on %s, with the date of the data', (file) => {
    const main = documentOf(site, file).querySelector('main');
    const words = (main?.textContent ?? '').replace(/\s+/gu, '');
    for (const { what } of keptParts({ places: '存', paged: false })) expect(words).toContain(what);
    expect(words).toContain(notKept({ places: '存', paged: false }));
    expect(words).toContain('数据截至2026年');
  });
});
