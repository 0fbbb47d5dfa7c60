import { describe, expect, it } from 'vitest';
import { nearlyEqual } from '../../../src/search/text/nearlyEqual.ts';
import { blurred, Readings } from '../../../src/search/text/readings.ts';
import { Phrases } from '../../../src/search/match/phrases.ts';
import { plainWords } from '../../../src/search/text/plainWords.ts';
import { arabicNumbers } from '../../../src/domain/language/numerals.ts';
import { searchKey } from '../../../src/search/text/keys.ts';
import { committeeStem, placeStem, shortTownNames, withoutCommitteeEnd } from '../../../src/search/text/stems.ts';
import { readCommittee, writeCommittee } from '../../../src/search/files/format.ts';

const none = new Map<string, string>();

describe('a key', () => {
  it.each([
    ['ＸＵ家汇　１２号', 'xu家汇12号'],
    ['徐家汇（街道）、社工站！', '徐家汇街道社工站'],
    ['Lǚxiàng', 'luxiang'],
    ['lvxiang', 'luxiang'],
    ['<b>徐</b>', 'b徐b'],
    ['\ud800徐\udfff', '徐'],
    ['', ''],
  ])('of %j is %j', (text, key) => {
    expect(searchKey(text, none)).toBe(key);
  });

  it('of Han characters alone is they themselves: no other form is looked for', () => {
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const char = String.fromCharCode(code);
      expect(char.normalize('NFKD')).toBe(char);
    }
  });

  it('is simplified and never long', () => {
    expect(searchKey('閔行', new Map([['閔', '闵']]))).toBe('闵行');
    expect(searchKey('徐'.repeat(5000), none).length).toBeLessThan(100);
  });
});

describe('numbers', () => {
  it.each([
    ['四九九弄', '499弄'],
    ['十二村', '12村'],
    ['三十五弄', '35弄'],
    ['二十', '20'],
    ['一百二十弄', '120弄'],
    ['一千一百弄', '1100弄'],
    ['一〇〇弄', '100弄'],
    ['百花', '百花'],
    ['千阳', '千阳'],
  ])('of %s are %s', (written, counted) => {
    expect(arabicNumbers(written)).toBe(counted);
  });
});

describe('names as people say them', () => {
  it.each([
    ['天平路街道', '天平街道'],
    ['天平路街道', '天平'],
    ['五角场街道', '五角场'],
    ['周家桥街道', '周桥'],
    ['南京东路街道', '南东'],
    ['康健新村街道', '康健'],
  ])('%s is also %s', (name, short) => {
    expect(shortTownNames(name)).toContain(short);
  });

  it.each([
    ['徐汇区', '徐汇'],
    ['浦东新区', '浦东'],
    ['新河镇', '新河'],
    ['新村乡', '新村'],
    ['莘庄工业区', '莘庄'],
  ])('the stem of %s is %s', (name, stem) => {
    expect(placeStem(name)).toBe(stem);
  });

  it.each([
    ['江湾居委会', '江湾'],
    ['冈峰村村委会', '冈峰'],
    ['永安社区居委会', '永安'],
    ['居委会', '居'],
  ])('the own part of %s is %s', (name, own) => {
    expect(name.slice(0, committeeStem(name))).toBe(own);
  });

  it('drops the kind of committee from a query, unless nothing else is in it', () => {
    expect(withoutCommitteeEnd('江湾居委')).toBe('江湾');
    expect(withoutCommitteeEnd('居委会')).toBe('居委会');
  });

  it.each(['江湾居委会', '冈峰村村委会', '某某农场', '永安社区居委会'])('%s is written and read again', (name) => {
    expect(readCommittee(writeCommittee(name))).toBe(name);
  });
});

describe('readings', () => {
  const readings = new Readings('a2ai13', 'hang行xing行xin莘');

  it('stand in the order of the common characters, and several are known', () => {
    expect(readings.of('啊'.charCodeAt(0))).toEqual(['a']);
    expect(readings.of('爱'.charCodeAt(0))).toEqual(['ai']);
    expect(readings.of('行'.charCodeAt(0))).toEqual(['hang', 'xing']);
    expect(readings.of('徐'.charCodeAt(0))).toEqual([]);
  });

  it('tell what sounds alike and what nearly', () => {
    expect(readings.alike('莘'.charCodeAt(0), '行'.charCodeAt(0))).toBe(1);
    expect(blurred('zhang')).toBe('zan');
    expect(blurred('nan')).toBe('lan');
  });
});

describe('one fault', () => {
  it.each([
    ['徐家汇', '徐家会', true],
    ['徐家汇', '徐汇', true],
    ['徐家汇', '徐家家汇', true],
    ['徐家汇', '徐汇家', true],
    ['徐家汇', '会家汇徐', false],
    ['徐家汇', '徐', false],
  ])('between %s and %s: %s', (a, b, expected) => {
    expect(nearlyEqual(a, b)).toBe(expected);
  });
});

describe('plain words', () => {
  it('put different words for the same into one, without what only asks', () => {
    expect(plainWords('小囡不肯上学怎么办')).toBe(plainWords('孩子不上学'));
    expect(plainWords('怎么办')).toBe('怎么办');
  });

  it('find a phrase that stands in a question in other words', () => {
    const phrases = new Phrases();
    ['孩子不上学', '老人没人管', '楼上漏水', '申请低保', '社区矫正'].forEach((phrase, owner) =>
      phrases.add(owner, phrase),
    );
    const best = (question: string) => {
      const found: { owner: number; likeness: number }[] = [];
      phrases.like(question, (likeness) => found.push(likeness));
      return found.sort((a, b) => b.likeness - a.likeness)[0];
    };
    expect(best('我家小孩不肯去学校怎么办')?.owner).toBe(0);
    expect(best('低保怎么申请')?.owner).toBe(3);
    expect(best('红烧肉')).toBeUndefined();
  });
});
