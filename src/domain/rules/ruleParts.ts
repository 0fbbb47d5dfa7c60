import { RULES } from './checkRules.ts';
import { IMPORT_RULES } from './importRules.ts';
import { INBOX_RULES } from './inboxRules.ts';
import type { RuleEntry } from './rule.ts';

/** The rules that one command tells of, as the handbook lists them on a page of their own. */
export interface RulePart {
  readonly id: string;
  readonly title: string;
  readonly rules: Readonly<Record<string, RuleEntry>>;
}

/** All rules; the first part stands at the address of the rules itself. */
export const RULE_PARTS = [
  { id: 'check', title: '检查', rules: RULES },
  { id: 'import', title: '导入', rules: IMPORT_RULES },
  { id: 'inbox', title: '收稿', rules: INBOX_RULES },
] as const satisfies readonly RulePart[];
