/** The address where an ICP record can be looked up; null where no number is set. */
export function icpLink(icp: string): string | null {
  return icp === '' ? null : 'https://beian.miit.gov.cn/';
}

/** The address of a 公安备案 record, made from the 14 digits in its number; null where there are none. */
export function policeRecordLink(record: string): string | null {
  const digits = /\d{14}/u.exec(record)?.[0];
  return digits === undefined ? null : `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`;
}
