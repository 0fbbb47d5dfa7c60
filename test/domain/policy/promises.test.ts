import { describe, expect, it } from 'vitest';
import { promisesIn } from '../../../src/domain/policy/promises.ts';

describe('a promise', () => {
  it.each([
    '找不到也一定会回话',
    '不会不管您',
    '老人的事，社工站都会接',
    '站里保证能办成',
    '什么事都管',
    '什么事都可以先问',
    '谈的话不外传',
    '不会因为走错门就不管',
    '老人的事，社工站都接，别的也能问',
    '有求必应',
  ])('is found: %s', (text) => {
    expect(promisesIn(text)).toHaveLength(1);
  });

  it.each([
    '站里无法保证办成',
    '不一定会有',
    '不保证能办成',
    '三个人都要有证吗',
    '每个街镇都有站吗',
    '一定期限内',
    '可以申请人身安全保护令',
    '依法保密，有例外',
  ])('is none: %s', (text) => {
    expect(promisesIn(text)).toEqual([]);
  });

  it('is told with the words after it', () => {
    expect(promisesIn('我们一定会答复您的来信。')).toEqual(['一定会答复您的来信']);
  });
});
