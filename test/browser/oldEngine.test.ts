import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/cli/serve.ts';
import { until, type Engine } from '../engines/engine.ts';
import { hasQtWebEngine, startQtWebEngine } from '../engines/qtWebEngine.ts';
import { home, readsStation, search } from '../engines/tasks.ts';
import { mainSite } from '../site/builtSite.ts';
import { dataset } from './dataset.ts';

const site = mainSite();
describe.skipIf(!hasQtWebEngine())('the engine of Chrome 87', () => {
  let server: Serving;
  let engine: Engine;
  beforeAll(async () => {
    [server, engine] = await Promise.all([serve({ dir: site.dir, base: site.base, port: 0 }), startQtWebEngine()]);
  });
  afterAll(() => Promise.all([server.close(), engine.close()]));
  const at = (path: string) => new URL(path.replace(/^\//u, ''), server.url).href;

  it('shows a station as current browsers do: styled, the number largest, the opening state told', async () => {
    await readsStation(engine, at);
    await engine.open(at(`/stations/${home.station.id}/`), 1440);
    await until(
      engine,
      'getComputedStyle(document.querySelector(".station")).gridTemplateColumns.split(" ").length === 2',
    );
  });

  it('finds stations by committee, street, letters, need and number', async () => {
    await engine.open(at('/search/'));
    const town = dataset.towns.find(({ code }) => code === home.committee.townCode)?.name ?? '';
    for (const words of [home.committee.name, town, 'xujiahui', '独居老人', '没人管怎么办', '低保', '不想活了'])
      expect([words, (await search(engine, words)).length > 0]).toEqual([words, true]);
  });

  it('reports no error', () => {
    expect(engine.complaints()).toEqual([]);
  });
});
