import { likelyNames } from '../../privacy/names.ts';
import { personalDataIn } from '../../privacy/personalData.ts';

/** Why a part of a cell is in no row, and what its writer can do. */
export const EXTENT_REMARKS = {
  读不懂: '读不懂，没有收',
  四至: '四至和路与路之间不是门牌，没有收；写上门牌号',
  除外: '有除外的，前后写的都没有收；把范围拆开，除掉的号不写进去',
  部分: '只说一部分，没有收；写清是哪些号',
  还有: '后面还有没写出来的；写全',
  个人信息: '像是人名、电话，没有读也没有留；从表里删掉',
  没有单位: '没有写弄还是号，没有收；在数字后面写上',
  单双号: '单双号和数字对不上，没有收；核对两头的号',
  先后: '后面的号比前面的小，没有收；核对两头的号',
  哪里: '看不出是哪条路、哪个小区的，没有收；前面写上路名或小区名',
  整条: '只有路名，没有收；整条路都归这里就写“全部”，不然写门牌号',
  附号: '带甲、乙、A、B的门牌记不成一段号，没有收',
  两头: '两头不在同一条弄、同一幢里，没有收；拆成几段写',
  序号: '分不清开头的数字是序号还是门牌，没有收；序号写成 1）2）3）',
} as const;
export type ExtentRemarkKind = keyof typeof EXTENT_REMARKS;

/** A part of a cell that no row came of. */
export interface ExtentRemark {
  readonly kind: ExtentRemarkKind;
  /** The words as the cell has them; empty for personal data, which is kept nowhere. */
  readonly text: string;
  /** The place of the first and behind the last sign in the cell, from 0. */
  readonly from: number;
  readonly to: number;
}

/** A remark, or where its words tell of a person, one without words. */
export function remarkOf(kind: ExtentRemarkKind, cell: string, from: number, to: number): ExtentRemark {
  const text = cell.slice(from, to).trim();
  const personal =
    kind === '个人信息' || /\d{7}/u.test(text) || personalDataIn(text).length > 0 || likelyNames(text).length > 0;
  return personal ? { kind: '个人信息', text: '', from, to } : { kind, text, from, to };
}
