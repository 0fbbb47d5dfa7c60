import { describe, expect, it } from 'vitest';
import type { Entry, Group } from '../../../src/search/types/answer.ts';
import { withClauses } from '../../../src/search/answers/clausesBeside.ts';

const entry = (kind: Entry['kind'], path: string, score: number): Entry => ({
  kind,
  title: path,
  path,
  detail: '',
  phone: '',
  weak: false,
  score,
});
const policies = (...entries: Entry[]): readonly Group[] => [{ title: '政策', entries, count: entries.length }];
const clauses = [entry('条款', '/p/#2', 0), entry('条款', '/p/#3-1', 0), entry('条款', '/p/#4', 0)];
const clausesOf = (path: string) => (path === '/i/' ? clauses : []);
const paths = (groups: readonly Group[]) => groups.flatMap(({ entries }) => entries.map(({ path }) => path));

describe('an interpretation in a list', () => {
  it('has the first clauses that it explains beside it, the first of them before it', () => {
    const [group] = withClauses(policies(entry('解读', '/i/', 700), entry('政策', '/p/', 600)), clausesOf);
    expect(paths(group === undefined ? [] : [group])).toEqual(['/p/#2', '/i/', '/p/#3-1', '/p/']);
    expect(group?.count).toBe(4);
  });

  it('has the clause before it that answers best itself', () => {
    const groups = withClauses(policies(entry('解读', '/i/', 700), entry('条款', '/p/#4', 500)), clausesOf);
    expect(paths(groups)[0]).toBe('/p/#4');
  });

  it('leaves a clause where it is that stands higher already', () => {
    const groups = withClauses(policies(entry('条款', '/p/#2', 900), entry('解读', '/i/', 700)), clausesOf);
    expect(groups[0]?.entries[0]).toMatchObject({ path: '/p/#2', score: 900 });
  });

  it('changes nothing in other groups', () => {
    const groups: readonly Group[] = [{ title: '案例', entries: [entry('案例', '/i/', 700)], count: 1 }];
    expect(withClauses(groups, clausesOf)).toEqual(groups);
  });
});
