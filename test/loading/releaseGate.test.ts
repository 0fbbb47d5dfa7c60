import { describe, expect, it } from 'vitest';
import { ruleFault } from '../../src/loading/faults/fault.ts';
import { inspect, type Inspection } from '../../src/loading/input.ts';
import { releaseReasons } from '../../src/loading/releaseGate.ts';
import type { SiteIdentity } from '../../src/domain/dataset/dataset.ts';
import { CITY } from './city.ts';

const TODAY = '2026-11-23';
const URL = 'https://shegongzhan.yunze.example';
const city = inspect(CITY, TODAY);

const withSite = (change: Partial<SiteIdentity>): Inspection => {
  const { site } = city.reading;
  if (site === null) throw new Error('the city has no site.yaml');
  return { ...city, reading: { ...city.reading, site: { ...site, ...change } } };
};

describe('the release gate', () => {
  it('lets a complete official dataset through, reminders and all', () => {
    expect(city.faults.length).toBeGreaterThan(0);
    expect(releaseReasons(city, [], URL, TODAY)).toEqual([]);
  });

  it('gives all reasons against a sample at once, its thousands of placeholders in one line', () => {
    const shanghai = inspect({ data: 'data', content: 'content' }, TODAY);
    const reasons = releaseReasons(shanghai, [], undefined, TODAY);
    for (const word of ['kind: sample', 'SITE_URL', 'organiser', 'icp', 'site_id_code', 'sample: true', '“示例”']) {
      expect(reasons.join('\n')).toContain(word);
    }
    expect(reasons.length).toBeLessThan(30);
  });

  it('gives the faults of the check and what is missing about the publisher together', () => {
    const broken = {
      ...withSite({ organiser: '' }),
      faults: [ruleFault('placeholder', 'stations.csv', '某某路', '占位')],
    };
    const attached = [ruleFault('picture-metadata', 'content/a.jpg', '', '带着EXIF、GPS')];
    expect(releaseReasons(broken, attached, URL, TODAY)).toEqual([
      expect.stringContaining('〔placeholder〕'),
      expect.stringContaining('〔picture-metadata〕'),
      expect.stringContaining('organiser'),
    ]);
  });

  it('names each thing that is missing about the publisher', () => {
    expect(releaseReasons(withSite({ organiser: '', reportEmail: '', policeRecord: '' }), [], URL, TODAY)).toEqual([
      expect.stringContaining('organiser'),
      expect.stringContaining('police_record'),
      expect.stringContaining('report_email'),
    ]);
  });

  it.each(['http://a.example', 'shegongzhan.yunze.example', ''])('refuses the address “%s”', (url) => {
    expect(releaseReasons(city, [], url, TODAY)).toHaveLength(1);
  });

  it('refuses a security.txt that no longer holds', () => {
    const until = (expires: string) =>
      releaseReasons(withSite({ security: { contact: 'mailto:a@yunze.example', expires } }), [], URL, TODAY);
    expect(until('2026-11-23')).toEqual([]);
    expect(until('2026-11-22')).toEqual([expect.stringContaining('security.expires 是 2026年11月22日，已经过了')]);
  });

  it('refuses data of a day that has not come', () => {
    expect(releaseReasons(inspect(CITY, '2026-11-01'), [], URL, '2026-11-01')).toEqual([
      expect.stringContaining('as_at'),
    ]);
  });
});
