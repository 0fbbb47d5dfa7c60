import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackSite, type Unpacked } from '../browser/unpacked.ts';
import type { Engine } from '../engines/engine.ts';
import { startQtWebEngine } from '../engines/qtWebEngine.ts';
import { home, readsStation, search } from '../engines/tasks.ts';

describe('the site in files, opened in the engine of Chrome 87 on a computer without a network', () => {
  let unpacked: Unpacked;
  let engine: Engine;
  beforeAll(async () => {
    [unpacked, engine] = await Promise.all([unpackSite(), startQtWebEngine()]);
  });
  afterAll(async () => {
    await engine.close();
    unpacked.remove();
  });
  /** The file of an address of the site. */
  const at = (path: string) => unpacked.at(`site${path}index.html`);

  it('finds the station of a 居委会, tells its phone and opens its page', async () => {
    await engine.open(at('/'));
    const [first = ''] = await search(engine, home.committee.name);
    expect(first).toMatch(/\d{3,4}-\d{4}/u);
    const link = `document.querySelector('.search-list [role=option] a[href*="/stations/"]').href`;
    expect(await engine.run(link)).toBe(at(`/stations/${home.station.id}/`));
    await readsStation(engine, at);
  });

  it('reports no error', () => {
    expect(engine.complaints()).toEqual([]);
  });
});
