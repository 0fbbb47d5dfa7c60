import { CLASSES } from './query.ts';
import { isAnswerable, isMiss, score, TARGETS, type Outcome } from './score.ts';

const cell = (text: string | number, width: number) => String(text).padStart(width);
const part = (share: number) => share.toFixed(3).replace(/^0/u, '');

function line(title: string, outcomes: readonly Outcome[], wanted = ''): string {
  const groups = [
    outcomes,
    ...(['hand', 'generated'] as const).map((set) => outcomes.filter((o) => o.query.set === set)),
  ];
  const cells = groups.map((group) => {
    if (group.length === 0) return `${cell(0, 5)}${' '.repeat(18)}`;
    const { count, at1, at5, none } = score(group);
    return `${cell(count, 5)}${[at1, at5, none].map((share) => cell(part(share), 6)).join('')}`;
  });
  return `${title.padEnd(12)}${cells.join('  |')}  |  ${wanted}`;
}

/** The table: per class the number of queries, success@1, success@5 and the share without any result. */
export function table(outcomes: readonly Outcome[]): string {
  const head = `${cell('n', 5)}${cell('@1', 6)}${cell('@5', 6)}${cell('none', 6)}`;
  const rows = CLASSES.map((kind) => {
    const { at1, at5 } = TARGETS[kind];
    const own = outcomes.filter(({ query }) => query.class === kind);
    return line(
      kind,
      own,
      [at1 === undefined ? '' : `@1 ${part(at1)}`, at5 === undefined ? '' : `@5 ${part(at5)}`].join(' '),
    );
  });
  return [
    `${''.padEnd(12)}${cell('all', 23)}  |${cell('hand', 23)}  |${cell('generated', 23)}  |`,
    `${''.padEnd(12)}${head}  |${head}  |${head}  |  target`,
    ...rows,
    line('answerable', outcomes.filter(isAnswerable), 'none .010'),
  ].join('\n');
}

/** Every query that missed, with what it expected and what came. */
export function misses(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(isMiss)
    .map(({ query, links, settled }) => {
      const came = links.slice(0, 5).map(({ href, weak }) => (weak ? `(${href})` : href));
      return [
        `${query.class} “${query.text}” (${query.set}${settled ? '' : ', not settled'})`,
        `  expected ${query.expect.slice(0, 6).join(' ') || 'nothing'}`,
        `  came     ${came.join(' ') || 'nothing'}`,
      ].join('\n');
    })
    .join('\n');
}
