const COMMITTEE_END = /(?:社区)?[居村](?:民委员会|委会?)$/u;

/** How many characters of a committee's name are the name without its kind: 江湾|居委会, 冈峰村|村委会, 永安|社区居委会. */
export function committeeStem(name: string): number {
  const bare = name.replace(COMMITTEE_END, '');
  const short = /村委会$/u.test(name) ? bare.replace(/村$/u, '') : bare;
  return short.length >= 2 ? short.length : Math.max(bare.length, 1);
}

/** A query without 居委会, 村委会 and the like at its end; unchanged where nothing would be left. */
export function withoutCommitteeEnd(query: string): string {
  const bare = query.replace(COMMITTEE_END, '');
  return bare === '' ? query : bare;
}

const TOWN_END = /(?:街道|镇|乡|新区|工业园?区|旅游区)$/u;

/** A town's or district's name without the word for its kind: 徐家汇街道 → 徐家汇, 徐汇区 → 徐汇. */
export function placeStem(name: string): string {
  const stem = name.replace(TOWN_END, '').replace(/(..)区$/u, '$1');
  return stem.length >= 2 ? stem : name;
}

/** The short forms of a town's name that people use: 天平路街道 → 天平, 天平街道; 周家桥街道 → 周桥; 南京东路街道 → 南东. */
export function shortTownNames(name: string): readonly string[] {
  const stem = placeStem(name);
  const end = name.slice(stem.length);
  const shorter = [
    stem.replace(/(..)(?:路|新村|新城|镇)$/u, '$1'),
    stem.replace(/^(.)家(.)$/u, '$1$2'),
    stem.replace(/^(.).([东南西北中一二三])路$/u, '$1$2'),
    stem.replace(/^(.{2,})[东南西北中一二三]路$/u, '$1'),
  ].filter((short) => short !== stem && short.length >= 2);
  return [...new Set([stem, ...shorter.flatMap((short) => [short, short + end])])].filter((short) => short !== name);
}

/** An estate's name without 小区 at its end, which people add and leave out as they like. */
export function estateStem(name: string): string {
  const stem = name.replace(/(?:居民)?小区$/u, '');
  return stem.length >= 2 ? stem : name;
}
