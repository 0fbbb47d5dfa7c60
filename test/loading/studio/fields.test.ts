import { describe, expect, it } from 'vitest';
import { CONSENT_SCOPES, DRAWINGS, FACES, METHODS, REVIEW_STEPS } from '../../../src/domain/case/case.ts';
import { caseSchema } from '../../../src/schemas/case.ts';
import { studioConfig } from '../../../src/loading/studio/config.ts';
import { caseFields, type EditorField } from '../../../src/loading/studio/fields.ts';
import { LABELS } from '../../../src/loading/studio/labels.ts';

const LISTS = {
  field: [{ label: '综合', value: null }],
  station: [{ label: '不写', value: null }],
  policy: [{ label: '没有', value: null }],
  topic: [{ label: '孩子不上学', value: 'school' }],
};
const fields = caseFields(LISTS);

/** The fields of the editor by their path. */
const all = (list: readonly EditorField[], prefix = ''): [string, EditorField][] =>
  list.flatMap((field) => [
    [`${prefix}${field.name}`, field] as [string, EditorField],
    ...all(field.fields ?? [], `${prefix}${field.name}.`),
  ]);
const byPath = new Map(all(fields));
const values = (path: string) => byPath.get(path)?.options?.map(({ value }) => value);

/** The paths that `caseSchema` asks for and where `value` holds nothing. */
const missingIn = (value: unknown): string[] => {
  const at = (path: readonly PropertyKey[]) =>
    path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part], value);
  return (caseSchema.safeParse(value).error?.issues ?? [])
    .filter(({ code, path }) => code !== 'custom' && at(path) === undefined)
    .map(({ path }) => path.filter((part) => typeof part === 'string').join('.'));
};
const EMPTY = {
  team: [{}],
  period: {},
  measures: [{}],
  pictures: [{}],
  consent: {},
  review: [{}],
  quote: {},
  withdrawn: {},
};

describe('the fields of the studio', () => {
  it('are those of the schema, and the text', () => {
    const top = fields.map(({ name }) => name);
    expect(top.filter((name) => name !== 'body').toSorted()).toEqual(Object.keys(caseSchema.shape).toSorted());
    const unknown = fields
      .flatMap(({ name, fields: inner = [] }) => inner.map((field) => [name, field.name] as const))
      .filter(([name, inner]) => {
        const inside = { [inner]: Symbol('nothing') };
        const { error } = caseSchema.safeParse({ [name]: byPath.get(name)?.widget === 'list' ? [inside] : inside });
        return error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(inner));
      });
    expect(unknown).toEqual([]);
    expect([...byPath.keys()].filter((path) => path.includes('.')).length).toBeGreaterThan(15);
  });

  it('are required where the schema asks for them', () => {
    const asked = [...missingIn({}), ...missingIn(EMPTY)];
    expect(asked).toEqual(expect.arrayContaining(['title', 'period.from', 'consent.reference', 'pictures.alt']));
    const choosing = new Set(['field', 'station']);
    const open = asked.filter((path) => byPath.get(path)?.required !== true && byPath.get(path)?.widget !== 'boolean');
    expect(new Set(open)).toEqual(choosing);
    expect([...choosing].every((path) => values(path)?.includes(null))).toBe(true);
    const tooMany = [...byPath].filter(([path, { required }]) => required && !asked.includes(path));
    expect(tooMany.map(([path]) => path)).toEqual([]);
  });

  it('offer the choices of the schema and of the tables', () => {
    expect(values('method')).toEqual(METHODS);
    expect(values('drawing')).toEqual(DRAWINGS);
    expect(values('pictures.faces')).toEqual(FACES);
    expect(values('consent.scope')).toEqual(CONSENT_SCOPES);
    expect(values('review.step')).toEqual(REVIEW_STEPS);
    expect(values('topic')).toEqual(['school']);
  });

  it('all have a name, and no name is left over', () => {
    expect(Object.keys(LABELS).toSorted()).toEqual([...byPath.keys()].filter((path) => path !== 'body').toSorted());
  });

  it('begin a case as a draft and never delete one', () => {
    expect(byPath.get('draft')?.default).toBe(true);
    expect(studioConfig(LISTS, null).collections).toMatchObject([{ delete: false, folder: 'content/cases' }]);
  });

  it('name the server of a team where there is one', () => {
    const repository = { repo: 'mz/sgz', branch: 'main', address: 'https://git.example.org', application: '' };
    expect(studioConfig(LISTS, { ...repository, kind: 'gitea', application: 'abc' }).backend).toEqual({
      name: 'gitea',
      repo: 'mz/sgz',
      branch: 'main',
      base_url: 'https://git.example.org',
      api_root: 'https://git.example.org/api/v1',
      app_id: 'abc',
      auth_type: 'pkce',
    });
    expect(studioConfig(LISTS, { ...repository, kind: 'github', address: '' }).backend).toEqual({
      name: 'github',
      repo: 'mz/sgz',
      branch: 'main',
      auth_methods: ['token'],
    });
  });
});
