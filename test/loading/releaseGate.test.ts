import { describe, expect, it } from 'vitest';
import { load, type Input } from '../../src/loading/folders.ts';
import { releaseReasons } from '../../src/loading/releaseGate.ts';

const city = load({ data: 'test/fixtures/city/data', content: 'test/fixtures/city/content' });
const URL = 'https://shegongzhan.yunze.example';

const withDataset = (change: Partial<Input['dataset']>): Input => ({
  ...city,
  dataset: { ...city.dataset, ...change },
});

describe('the release gate', () => {
  it('lets a complete official dataset through', () => {
    expect(releaseReasons(city, URL)).toEqual([]);
  });

  it('gives all reasons against a sample at once', () => {
    const shanghai = load({ data: 'data', content: 'content' });
    const reasons = releaseReasons(shanghai, undefined).join('\n');
    for (const word of ['kind: sample', 'SITE_URL', 'organiser', 'icp', 'sample: true', '“示例”']) {
      expect(reasons).toContain(word);
    }
  });

  it.each(['某某路1号', '待定', 'XX路2号', 'TODO', '示例路3号'])(
    'stops at the placeholder %s in an address',
    (address) => {
      const stations = city.dataset.stations.map((station, at) => (at === 0 ? { ...station, address } : station));
      expect(releaseReasons(withDataset({ stations }), URL)).toEqual([expect.stringContaining('“地址”里有占位的')]);
    },
  );

  it('names each thing that is missing about the publisher', () => {
    const site = { ...city.dataset.site, organiser: '', reportEmail: '' };
    expect(releaseReasons(withDataset({ site }), URL)).toEqual([
      expect.stringContaining('organiser'),
      expect.stringContaining('report_email'),
    ]);
  });
});
