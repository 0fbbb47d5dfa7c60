import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCrs,
  readPrecision,
  readPublishLevel,
  readStatus,
  readType,
} from '../../../src/domain/tidy/closedLists.ts';

/** Ways to negate, limit or put off the word that follows. */
const BEFORE = '不 未 非 免予 无需 暂不 拟 待 部分 限制 依申请 仅部分 除地址外 尚未 不宜 不对外 计划 有条件'.split(' ');
const AFTER = ['（不含地址）', '（除电话）', '受限', '待定', '（暂缓）', '？', '（部分）', '否'];

const turned = (word: string) => [...BEFORE.map((before) => before + word), ...AFTER.map((after) => word + after)];

describe('公开范围', () => {
  it.each([
    ['全部', '全部'],
    ['全部公开', '全部'],
    ['公开', '全部'],
    ['可以公开', '全部'],
    ['对外公开', '全部'],
    ['向社会公开', '全部'],
    ['是', '全部'],
    ['仅电话', '仅电话'],
    ['只公开电话', '仅电话'],
    ['电话公开', '仅电话'],
    ['仅街镇', '仅街镇'],
    ['不公开', '仅街镇'],
    ['保密', '仅街镇'],
    ['否', '仅街镇'],
    ['不予公开', '仅街镇'],
    ['依申请公开', '仅街镇'],
    ['内部掌握', '仅街镇'],
    ['电话不公开', '仅街镇'],
    ['无', '仅街镇'],
    ['待定', '仅街镇'],
    ['公开（地址保密）', '仅街镇'],
    ['公开地址和电话', null],
    ['主管部门同意后公开', null],
    ['某某', null],
  ])('%s is %s', (text, level) => expect(readPublishLevel(text)).toBe(level));

  it.each(['公开', '全部', '全部公开'].flatMap(turned))('%s never shows all', (text) => {
    expect(readPublishLevel(text)).toBe('仅街镇');
  });

  it('never widens by any text that is not one of the plain words', () => {
    const piece = fc.constantFrom(
      ...'公开全部是可以对外社会同意已主动不未非免无暂拟待限仅除（）、街镇电话地址申请某后'.split(''),
      '公开',
      '全部',
      '依申请',
    );
    const words = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), (text) => {
        const plain = /^(?:可以?|同意|允许|已经?|对外|[向对]?社会|全部|完全|全面|主动|全)*公[开布]$|^全部$|^是$/u;
        if (readPublishLevel(text) === '全部') expect(text.replace(/[\s:：、，,.。;；!！·•√✓]/gu, '')).toMatch(plain);
        if (/[不未非免无暂拟待限除依]/u.test(text)) expect(readPublishLevel(text)).toBe('仅街镇');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('状态', () => {
  it.each([
    ['正常', '运行'],
    ['正常运行', '运行'],
    ['运行良好', '运行'],
    ['已建成并投入使用', '运行'],
    ['目前正常开放', '运行'],
    ['已恢复运行', '运行'],
    ['在建', '筹建'],
    ['拟建', '筹建'],
    ['正在筹备', '筹建'],
    ['待启用', '筹建'],
    ['未建成', '筹建'],
    ['暂不运行', '暂停'],
    ['暂未开放', '暂停'],
    ['停用', '暂停'],
    ['因装修暂停开放', '暂停'],
    ['暂时关闭', '暂停'],
    ['已撤销', '撤并'],
    ['撤并（2026年3月）', '撤并'],
    ['已并入荷桥街道社工站', '撤并'],
    ['未开放', null],
    ['未运行', null],
    ['不正常', null],
    ['试运行', null],
    ['拟撤并', null],
    ['未撤并', null],
    ['正在撤并', null],
    ['未停用', null],
    ['筹建完成', '筹建'],
    ['装修后恢复开放', null],
    ['运行（装修）', null],
    ['无', null],
    ['否', null],
  ])('%s is %s', (text, status) => expect(readStatus(text)).toBe(status));

  it.each(['运行', '正常', '开放', '启用', '正常运行', '运营'].flatMap(turned))('%s is not 运行', (text) => {
    expect([null, '筹建', '暂停']).toContain(readStatus(text));
  });

  it.each(['撤并', '暂停', '停用', '注销'].flatMap((word) => turned(word).slice(0, 8)))(
    '%s is nothing that has happened',
    (text) => {
      expect(readStatus(text)).toBeNull();
    },
  );
});

describe('位置精度', () => {
  it.each([
    ['精确', '门牌'],
    ['精确到门牌号', '门牌'],
    ['楼栋', '门牌'],
    ['路段', '道路'],
    ['精确到道路', '道路'],
    ['大致', '街镇'],
    ['精确到街镇', '街镇'],
    ['不精确', '街镇'],
    ['未到门牌', '街镇'],
    ['欠准确', null],
    ['门牌附近', null],
    ['门牌或道路', null],
    ['某某', null],
  ])('%s is %s', (text, precision) => expect(readPrecision(text)).toBe(precision));

  it.each(['门牌', '精确', '准确', '楼栋'].flatMap(turned))('%s is not 门牌', (text) => {
    expect(readPrecision(text)).not.toBe('门牌');
  });
});

describe('类型 and 坐标系', () => {
  it.each([
    ['综合站', '综合'],
    ['综合性社工站', '综合'],
    ['街镇级', '综合'],
    ['专项（未保）', '专项'],
    ['专业社工站', '专项'],
    ['居委会', '居村'],
    ['非专项', null],
    ['不是综合站', null],
    ['综合、专项', null],
    ['除居村外', null],
    ['其他', null],
  ])('%s is %s', (text, type) => expect(readType(text)).toBe(type));

  it.each([
    ['高德', 'GCJ02'],
    ['GCJ-02', 'GCJ02'],
    ['百度地图', 'BD09'],
    ['CGCS2000', 'CGCS2000'],
    ['GPS', 'WGS84'],
    ['非百度', null],
    ['百度转WGS84', null],
    ['未知', null],
  ])('%s is %s', (text, crs) => expect(readCrs(text)).toBe(crs));
});
