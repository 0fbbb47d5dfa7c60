import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../../src/loading/tables/settings.ts';
import { cityWith } from '../city.ts';

const read = (more: string) => readIdentity(cityWith({ 'site.yaml': (text) => `${text}${more}` }));

describe('what site.yaml says about host and state', () => {
  it('is nothing where nothing is written', () => {
    expect(read('').value).toMatchObject({ notice: '', security: null, reportsToState: false, partyMark: '' });
  });

  it('is read as it is written', () => {
    const { value, faults } = read(
      "notice: ' 正在核对。 '\nsecurity: { contact: 'https://a.example/x', expires: '2027-01-01' }\nreport_to_state: true\n",
    );
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      notice: '正在核对。',
      security: { contact: 'https://a.example/x', expires: '2027-01-01' },
      reportsToState: true,
    });
  });

  it.each([
    ['a notice as long as a page', `notice: ${'长'.repeat(81)}`, '太长：最多 80 个字'],
    ['a contact without a day', "security: { contact: 'mailto:a@b.example' }", '就要写到哪一天有效'],
    ['a contact that is no address', "security: { contact: 'a@b.example', expires: '2027-01-01' }", '写成 mailto:邮箱'],
    ['a day that is none', "security: { contact: 'mailto:a@b.example', expires: '2027-02-30' }", '2026-11-23'],
    ['a mark of somebody else', 'party_mark: https://evil.example/conac.cn/', 'https://bszs.conac.cn/'],
    ['a mark that acts', "party_mark: 'javascript:alert(1)'", 'https://bszs.conac.cn/'],
    ['yes in words', 'report_to_state: 是', '只能是 true 或 false'],
  ])('is refused: %s', (_, line, words) => {
    const { value, faults } = read(`${line}\n`);
    expect(value).toBeNull();
    expect(faults.map(({ message, remedy }) => message + remedy).join('\n')).toContain(words);
  });
});
