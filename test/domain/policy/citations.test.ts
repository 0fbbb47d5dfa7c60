import { describe, expect, it } from 'vitest';
import { citationFaults, registerFaults } from '../../../src/domain/policy/citations.ts';
import { isDocNumber, type RegisteredDocument } from '../../../src/domain/policy/documents.ts';

const REGISTER: readonly RegisteredDocument[] = [
  { id: 'a', title: '关于推进社工站建设的通知', docNumber: '沪民社工发〔2021〕5号', otherTitles: [] },
  {
    id: 'b',
    title: '关于加快社工站建设的通知',
    docNumber: '民办函〔2021〕20号',
    otherTitles: ['关于加快服务站建设的通知'],
  },
  { id: 'c', title: '关于加强基层治理的意见', docNumber: '', otherTitles: [] },
];
const codes = (text: string) => citationFaults(text, REGISTER).map(({ code }) => code);

describe('a citation in a text', () => {
  it.each([
    ['《关于推进社工站建设的通知》（沪民社工发〔2021〕5号）三（二）', []],
    ['依据沪民社工发〔2021〕5号 三（二）', []],
    ['《关于加强基层治理的意见》和《中国社会报》', []],
    ['《关于推进社工站的通知》（沪民社工发〔2021〕5号）', ['cite-title']],
    ['《关于推进社工站建设的通知》（沪民社工发〔2021〕6号）', ['cite-number']],
    ['《关于加快服务站建设的通知》（民办函〔2021〕20号）', ['cite-two-titles']],
    ['《关于加快服务站建设的通知》', ['cite-two-titles']],
    ['《关于多装路灯的通知》', ['cite-unknown']],
    ['《关于多装路灯的通知》（沪建〔2020〕3号）', ['cite-unknown']],
    ['见沪民社工发〔2021〕7号', ['cite-unknown']],
    ['见沪民社工发[2021]5号', ['cite-form']],
    ['见沪民社工发（2021）5号', ['cite-form']],
    ['见沪民社工发〔2021〕第5号', ['cite-form']],
    ['《关于推进社工站建设的通知》（沪民社工发[2021]5号）', ['cite-form']],
    ['《关于推进社工站的通知》（沪民社工发〔2021〕5号），又见民办函〔2021〕21号', ['cite-title', 'cite-unknown']],
  ])('%s → %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is told what to write instead', () => {
    const [fault] = citationFaults('《关于加快服务站建设的通知》（民办函〔2021〕20号）', REGISTER);
    expect(fault?.remedy).toContain('《关于加快社工站建设的通知》（民办函〔2021〕20号）');
  });
});

describe('the register', () => {
  it('has one row for a number and one for a title', () => {
    expect(registerFaults(REGISTER)).toEqual([]);
    const twice = { id: 'd', title: '关于别的事的通知', docNumber: '民办函〔2021〕20号', otherTitles: [] };
    expect(registerFaults([...REGISTER, twice]).map(({ code }) => code)).toEqual(['cite-two-titles']);
  });

  it.each([
    ['沪民社工发〔2021〕5号', true],
    ['沪民社工发[2021]5号', false],
    ['沪民社工发 〔2021〕5号', false],
    ['沪民社工发〔21〕5号', false],
  ])('takes %s: %s', (text, expected) => {
    expect(isDocNumber(text)).toBe(expected);
  });
});
