import { z } from 'astro/zod';
import { caseSchema } from '../../schemas/case.ts';
import { LABELS } from './labels.ts';

/** A value that a list of the editor offers, with the words for it. */
export interface Choice {
  readonly label: string;
  readonly value: string | null;
}

/** A field of the editor, as Sveltia CMS wants it. */
export interface EditorField {
  readonly name: string;
  readonly label: string;
  readonly widget: 'string' | 'text' | 'number' | 'boolean' | 'select' | 'list' | 'object';
  readonly required: boolean;
  readonly hint?: string;
  readonly options?: readonly Choice[];
  readonly multiple?: boolean;
  readonly fields?: readonly EditorField[];
  readonly field?: EditorField;
  readonly pattern?: readonly [string, string];
  readonly min?: number;
  readonly value_type?: 'int';
  readonly default?: string | number | boolean | null | readonly string[];
  readonly collapsed?: 'auto';
  readonly dropdown_threshold?: number;
}

/** What is read of a JSON Schema. */
interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
}

/** The lists that the tables and folders of a site give, by the path of the field that chooses from them. */
export type Lists = Readonly<Record<string, readonly Choice[]>>;

const choices = (values: readonly string[]): Choice[] => values.map((value) => ({ label: value, value }));

/** Fields that begin otherwise than the schema says: a new case is a draft until its readers have seen it. */
const BEGINS: Readonly<Record<string, boolean>> = { draft: true };

function kindOf(path: string, node: Node, lists: Lists): Partial<EditorField> {
  const options = lists[path];
  if (node.type === 'array') {
    const items = node.items ?? {};
    const offered = options ?? (items.enum === undefined ? undefined : choices(items.enum));
    const min = node.minItems === undefined ? {} : { min: node.minItems };
    if (offered !== undefined) return { widget: 'select', multiple: true, options: offered, ...min };
    return items.properties === undefined
      ? { widget: 'list', ...min }
      : { widget: 'list', fields: fieldsOf(items, lists, `${path}.`), collapsed: 'auto', ...min };
  }
  if (node.properties !== undefined) return { widget: 'object', fields: fieldsOf(node, lists, `${path}.`) };
  const offered = options ?? (node.enum === undefined ? undefined : choices(node.enum));
  if (offered !== undefined) return { widget: 'select', options: offered };
  if (node.type === 'boolean') return { widget: 'boolean', default: BEGINS[path] ?? false };
  if (node.type === 'integer')
    return { widget: 'number', value_type: 'int', ...(node.minimum === undefined ? {} : { min: node.minimum }) };
  const pattern =
    node.pattern === undefined ? {} : { pattern: [node.pattern, LABELS[path]?.hint ?? '格式不对'] as const };
  return { widget: LABELS[path]?.long === true ? 'text' : 'string', ...pattern };
}

function fieldOf(path: string, node: Node, required: boolean, lists: Lists): EditorField {
  const known = LABELS[path];
  if (known === undefined) throw new Error(`案例的 ${path} 还没有名称：在 loading/studio/labels.ts 里写上`);
  return {
    name: path.split('.').at(-1) ?? path,
    label: known.name,
    widget: 'string',
    ...kindOf(path, node, lists),
    required,
    ...(known.hint === undefined ? {} : { hint: known.hint }),
  };
}

const fieldsOf = ({ properties = {}, required = [] }: Node, lists: Lists, prefix = ''): EditorField[] =>
  Object.entries(properties).map(([name, node]) => {
    // A choice that may be none is offered as such, so it is no gap.
    const path = `${prefix}${name}`;
    const mayBeNull = lists[path]?.some(({ value }) => value === null) === true;
    return fieldOf(path, node, required.includes(name) && !mayBeNull && node.type !== 'boolean', lists);
  });

/** `caseSchema` as JSON Schema of what is written, not of what is read from it. */
export const caseJsonSchema = (): Node => z.toJSONSchema(caseSchema, { io: 'input', unrepresentable: 'any' }) as Node;

const BODY: EditorField = {
  name: 'body',
  label: '正文',
  widget: 'text',
  required: false,
  hint: '六节：## 背景、## 需求、## 目标、## 过程、## 成效、## 反思',
};

/** The fields of the editor: every one of `caseSchema` in its order, and the text where a writer looks for it. */
export function caseFields(lists: Lists): readonly EditorField[] {
  const fields = fieldsOf(caseJsonSchema(), lists);
  const after = fields.findIndex(({ name }) => name === 'summary') + 1;
  return fields.toSpliced(after, 0, BODY);
}
