import { describe, expect, it } from 'vitest';
import { citation, documentClauses } from '../../src/domain/policy/clauses.ts';
import { DEGREE_WORDS, DEGREES } from '../../src/domain/policy/degree.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, ROOT } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const site = mainSite();
const { content, dataset } = load(foldersOf(process.env, ROOT));
const [policy] = content.policies;
if (policy === undefined) throw new Error('no policy');
const clauses = documentClauses(policy.body, policy.head.copy_to);
const document = documentOf(site, `policies/${policy.slug}/index.html`);
const spaceless = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, '');
const section = (id: string) => document.getElementById(id);
const copies = (id: string) =>
  [...(section(id)?.querySelectorAll('.citation copy-button') ?? [])].map((button) => ({
    label: spaceless(button.textContent),
    text: button.getAttribute('data-text') ?? '',
  }));

describe('the page of a document', () => {
  it('has every clause once, under its permanent id', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id'));
    for (const { id } of clauses)
      expect(
        ids.filter((entry) => entry === id),
        id,
      ).toEqual([id]);
    expect(clauses.map(({ id }) => id)).toEqual([
      '0',
      '1',
      '2',
      '2-1',
      '2-2',
      '3',
      '3-1',
      '3-2',
      '3-3',
      '4',
      '5',
      '5-1',
      '5-2',
      '5-3',
      '5-4',
      'copy',
    ]);
  });

  it('shows the wording of each clause as it is', () => {
    for (const { id, paragraphs } of clauses) {
      expect(spaceless(section(id)?.querySelector('.original')?.textContent), id).toBe(spaceless(paragraphs.join('')));
    }
  });

  it('offers the citation, the wording and the address of each clause', () => {
    expect(copies('3-2')[0]).toEqual({
      label: '复制引用',
      text: '《上海市民政局关于推进上海市街镇社会工作服务站建设的通知》（沪民社工发〔2021〕5号）三（二）',
    });
    for (const { id, paragraphs } of clauses.filter((clause) => clause.paragraphs.length > 0)) {
      const [cite, wording, address] = copies(id);
      expect(cite?.text).toBe(citation(policy.head.title, policy.head.doc_number, id));
      expect(wording).toEqual({ label: '复制原文', text: paragraphs.join('\n') });
      expect(new URL(address?.text ?? '').hash).toBe(`#${id}`);
    }
  });

  it('holds each interpretation inside the clauses that it explains, open in the HTML', () => {
    for (const { slug, head } of content.interpretations) {
      for (const { clause, question, brief } of head.explains) {
        const notes = [...(section(clause)?.querySelectorAll('details.interpretation') ?? [])].filter(
          (note) => note.querySelector(`a[href$="/interpretations/${slug}/"]`) !== null,
        );
        expect(notes, `${slug} ${clause}`).toHaveLength(1);
        expect(notes[0]?.hasAttribute('open')).toBe(true);
        const note = spaceless(notes[0]?.textContent);
        expect(note).toContain(spaceless(question));
        for (const { degree, text, whom } of brief) {
          expect(note, `${slug} ${clause}`).toContain(`${DEGREE_WORDS[degree].short}${spaceless(text)}`);
          if (whom !== '') expect(note).toContain(spaceless(`问谁：${whom}`));
        }
      }
    }
  });

  it('has its three dates, its copies, its source and how it stands to others', () => {
    const facts = new Map(
      [...document.querySelectorAll('dl.rows > div')].map((row) => [
        spaceless(row.querySelector('dt')?.textContent),
        spaceless(row.querySelector('dd')?.textContent),
      ]),
    );
    expect(facts.get('成文日期')).toBe('2021年12月21日');
    expect(facts.get('印发日期')).toBe('2021年12月23日');
    expect(facts.get('发布日期')).toMatch(/^待核实/u);
    expect(facts.get('公开类别')).toBe('主动公开');
    expect(facts.get('抄送')).toContain('市出入境管理局');
    expect(facts.get('来源')).not.toBe('');
    const relations = [...document.querySelectorAll('#relations .relations > li > b')].map((word) =>
      spaceless(word.textContent),
    );
    expect(relations).toEqual(['依据', '依据', '落实']);
  });
});

describe('the page of an interpretation', () => {
  it.each(content.interpretations)('$slug leads to each clause that it explains, and back', ({ slug, head }) => {
    const page = documentOf(site, `interpretations/${slug}/index.html`);
    const hrefs = new Set([...page.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href')));
    for (const clause of head.clauses) expect(hrefs).toContain(`${site.base}policies/${head.policy}/#${clause}`);
  });

  it.each(content.interpretations)(
    '$slug has three sentences, elements, words, questions and a unit',
    ({ slug, head }) => {
      const page = documentOf(site, `interpretations/${slug}/index.html`);
      const headings = [...page.querySelectorAll('main h2')].map((heading) => spaceless(heading.textContent));
      for (const heading of ['要三句话', '常问', '要素一览', '关键词诠释', '更新记录', '解读由谁负责']) {
        expect(headings).toContain(heading);
      }
      expect(page.querySelectorAll('.three-lines li')).toHaveLength(3);
      expect(page.querySelectorAll('.qa').length).toBeGreaterThanOrEqual(3);
      const words = [...page.querySelectorAll('.terms dt')].map((word) => spaceless(word.textContent));
      expect(words).toEqual(head.terms);
      expect(page.querySelector('.unit p')?.textContent).toContain(dataset.site.interpretationUnit);
    },
  );

  it.each(content.interpretations)(
    '$slug says first who wrote it, and with each answer its degree',
    ({ slug, head }) => {
      const page = documentOf(site, `interpretations/${slug}/index.html`);
      const author = spaceless(page.querySelector('article .authorship')?.textContent);
      expect(author).toContain(head.official ? '官方解读' : '非官方');
      expect(author).toContain(spaceless(head.content_source));
      const words = DEGREES.map((degree) => DEGREE_WORDS[degree].short);
      for (const answer of page.querySelectorAll('.qa .answer')) {
        const degree = spaceless(answer.querySelector(':scope > p:first-child > .degree')?.textContent);
        expect(words).toContain(degree);
        if (degree !== DEGREE_WORDS['写明'].short) expect(answer.querySelector('.whom')).not.toBeNull();
      }
    },
  );

  it('draws at least two pictures that are text', () => {
    const drawn = content.interpretations.filter(
      ({ slug }) => documentOf(site, `interpretations/${slug}/index.html`).querySelector('figure.picture') !== null,
    );
    expect(drawn.length).toBeGreaterThanOrEqual(2);
    for (const { slug } of drawn) {
      const figure = documentOf(site, `interpretations/${slug}/index.html`).querySelector('figure.picture');
      expect(spaceless(figure?.textContent).length, slug).toBeGreaterThan(40);
      expect(figure?.querySelectorAll('img, [style]')).toHaveLength(0);
    }
  });
});

describe('the register and the glossary', () => {
  it('list every document, and say which is held in full', () => {
    const page = documentOf(site, 'policies/index.html');
    const held = (id: string) => spaceless(page.querySelector(`#doc-${id} .tag`)?.textContent);
    for (const { slug } of content.policies) expect(held(slug)).toBe('本站有全文');
    for (const { id } of dataset.documents) expect(held(id)).toBe('只有引用');
    expect(spaceless(page.querySelector('#doc-minbanhan-2021-20')?.textContent)).toContain(
      '由它落实《上海市民政局关于推进上海市街镇社会工作服务站建设的通知》',
    );
  });

  it('have each word once, and lead to every page that explains it', () => {
    const page = documentOf(site, 'glossary/index.html');
    expect(filesOfKind(site, 'glossary')).toHaveLength(1);
    for (const { slug, term } of dataset.glossary) {
      const row = page.getElementById(slug);
      expect(spaceless(row?.querySelector('dfn')?.textContent)).toBe(term);
      const using = content.interpretations.filter(({ head }) => head.terms.includes(term));
      for (const { slug: interpretation } of using) {
        expect(row?.querySelector(`a[href$="/interpretations/${interpretation}/"]`), term).not.toBeNull();
      }
    }
  });
});
