import type { Ran } from './stage.ts';

/** The width of a text in terminal columns, two for a Chinese character. */
const width = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
const left = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - width(text)));
const right = (text: string, columns: number) => ' '.repeat(Math.max(0, columns - width(text))) + text;

/** For how many seconds two stages ran at the same time. */
const sideBySide = (a: Ran, b: Ran) => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** The table at the end of `npm test`: the seconds that each stage took, and which others ran at the same time. */
export function sharesTable(all: readonly Ran[]): string[] {
  const rows = all.map((ran) => {
    const others = all
      .filter((other) => other !== ran && sideBySide(ran, other) >= 1)
      .map((other) => `${other.stage.name} ${Math.round(sideBySide(ran, other))}`);
    return [ran.stage.name, String(Math.round(ran.to - ran.from)), others.length === 0 ? '—' : others.join('、')];
  });
  const total = Math.max(0, ...all.map(({ to }) => to));
  const table = [['分项', '秒', '同时在跑（秒）'], ...rows, ['合计', String(Math.round(total)), '']];
  return table.map(([name = '', seconds = '', others = '']) =>
    `  ${left(name, 12)}${right(seconds, 5)}   ${others}`.trimEnd(),
  );
}
