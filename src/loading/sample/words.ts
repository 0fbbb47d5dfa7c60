import type { StationType } from '../../domain/station/station.ts';

/** Invented organisations: id, short name, kind, summary. All stand under 示例 (docs/norms.md §9). */
export const OPERATORS: readonly (readonly [id: string, short: string, kind: string, summary: string])[] = [
  ['chen-guang', '晨光', '社会工作服务机构', '示例机构，并不存在。设定的业务：陪伴老人。'],
  ['he-lin', '和邻', '社会工作服务机构', '示例机构，并不存在。设定的业务：调解邻里。'],
  ['nuan-yang', '暖阳', '社会工作服务机构', '示例机构，并不存在。设定的业务：家庭服务。'],
  ['zhi-xing', '知行', '社会工作服务机构', '示例机构，并不存在。设定的业务：青少年服务。'],
  ['tong-xing', '同行', '社会工作服务机构', '示例机构，并不存在。设定的业务：戒毒康复服务。'],
  ['qing-he', '青禾', '社会工作服务机构', '示例机构，并不存在。设定的业务：儿童服务。'],
  ['zhao-lu', '朝露', '社会工作服务机构', '示例机构，并不存在。设定的业务：学校服务。'],
  ['yuan-shan', '远山', '社会工作服务机构', '示例机构，并不存在。设定的业务：社区矫正服务。'],
  ['zhu-li', '竹里', '社会工作服务机构', '示例机构，并不存在。设定的业务：培育社区队伍。'],
  ['nan-feng', '南风', '社会工作服务机构', '示例机构，并不存在。设定的业务：职工服务。'],
  ['qing-xi', '清溪', '社会工作服务机构', '示例机构，并不存在。设定的业务：心理服务。'],
  ['shi-guang', '拾光', '社会工作服务机构', '示例机构，并不存在。设定的业务：陪伴老人。'],
  ['bai-chuan', '百川', '社会工作服务机构', '示例机构，并不存在。设定的业务：服务境外人员。'],
  ['ming-deng', '明灯', '社会工作服务机构', '示例机构，并不存在。设定的业务：社会救助服务。'],
  ['xin-ya', '新芽', '社会工作服务机构', '示例机构，并不存在。设定的业务：儿童服务。'],
  ['ban-mu', '半亩', '社会工作服务机构', '示例机构，并不存在。设定的业务：社区治理服务。'],
  ['gui-zhou', '归舟', '社会工作服务机构', '示例机构，并不存在。设定的业务：戒毒康复服务。'],
  ['chang-ting', '长亭', '社会工作服务机构', '示例机构，并不存在。设定的业务：医务服务。'],
  ['wo-tu', '沃土', '社会工作服务机构', '示例机构，并不存在。设定的业务：志愿服务。'],
  ['tian-qiao', '天桥', '社会工作服务机构', '示例机构，并不存在。设定的业务：陪残疾人出行。'],
  ['xiao-xue', '小雪', '社会工作服务机构', '示例机构，并不存在。设定的业务：支持照护者。'],
  ['gu-yu', '谷雨', '社会工作服务机构', '示例机构，并不存在。设定的业务：农村社区服务。'],
  ['deng-ta', '灯塔', '社会工作服务机构', '示例机构，并不存在。设定的业务：家庭服务。'],
  ['hu-pan', '湖畔', '社会工作服务机构', '示例机构，并不存在。设定的业务：社区服务。'],
  ['xie-hui', '社会工作行业组织', '行业组织', '示例机构，并不存在。设定的业务：培训和督导社工。'],
];

/** Fictitious streets for the addresses. */
export const ROADS = ['示例路', '示例东路', '示例南路', '示例西路', '示例北路', '示例中路', '示例支路'] as const;
/** What may follow the house number; empty for none. */
export const FLOORS = ['', '', '1楼', '2楼', '3楼', '1楼101室', '2楼（电梯左边）'] as const;

/** Words on the hours of a station that has no weekly plan. */
export const HOURS_ALONE = '上午一般有人，下午常去居民家里';
/** Words on the hours of a station that also has a weekly plan. */
export const HOURS_BESIDE = '寒暑假时间不同，先打电话问';

/** Weekly plans as cells of the column `hours`, each with its weight, by type of station. */
export const HOURS: Readonly<Record<StationType, Readonly<Record<string, number>>>> = {
  综合: {
    '周一至周五 8:30-11:30、13:00-17:00；国定假日休息': 40,
    '周一至周五 9:00-11:30、13:30-17:00；国定假日休息': 20,
    '周一至周五 8:30-11:30、13:00-16:30；周六 9:00-11:30；国定假日休息': 12,
    '周一至周五 8:30-17:00；周六 预约；国定假日休息（中午有人值班，请按门铃）': 8,
    '每天 8:30-16:30；国定假日照常': 6,
    '周一至周五 8:30-11:30、13:00-17:00': 12,
    '': 2,
  },
  专项: {
    '周一至周五 9:00-11:30、13:30-17:00；国定假日休息': 45,
    '周二、周四 13:00-16:30；周六 预约；国定假日休息': 15,
    '周一至周五 9:00-17:00；周六 预约；国定假日休息': 14,
    '周一至周五 预约；国定假日休息': 12,
    '周一至周五 9:00-11:30、13:30-17:00': 10,
    '': 4,
  },
  居村: {
    '周一至周五 8:30-11:00、13:30-16:30；国定假日休息': 50,
    '周一、周三、周五 9:00-11:00；国定假日休息': 22,
    '周二 13:30-16:00；国定假日休息': 12,
    '周一至周五 8:30-11:00、13:30-16:30': 10,
    '': 6,
  },
};

/** Sentences on access for the disabled, each with its weight. */
export const ACCESS: Readonly<Record<string, number>> = {
  '门口有坡道，有无障碍厕所；没有手语翻译。': 35,
  '门口有坡道，没有无障碍厕所。': 20,
  '门口有两级台阶，请按门铃，有人来扶。': 15,
  '有电梯，轮椅可以进；手语翻译要提前三天约。': 12,
  '在二楼，没有电梯。走不动请打电话，到一楼谈。': 8,
  '': 10,
};

/** Sentences on how to find the door; empty for none. */
export const DIRECTIONS = [
  '进门右手边，牌子上写“社工站”。',
  '进大门直走，第二间。',
  '大厅里问服务台。',
  '从院子的边门进，门上有编号。',
  '楼梯口对面，门开着就可以进。',
  '',
] as const;

/** Notes of stations whose status is 筹建. */
export const SETTING_UP = ['场地正在准备（示例）', '正在招社工（示例）'] as const;
/** Notes of stations whose status is 暂停. */
export const PAUSES = ['场地装修（示例）', '换新的承接机构（示例）', '搬到新的地方（示例）'] as const;
/** Notes of stations whose status is 撤并. */
export const MERGERS = ['并入街镇的综合社工站（示例）', '项目结束，由综合社工站接着办（示例）'] as const;

/** The weights of the publish levels of ordinary stations. */
export const LEVELS = { 全部: 98, 仅电话: 2, 仅街镇: 0 } as const;
/** The same for sensitive fields (禁毒, 未保), whose addresses are mostly withheld to protect those who go there. */
export const SENSITIVE_LEVELS = { 全部: 35, 仅电话: 45, 仅街镇: 20 } as const;

/** The name of the host that the notice wants for each type of station (二（一）, 二（二）), marked 示例. */
export function hostOf(townName: string, fieldName: string | null, committeeName: string | null): string {
  if (committeeName !== null) return `${committeeName}（示例）`;
  if (fieldName === null) return `${townName}社区社会组织服务中心（示例）`;
  return `${townName}${fieldName}${fieldName.endsWith('人员') ? '服务站' : '工作站'}（示例）`;
}
