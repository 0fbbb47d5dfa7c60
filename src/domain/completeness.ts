import { isExactlyPlaced, type Station } from './station.ts';

/** What a row should say before it is complete: our own requirement, in the order of the table. */
export const ITEMS = [
  { name: '电话', has: ({ phones }) => phones.length > 0 },
  // Words alone don't say on which days: they are asked for until there is a plan.
  { name: '开放时间', has: ({ hours }) => hours !== null },
  { name: '地址', has: ({ address }) => address !== '' },
  { name: '准确位置', has: (station) => isExactlyPlaced(station) },
  { name: '人数', has: ({ staffCount }) => staffCount !== null },
  { name: '设立日期', has: ({ openedOn }) => openedOn !== null },
  { name: '核实日期', has: ({ verifiedOn }) => verifiedOn !== null },
] as const satisfies readonly { readonly name: string; readonly has: (station: Station) => boolean }[];

/** Whether a row says all of it. */
export const isComplete = (station: Station): boolean => ITEMS.every(({ has }) => has(station));
