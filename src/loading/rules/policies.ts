import type { ClausesOf, Document, Documents } from '../texts/documents.ts';
import { coverageOf } from '../texts/coverage.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { citationFaults, registerFaults, type CitationFault } from '../../domain/policy/citations.ts';
import type { RegisteredDocument } from '../../domain/policy/documents.ts';
import { withoutQuotes } from '../../domain/policy/mdx.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { validityOn } from '../../domain/policy/validity.ts';
import { workdaysBetween } from '../../domain/time/workdays.ts';
import { buildCalendar } from '../adapters/holidays.ts';
import { textFault, type Fault } from '../faults/fault.ts';
import type { RowOf } from '../tables/tables.ts';

/** Working days within which an interpretation should follow its document (docs/norms.md §4). */
const WORKDAYS = 3;

/** Every document that a text may cite: those held in full, then those of documents.csv. */
function registerOf(policies: readonly Document<'policies'>[], dataset: Dataset | null): RegisteredDocument[] {
  return [
    ...policies.map(({ slug, head }) => ({ id: slug, title: head.title, docNumber: head.doc_number, otherTitles: [] })),
    ...(dataset?.documents ?? []),
  ];
}

const asFault = (file: string, { code, value, message, remedy }: CitationFault): Fault =>
  textFault(code, file, value, message, remedy);

/** Wrong citations in all texts that the site writes itself. The original wording of a policy is not checked. */
export function citationFaultsIn(documents: Documents, dataset: Dataset, rowOf: RowOf): Fault[] {
  const register = registerOf(documents.policies, dataset);
  const { policies, interpretations, cases, pages, help } = documents;
  const ours = [
    ...policies.map(({ file, head }) => ({ file, text: [head.summary, head.validity_note, head.source].join('\n') })),
    ...[...interpretations, ...cases, ...pages, ...help].map(({ file, head, body }) => ({
      file,
      text: `${JSON.stringify(head)}\n${withoutQuotes(body)}`,
    })),
  ];
  return [
    ...registerFaults(register).map((fault) => ({ ...asFault('documents.csv', fault), row: rowOf(fault.entry) })),
    ...ours.flatMap(({ file, text }) => citationFaults(text, register).map((fault) => asFault(file, fault))),
  ];
}

/** Relations to documents that nobody knows, and relations that are stated twice. */
export function relationFaults(documents: Documents, dataset: Dataset): Fault[] {
  const known = new Set(registerOf(documents.policies, dataset).map(({ id }) => id));
  return documents.policies.flatMap(({ file, head }) =>
    head.relations.flatMap(({ document, relation }, at) => {
      const fault = (code: 'relation-unknown' | 'relation-double', message: string, remedy: string): Fault[] => [
        { ...textFault(code, file, document, message, remedy), column: 'relations' },
      ];
      if (!known.has(document)) {
        return fault('relation-unknown', '登记簿里没有这份文件', `已有的是：${[...known].join('、')}`);
      }
      const twice = head.relations
        .slice(0, at)
        .some((earlier) => earlier.document === document && earlier.relation === relation);
      return twice ? fault('relation-double', '同一种关系写了两次', '合成一条，clauses 里写几处') : [];
    }),
  );
}

function uncovered(documents: Documents, clauses: ClausesOf): Fault[] {
  return coverageOf(documents, clauses)
    .filter(({ interpretations }) => interpretations.length === 0)
    .map(({ policy, name, clause }) =>
      textFault(
        'clause-uncovered',
        `policies/${policy}.mdx`,
        `${name}（${clause}）`,
        '没有一篇解读讲到',
        '在一篇解读的 explains 里加上这一条',
      ),
    );
}

function late({ policies, interpretations }: Documents): Fault[] {
  return interpretations.flatMap(({ file, head }) => {
    const released = policies.find(({ slug }) => slug === head.policy)?.head.released_on ?? null;
    const published = head.published_at.slice(0, 10);
    if (released === null || published <= released) return [];
    const calendar = buildCalendar(Number(released.slice(0, 4)), Number(published.slice(0, 4)));
    const days = workdaysBetween(calendar, released, published);
    return days <= WORKDAYS
      ? []
      : [
          textFault(
            'published-late',
            file,
            published,
            `在文件发布后第 ${days} 个工作日才发布`,
            `下次在 ${WORKDAYS} 个工作日内发布；这一次在更新记录里说明`,
          ),
        ];
  });
}

function ending({ policies }: Documents, today: IsoDate): Fault[] {
  return policies.flatMap(({ file, head }) => {
    const { term } = validityOn(head.validity, head.valid_until, today);
    if (head.valid_until === null || term === 'none' || term === 'running') return [];
    if (term === 'over') {
      return head.validity === '有效'
        ? [
            textFault(
              'validity-over',
              file,
              head.valid_until,
              '有效期已经过了，还写着“有效”',
              '查清是否延期，改 validity 或 valid_until',
            ),
          ]
        : [];
    }
    return [
      textFault(
        'validity-ending',
        file,
        head.valid_until,
        '有效期在 90 天以内结束',
        '问发布机构是否延期，改 valid_until 或准备新文件',
      ),
    ];
  });
}

/** Reminders for an editor that stop no build: clauses without an interpretation, late interpretations, validity that ends. */
export function policyReminders(documents: Documents, clauses: ClausesOf, today: IsoDate): Fault[] {
  return [...uncovered(documents, clauses), ...late(documents), ...ending(documents, today)];
}
