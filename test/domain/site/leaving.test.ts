import { describe, expect, it } from 'vitest';
import { hostsWithoutNotice, leadsToOthers } from '../../../src/domain/site/leaving.ts';
import { readIdentity } from '../../../src/loading/tables/settings.ts';
import { cityWith } from '../../loading/city.ts';

const hostsOf = (more: string, isSample = false) => {
  const { value } = readIdentity(cityWith({ 'site.yaml': (text) => `${text}${more}` }));
  if (value === null) throw new Error('not read');
  return hostsWithoutNotice(value, isSample);
};

describe('the notice before the site of others', () => {
  it('stands on official sites, on a sample only where it is asked for, and can be switched off', () => {
    expect(hostsOf('')).toEqual(['www.yunze.example']);
    expect(hostsOf('', true)).toBeNull();
    expect(hostsOf('leave_notice: true\n', true)).not.toBeNull();
    expect(hostsOf('leave_notice: false\n')).toBeNull();
  });

  it('leaves out the host site, the mark in the footer and what the publisher names', () => {
    const mark = 'https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF0123456789ABCDEF';
    expect(hostsOf(`party_mark: ${mark}\nleave_exempt: [uri.amap.com]\n`)).toEqual([
      'www.yunze.example',
      'bszs.conac.cn',
      'uri.amap.com',
    ]);
  });

  it.each([
    ['https://uri.amap.com/marker', true],
    ['http://maps.example/', true],
    ['https://www.gov.cn/', false],
    ['https://beian.miit.gov.cn/', false],
    ['https://gov.cn.evil.example/', true],
    ['https://notgov.cn/', true],
    ['https://map.friend.example/', false],
    ['https://friend.example.evil.example/', true],
    ['https://sgz.example/about/', false],
    ['tel:12345', false],
    ['mailto:a@b.example', false],
    ['file:///site/index.html', false],
  ])('of %s: %s', (address, told) => {
    expect(leadsToOthers(new URL(address), 'sgz.example', ['friend.example'])).toBe(told);
  });
});
