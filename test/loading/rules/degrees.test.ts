import { describe, expect, it } from 'vitest';
import { DEGREE_WORDS, DEGREES, isDegree, needsWhom } from '../../../src/domain/policy/degree.ts';
import { degreeFaults } from '../../../src/loading/rules/degrees.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { contentWith, swap } from '../city.ts';

const codesOf = (body: string) => degreeFaults({ file: 'interpretations/a.mdx', body }).map(({ code }) => code);
const FILE = 'interpretations/how-many.mdx';
const messagesOf = (edit: (text: string) => string) =>
  readContent(contentWith({ [FILE]: edit })).faults.map(({ message }) => message);

describe('the degrees', () => {
  it('are three, each with words of its own', () => {
    expect(DEGREES.filter(isDegree)).toEqual(['写明', '没有写', '待核实']);
    expect(new Set(DEGREES.map((degree) => DEGREE_WORDS[degree].short)).size).toBe(3);
    expect(DEGREES.filter(needsWhom)).toEqual(['没有写', '待核实']);
    expect(isDegree('大概')).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['<Question ask="问" degree="写明">答</Question>', []],
    ['<Question ask="问" degree="没有写" whom="区里">答</Question>', []],
    ["<Question whom='区里' degree='待核实' ask='问'>答</Question>", []],
    ['<Question ask="问">答</Question>', ['degree-missing']],
    ['<Question ask="问" degree="大概">答</Question>', ['degree-missing']],
    ['<Question ask="问" degree="没有写">答</Question>', ['whom-missing']],
    ['<Question ask="问" degree="待核实" whom="">答</Question>', ['whom-missing']],
    ['- <Degree of="写明" /> 一\n- <Degree of="待核实" /> 二', []],
    ['- <Degree of="一定" /> 一\n- <Degree /> 二', ['degree-missing', 'degree-missing']],
    ['<Unverified whom="区里">\n\n不知道\n\n</Unverified>', []],
    ['<Unverified>\n\n不知道\n\n</Unverified>', ['whom-missing']],
    ['<Ours>\n\n本站这样做\n\n</Ours>', []],
  ])('%s gives %j', (body, expected) => {
    expect(codesOf(body)).toEqual(expected);
  });

  it('is told in Chinese, with its question', () => {
    const [fault] = degreeFaults({ file: 'a.mdx', body: '<Question ask="要钱吗？">答</Question>' });
    expect(fault).toMatchObject({ value: '要钱吗？', level: '必须改' });
    expect(fault?.message).toContain('写明、没有写、待核实');
  });
});

describe('a line beside a clause', () => {
  const line = '- degree: 写明\n        text: 由街镇来建。';

  it('needs one of the degrees, and whom to ask where the document does not answer', () => {
    expect(messagesOf(swap(line, '- degree: 没有写\n        text: 由街镇来建。\n        whom: 市民政局'))).toEqual([]);
    expect(messagesOf(swap(line, '- degree: 大概\n        text: 由街镇来建。')).join('')).toContain('只有三种');
    expect(messagesOf(swap(line, '- 由街镇来建。')).join('')).toContain('degree');
    expect(messagesOf(swap(line, '- degree: 待核实\n        text: 由街镇来建。')).join('')).toContain('whom');
  });
});

describe('an interpretation', () => {
  it('is not official while its author is a sample', () => {
    const official = swap('content_source: 云泽市民政局', 'content_source: 云泽市民政局\nofficial: true');
    expect(messagesOf(official)).toEqual([]);
    expect(
      messagesOf((text) => official(text).replace('云泽市民政局\nofficial', '编写组（示例）\nofficial')).join(''),
    ).toContain('示例');
  });
});
