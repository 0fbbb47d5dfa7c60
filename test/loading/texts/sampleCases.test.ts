import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../../../src/domain/case/case.ts';
import { piecesOf } from '../../../src/domain/case/sections.ts';
import { foldersOf } from '../../../src/loading/folders.ts';
import { load } from '../../../src/loading/input.ts';
import { CASE_PICTURES } from '../../../src/loading/texts/documents.ts';
import { ROOT } from '../../site/builtSite.ts';

const folders = foldersOf({}, ROOT);
const { dataset, content } = load(folders);
const { cases } = content;

const sectionOf = (body: string, title: string) => piecesOf(body).find(({ heading }) => heading === title)?.text ?? '';
const hanIn = (text: string) => [...text.matchAll(/\p{Script=Han}/gu)].map(([sign]) => sign).join('');

/** The runs of five characters in a text. */
const shinglesOf = (text: string) => {
  const signs = [...hanIn(text)];
  return new Set(signs.slice(4).map((_, at) => signs.slice(at, at + 5).join('')));
};

/** How much two sets have in common, from 0 to 1. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / (a.size + b.size - shared);
};

/** The stories for which something holds, by their slugs. */
const where = (holds: (one: (typeof cases)[number]) => boolean) => cases.filter(holds).map(({ slug }) => slug);

describe('the written stories of the sample', () => {
  it('are written stories, all of them, and enough', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
    expect(where(({ head }) => !head.sample || head.draft)).toEqual([]);
  });

  it('cover every field, every topic, every method and general stations', () => {
    const fields = new Set(cases.map(({ head }) => head.field));
    expect(dataset.fields.map(({ slug }) => slug).filter((slug) => !fields.has(slug))).toEqual([]);
    expect(fields.has(null)).toBe(true);
    const topics = new Set(cases.map(({ head }) => head.topic));
    expect(dataset.topics.map(({ slug }) => slug).filter((slug) => !topics.has(slug))).toEqual([]);
    expect([...new Set(cases.map(({ head }) => head.method))].sort()).toEqual([...METHODS].sort());
  });

  it('name services that belong to their topic or field', () => {
    const strange = cases.flatMap(({ slug, head }) => {
      const fitting = dataset.services.filter(
        ({ topic, fields }) => topic === head.topic || fields.includes(head.field ?? 'zhi-li'),
      );
      return head.services.some((id) => fitting.some((service) => service.id === id)) ? [] : [slug];
    });
    expect(strange).toEqual([]);
  });

  it('tell a base line, and measured it after the work began and before they were published', () => {
    expect(where(({ head }) => head.measures.length === 0)).toEqual([]);
    expect(
      where(({ head }) => head.measures.some(({ on }) => on < head.period.from || on > head.published_at.slice(0, 7))),
    ).toEqual([]);
    expect(where(({ head }) => head.period.to > head.published_at.slice(0, 7))).toEqual([]);
  });

  it('have small pictures without faces, each used once and drawn in the repository', () => {
    const pictures = cases.flatMap(({ head }) => head.pictures);
    expect(where(({ head }) => head.pictures.length > 0).length).toBeGreaterThanOrEqual(8);
    expect(new Set(pictures.map(({ file }) => file)).size).toBe(pictures.length);
    for (const { file, alt, faces, caption } of pictures) {
      expect(faces, file).toBe('没有人脸');
      expect(alt.length, file).toBeGreaterThan(15);
      expect(caption, file).toBe('本站绘制的插图，只画地方和物件。');
      expect(statSync(join(folders.content, CASE_PICTURES, file)).size, file).toBeLessThan(120_000);
      expect(statSync(join(ROOT, 'docs/illustrations', file.replace(/\.jpg$/u, '.svg'))).isFile()).toBe(true);
    }
    const drawings = cases.flatMap(({ head }) => head.drawing ?? []);
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('have 600 to 1,100 characters, and are not all of one length', () => {
    const lengths = cases.map(({ body }) => hanIn(body).length);
    expect(where(({ body }) => hanIn(body).length < 600 || hanIn(body).length > 1100)).toEqual([]);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(200);
  });

  it('begin and end differently', () => {
    const openings = cases.map(({ body }) => hanIn(sectionOf(body, '背景')).slice(0, 6));
    expect(new Set(openings).size).toBe(cases.length);
    const endings = cases.map(({ body }) => hanIn(body).slice(-8));
    expect(new Set(endings).size).toBe(cases.length);
  });

  it('come from no common mould: hardly two share a run of five characters', () => {
    const sets = cases.map(({ slug, body }) => ({ slug, shingles: shinglesOf(body) }));
    const pairs = sets.flatMap((a, at) =>
      sets.slice(at + 1).map((b) => ({ pair: `${a.slug} ${b.slug}`, like: likeness(a.shingles, b.shingles) })),
    );
    expect(pairs.filter(({ like }) => like >= 0.1)).toEqual([]);
    const sorted = pairs.map(({ like }) => like).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)] ?? 1).toBeLessThan(0.02);
    // The form differs too: lists, tables, parts with headings of their own, running text.
    const forms = new Set(
      cases.map(({ body }) => {
        const work = sectionOf(body, '过程');
        return [/^- /mu, /^\d\. /mu, /^\|/mu, /^### /mu, /^\*\*/mu].map((form) => Number(form.test(work))).join('');
      }),
    );
    expect(forms.size).toBeGreaterThanOrEqual(5);
  });

  it('claim nothing of true people and give nobody a name', () => {
    const claims = /化名|本人同意公开|真实|真事|真人|阿婆|爷叔|(?<!养)老[秦顾吴张王李陈]|小[宇芸满何]/u;
    expect(where(({ head, body }) => claims.test([head.title, head.summary, head.quote?.who, body].join()))).toEqual(
      [],
    );
  });

  it('say in 反思 what failed or was left open', () => {
    const admits = /没有|不能|不了|还|缺|漏|晚了|太早|只/u;
    expect(where(({ body }) => !admits.test(sectionOf(body, '反思')))).toEqual([]);
  });

  it('call the police, the ambulance or the authority where the law or a life asks for it', () => {
    const named: Readonly<Record<string, readonly string[]>> = {
      'a-bruise-noticed-at-noon': ['110', '公安机关', '未成年人保护法'],
      'a-bag-kept-elsewhere': ['110', '120', '人身安全保护令', '告诫书', '不调解'],
      'a-call-at-closing-time': ['110', '120', '12356', '保密'],
      'a-kettle-every-thursday': ['12356', '120'],
      'back-to-the-classroom': ['教育部门'],
      'seats-at-lunch': ['派出所', '学生欺凌治理委员会'],
      'the-long-way-home': ['不要编造理由', '按规定报告工作小组'],
      'six-evenings-for-families': ['例外', '110', '120'],
      'the-permit-that-ran-out': ['出入境', '12367'],
      'reporting-day-and-night-shift': ['如实向单位报告', '司法所'],
      'three-bills-under-the-door': ['由谁核定'],
    };
    for (const [slug, words] of Object.entries(named)) {
      const body = cases.find((one) => one.slug === slug)?.body ?? '';
      expect(
        words.filter((word) => !body.includes(word)),
        slug,
      ).toEqual([]);
    }
  });
});
