import type { Relation } from '../domain/policy/documents.ts';
import type { ClauseRef } from '../domain/policy/clauses.ts';
import type { ClauseName, DocumentView, RelationView } from '../views/policy.ts';
import { getDataset } from './dataset.ts';
import { getClauseNames, getPolicies, type Policy } from './policies.ts';

/** The word for each relation between documents as seen from the other document. */
const FROM_THE_OTHER_SIDE: Readonly<Record<Relation, string>> = {
  依据: '被引作依据',
  落实: '由它落实',
  修改: '由它修改',
  废止: '由它废止',
};

type Known = Omit<DocumentView, 'relations'>;

function heldDocument({ id, data }: Policy): Known {
  return {
    id,
    title: data.title,
    docNumber: data.doc_number,
    issuer: data.issuer,
    validity: data.validity,
    held: true,
    otherTitles: [],
    known: data.validity_note,
  };
}

const short = ({ id, title, docNumber, held }: Known): RelationView['other'] => ({ id, title, docNumber, held });

/** Every document that the site knows, those held in full first, each with its relations to others and theirs to it. */
export async function getRegister(): Promise<readonly DocumentView[]> {
  const [policies, nameOf] = await Promise.all([getPolicies(), getClauseNames()]);
  const documents: Known[] = [
    ...policies.map(heldDocument),
    ...getDataset().documents.map(({ source, ...document }) => ({
      ...document,
      held: false,
      known: `${document.known}来源：${source}。`,
    })),
  ];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const relations = policies.flatMap(({ id, data }) =>
    data.relations.map((entry) => ({ ...entry, from: id, names: namesOf(entry.clauses, id, nameOf) })),
  );
  return documents.map((document) => ({
    ...document,
    relations: relations.flatMap(({ from, document: to, relation, names, note }): RelationView[] => {
      if (document.id !== from && document.id !== to) return [];
      const other = byId.get(document.id === from ? to : from);
      if (other === undefined) throw new Error(`内部错误：登记簿里没有 ${to}`);
      const words = document.id === from ? relation : FROM_THE_OTHER_SIDE[relation];
      return [{ words, other: short(other), clauses: names, note: document.id === from ? note : '' }];
    }),
  }));
}

const namesOf = (clauses: readonly string[], policy: string, nameOf: (ref: ClauseRef) => ClauseName) =>
  clauses.map((clause) => nameOf({ policy, clause }));
