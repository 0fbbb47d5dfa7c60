import type { CheckKind, SiteFault } from '../../built/check.ts';
import { vanishedMessage } from '../../built/urlManifest.ts';

/** The heading above the faults of each kind. */
const HEADINGS: Readonly<Record<CheckKind, string>> = {
  页面: '页面和数据对不上，没有发布，原来的网站没有动：',
  样式: '样式表不全，没有发布，原来的网站没有动。再运行一次；还不行，交给维护者：',
  格式: '有文件的格式坏了，没有发布，原来的网站没有动。把那里的控制字符、坏字符从数据和文章里删掉再建；还不行，交给维护者：',
  旧网址: '旧网址转得不对，没有发布，原来的网站没有动：',
  网址: '',
  发布: '',
};

/** The message that a release is refused, with all reasons. */
export const releaseRefusal = (reasons: readonly string[]): string =>
  [`不能正式发布，有 ${reasons.length} 条原因，原来的网站没有动：`, ...reasons.map((reason) => `  ${reason}`)].join(
    '\n',
  );

/** The faults of a built site as a message to the operator, grouped by kind; null where there are none. */
export function checkWords(faults: readonly SiteFault[]): string | null {
  const parts = [...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, found]) => {
    const lines = found.map(({ text }) => text);
    if (kind === '网址') return vanishedMessage(lines) ?? '';
    if (kind === '发布') return releaseRefusal(lines);
    return [HEADINGS[kind], ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return parts.length === 0 ? null : parts.join('\n');
}
