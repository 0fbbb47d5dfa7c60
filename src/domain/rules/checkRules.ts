import { DATA_RULES, type DataRule } from './dataRules.ts';
import type { RuleEntry } from './rule.ts';
import { TEXT_RULES, type TextRule } from './textRules.ts';

/** Every rule of the check, of data and of texts, by its code. */
export const RULES: Readonly<Record<DataRule | TextRule, RuleEntry>> = { ...DATA_RULES, ...TEXT_RULES };

export type RuleCode = keyof typeof RULES;

/** The anchor of a rule in the handbook. */
export const ruleAnchor = (code: string): string => `rule-${code}`;
