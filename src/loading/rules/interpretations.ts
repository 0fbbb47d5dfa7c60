import type { ClausesOf, Document } from '../texts/documents.ts';
import { NEEDED_ELEMENTS } from '../../domain/policy/interpretation.ts';
import { openingsOf, plainText, quotes, usesOf, withoutQuotes } from '../../domain/policy/mdx.ts';
import { overlapWith, type Overlap } from '../../domain/policy/overlap.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { textFault, type Fault } from '../faults/fault.ts';
import { degreeFaults } from './degrees.ts';

type Interpretation = Document<'interpretations'>;

/**
 * Share of an interpretation that may stand word for word in the original. Set names and titles alone make up to about
 * a twentieth; from an eighth on it is a digest (docs/norms.md §4, 摘抄).
 */
export const COPIED_SHARE = 0.125;

/** A run copied in one piece that is too long whatever its share: about the length of two printed lines. */
export const COPIED_RUN = 60;

/** Characters of its own that an interpretation needs beside a picture. */
const LEAST_TEXT = 200;

const NUMBER = /\d+(?:\.\d+)?(?:万元|元|名|家|个月|年底)|[一二三四五六七八九十百千]+家/gu;

/** What an interpretation says in its own words: its text and its front matter, quotes and titles taken out. */
export function ownWords({ body, head }: Interpretation): string {
  const front = [
    ...head.summary,
    ...head.explains.flatMap(({ question, brief }) => [question, ...brief.map(({ text }) => text)]),
    ...Object.values(head.element_texts),
  ];
  const asked = usesOf('Question', body).map(({ attributes }) => attributes['ask'] ?? '');
  return [...front, ...asked, plainText(withoutQuotes(body))].join('\n').replace(/《[^》]*》/gu, '');
}

/** How much of an interpretation stands word for word in the policy that it explains. */
export function overlapOf(interpretation: Interpretation, clauses: ClausesOf): Overlap {
  const original = (clauses.get(interpretation.head.policy) ?? []).flatMap(({ paragraphs }) => paragraphs).join('');
  return overlapWith(ownWords(interpretation), original);
}

/** Quotes of a text that its clauses don't bear out. A `<Cite>` that names no policy quotes `ofPolicy`. */
export function citeFaults(
  { file, body }: { readonly file: string; readonly body: string },
  clauses: ClausesOf,
  ofPolicy = '',
): Fault[] {
  const uses = usesOf('Cite', body);
  const seen = new Set<string>();
  const faults = uses.flatMap(({ attributes, inner }) => {
    const { clause: id, policy = ofPolicy, figure } = attributes;
    const clause = clauses.get(policy)?.find((entry) => entry.id === id);
    if (clause === undefined) {
      return [textFault('cite-clause', file, `${policy}#${id ?? ''}`, '引用的条款不存在', '检查 <Cite> 的 clause')];
    }
    if (!quotes(clause.paragraphs.join(''), inner)) {
      const where = clause.label === '' ? '开头一段' : clause.label;
      return [textFault('cite-quote', file, inner, `不是${where}的原文`, '照原文一字不差地写')];
    }
    const wrongFigure = figure !== undefined && !quotes(inner, figure);
    const key = `${policy}#${clause.id} ${inner}`;
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(wrongFigure
        ? [textFault('cite-figure', file, figure, '这个数字不在引的话里', '数字照原文写，引的话要把它包进去')]
        : []),
      ...(twice ? [textFault('cite-double', file, inner, '同一句话引了两次', '留一处，另一处用自己的话说')] : []),
    ];
  });
  return openingsOf('Cite', body) === uses.length
    ? faults
    : [
        ...faults,
        textFault('cite-quote', file, '<Cite', '有一处读不懂', '写成 <Cite clause="3-2">原文</Cite>，引的话不能空'),
      ];
}

/** Figures of the original that the text names and nowhere quotes. */
function figureFaults({ file, head, body }: Interpretation, clauses: ClausesOf): Fault[] {
  const original = (clauses.get(head.policy) ?? []).flatMap(({ paragraphs }) => paragraphs).join('');
  const cited = usesOf('Cite', body)
    .map(({ inner }) => inner)
    .join(' ');
  const named = new Set(plainText(withoutQuotes(body)).match(NUMBER) ?? []);
  return [...named]
    .filter((figure) => original.includes(figure) && !cited.includes(figure))
    .map((figure) =>
      textFault('figure-uncited', file, figure, '是原文里的数字，没有引原文', '至少有一处用 <Cite> 引出来'),
    );
}

function termFaults({ file, head, body }: Interpretation, dataset: Dataset): Fault[] {
  const known = new Set(dataset.glossary.map(({ term }) => term));
  const used = usesOf('Term', body).map(({ attributes, inner }) => attributes['of'] ?? inner);
  return [
    ...head.terms
      .filter((term) => !known.has(term))
      .map((term) => ({
        ...textFault('term-unknown', file, term, '词语表里没有这个词', '改成已有的，或先加进 glossary.csv'),
        column: 'terms',
      })),
    ...used
      .filter((term) => !head.terms.includes(term))
      .map((term) => textFault('term-unlisted', file, term, '正文解释了这个词，开头的 terms 里没有', '加进 terms')),
  ];
}

function pictureFaults({ file, body }: Interpretation): Fault[] {
  const bare = [...body.matchAll(/!\[\s*\]\([^)]*\)|<img\b(?![^>]*\balt=(?:"[^"]|'[^']))[^>]*>/giu)];
  const hasPicture = /!\[[^\]]*\]\(|<img\b/iu.test(body);
  const words = plainText(body.replace(/!\[[^\]]*\]\([^)]*\)/gu, '')).replace(/\s+/gu, '').length;
  return [
    ...bare.map(([found]) => textFault('picture-no-text', file, found, '图片没有文字说明', '写上图里说了什么')),
    ...(hasPicture && words < LEAST_TEXT
      ? [
          textFault(
            'picture-only',
            file,
            '',
            `只有图，文字才 ${words} 个字`,
            `图里的内容用文字再写一遍，至少 ${LEAST_TEXT} 个字`,
          ),
        ]
      : []),
  ];
}

function elementFaults({ file, head, body }: Interpretation): Fault[] {
  const hasText = /^## /mu.test(body);
  const missing = NEEDED_ELEMENTS.filter((element) =>
    element === '主要内容' ? !hasText : !head.elements.includes(element),
  );
  return missing.length === 0
    ? []
    : [
        textFault(
          'elements-missing',
          file,
          missing.join('、'),
          '解读缺要素',
          '在 elements 里补上；主要内容是带小标题的正文，关键词诠释写在 terms 里',
        ),
      ];
}

function copiedFaults(interpretation: Interpretation, clauses: ClausesOf): Fault[] {
  const { share, longest } = overlapOf(interpretation, clauses);
  return share <= COPIED_SHARE && longest.length <= COPIED_RUN
    ? []
    : [
        textFault(
          'copied',
          interpretation.file,
          longest,
          `有 ${Math.round(share * 100)}% 的字和原文连着相同，像摘抄`,
          '用自己的话说；要引原文，放进 <Cite>',
        ),
      ];
}

/** Everything that is wrong with one interpretation as such. */
export function interpretationFaults(
  interpretation: Interpretation,
  clauses: ClausesOf,
  dataset: Dataset | null,
): Fault[] {
  return [
    ...elementFaults(interpretation),
    ...citeFaults(interpretation, clauses, interpretation.head.policy),
    ...figureFaults(interpretation, clauses),
    ...(dataset === null ? [] : termFaults(interpretation, dataset)),
    ...degreeFaults(interpretation),
    ...pictureFaults(interpretation),
    ...copiedFaults(interpretation, clauses),
  ];
}
