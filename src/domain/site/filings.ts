/** The address where the ICP record can be looked up; null where no number is configured (docs/norms.md §3). */
export function icpLink(icp: string): string | null {
  return icp === '' ? null : 'https://beian.miit.gov.cn/';
}

/**
 * The address where a reader tells the state of a fault of a page, by 网站标识码 (我为政府网站找错, docs/norms.md §3). Its
 * form is the one to which the script that the state hands out leads, as sites of ministries and cities write it:
 * `site_code` and `url`, the full address of the page. No public text of the state describes it.
 */
export const reportToStateLink = (siteIdCode: string, page: string): string =>
  `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?${new URLSearchParams({ site_code: siteIdCode, url: page }).toString()}`;

/**
 * The address of the 公安备案 record, made from the 14 digits of its number; null where there are none (docs/norms.md §3).
 */
export function policeRecordLink(record: string): string | null {
  const digits = /\d{14}/u.exec(record)?.[0];
  return digits === undefined ? null : `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`;
}
