import { columnTitle } from '../../domain/dataset/columns.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { type ClauseRef, documentClauses } from '../../domain/policy/clauses.ts';
import { placeWritings } from '../../domain/privacy/identifying.ts';
import { personalDataIn } from '../../domain/privacy/personalData.ts';
import { type IsoDate, shanghaiNow } from '../../domain/time/dates.ts';
import { type Fault, ruleFault, textFault } from '../faults/fault.ts';
import type { RowOf } from '../tables/tables.ts';
import type { ClausesOf, ContentReading } from '../texts/documents.ts';
import { lockOf } from '../texts/lock.ts';
import { caseFaults } from './cases.ts';
import { textCharacterFaults } from './characters.ts';
import { claimFaults, fieldDegreeFaults, storyFaults } from './claims.ts';
import { degreeFaults, promiseFaults } from './degrees.ts';
import { chapterFaults } from './handbook.ts';
import { citeFaults, interpretationFaults } from './interpretations.ts';
import { markupFaults } from './markup.ts';
import { citationFaultsIn, policyReminders, relationFaults } from './policies.ts';

/** What may identify a person, in everything that would be published; help shows examples and is left out. */
function personalFaults({ policies, interpretations, cases, pages }: ContentReading['documents']): Fault[] {
  return [...policies, ...interpretations, ...cases, ...pages].flatMap(({ file, head, body }) => {
    // A lock is a number of nobody's.
    const shown = JSON.stringify({ ...head, lock: '' });
    return personalDataIn(`${shown}\n${body}`).map(({ kind, text }) => ({
      ...ruleFault('personal-data', file, text, `像是${kind}，不能公开`),
    }));
  });
}

/** The clauses of every policy that could be read, by its slug. */
export function clausesIn({ policies }: ContentReading['documents']): ClausesOf {
  return new Map(policies.map(({ slug, head, body }) => [slug, documentClauses(body, head.copy_to)]));
}

/**
 * Faults between documents, and between documents and the dataset (`null` while that cannot be read). Only reminders
 * depend on the day. `hidden` are names that must never be published; `rowOf` tells the rows of the dataset's records.
 */
export function contentFaults(
  { documents, unread }: ContentReading,
  dataset: Dataset | null,
  today: IsoDate = shanghaiNow(new Date()).date,
  hidden: readonly string[] = [],
  rowOf: RowOf = () => null,
): Fault[] {
  const faults: Fault[] = [];
  const clauses = clausesIn(documents);
  const needClause = (
    file: string,
    { policy, clause }: ClauseRef,
    cell: Pick<Fault, 'row' | 'column'> | null = null,
  ) => {
    const found = clauses.get(policy);
    // A policy that could not be read has been reported: whoever points to it is not at fault.
    if (unread.policies.includes(policy)) return;
    if (found === undefined) {
      const known = `已有的是：${[...clauses.keys()].join('、')}`;
      faults.push({ ...ruleFault('clause-unknown', file, policy, '没有这份政策', known), ...cell });
    } else if (!found.some((entry) => entry.id === clause)) {
      const known = `这份政策的条款号是：${found.map((entry) => entry.id).join('、')}`;
      faults.push({ ...ruleFault('clause-unknown', file, `${policy}#${clause}`, '没有这一条', known), ...cell });
    }
  };
  const needBasis = <T extends 'fields' | 'services'>(table: T, record: Dataset[T][number]) => {
    const cell = { row: rowOf(record), column: columnTitle(table, 'basis') };
    needClause(`${table}.csv`, record.basis, cell);
  };
  const needIn = (file: string, column: string, ids: readonly string[], known: ReadonlySet<string>, table: string) => {
    for (const id of ids.filter((entry) => !known.has(entry))) {
      faults.push({ ...ruleFault('content-pointer', file, id, `在 ${table}.csv 里找不到`), column });
    }
  };

  for (const { file, head, body } of documents.policies) {
    const lock = lockOf(body);
    if (head.lock !== lock) {
      faults.push({
        ...textFault('lock', file, '', '原文和锁定码对不上，有人改过字', `改回原文；确实要改，把 lock 换成 ${lock}`),
        column: 'lock',
      });
    }
  }
  faults.push(
    ...personalFaults(documents),
    ...Object.values(documents).flat().flatMap(markupFaults),
    ...textCharacterFaults(documents),
    ...claimFaults(documents, dataset, rowOf),
    ...chapterFaults(documents),
  );
  for (const { file, slug, head } of documents.policies) {
    for (const clause of [...Object.values(head.rules), ...Object.keys(head.asked)])
      needClause(file, { policy: slug, clause });
    for (const clause of head.relations.flatMap((entry) => entry.clauses)) needClause(file, { policy: slug, clause });
  }
  for (const document of documents.interpretations) {
    for (const clause of document.head.clauses) needClause(document.file, { policy: document.head.policy, clause });
    if (clauses.has(document.head.policy)) faults.push(...interpretationFaults(document, clauses, dataset));
  }
  if (unread.policies.length === 0) faults.push(...documents.pages.flatMap((page) => citeFaults(page, clauses)));
  faults.push(
    ...documents.pages.flatMap(degreeFaults),
    ...[...documents.interpretations, ...documents.pages].flatMap(promiseFaults),
  );
  const places = placeWritings(dataset?.committees ?? []);
  for (const document of documents.cases) {
    const { file, head } = document;
    faults.push(...caseFaults(document, { places, hidden }), ...storyFaults(document));
    for (const clause of head.clauses) needClause(file, { policy: head.policy ?? '', clause });
    if (dataset === null) continue;
    needIn(file, 'services', head.services, new Set(dataset.services.map(({ id }) => id)), 'services');
    needIn(
      file,
      'station',
      head.station === null ? [] : [head.station],
      new Set(dataset.stations.map(({ id }) => id)),
      'stations',
    );
    needIn(file, 'topic', [head.topic], new Set(dataset.topics.map(({ slug }) => slug)), 'topics');
    needIn(
      file,
      'field',
      head.field === null ? [] : [head.field],
      new Set(dataset.fields.map(({ slug }) => slug)),
      'fields',
    );
  }
  if (unread.policies.length === 0) faults.push(...policyReminders(documents, clauses, today));
  if (dataset !== null) {
    if (unread.policies.length === 0) {
      faults.push(...citationFaultsIn(documents, dataset, rowOf), ...relationFaults(documents, dataset));
    }
    faults.push(...fieldDegreeFaults(documents, clauses, dataset, rowOf));
    for (const field of dataset.fields) needBasis('fields', field);
    for (const service of dataset.services) needBasis('services', service);
    for (const target of dataset.targets) {
      const row = rowOf(target);
      needClause('targets.csv', target.clause, { row, column: columnTitle('targets', 'clause') });
      const text = clauses
        .get(target.clause.policy)
        ?.find(({ id }) => id === target.clause.clause)
        ?.paragraphs.join('');
      if (text !== undefined && !text.includes(target.quote)) {
        faults.push({
          ...ruleFault('target-quote', 'targets.csv', target.quote, '不是该条的原文'),
          row,
          column: columnTitle('targets', 'quote'),
        });
      }
    }
  }
  return faults;
}
