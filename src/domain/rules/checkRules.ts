import { DATA_RULES, type DataRule } from './dataRules.ts';
import type { RuleEntry } from './rule.ts';
import { TEXT_RULES, type TextRule } from './textRules.ts';

/** All rules of the check, for data and for texts, by code. */
export const RULES: Readonly<Record<DataRule | TextRule, RuleEntry>> = { ...DATA_RULES, ...TEXT_RULES };

export type RuleCode = keyof typeof RULES;

/** The id of a rule on the page of the handbook. */
export const ruleAnchor = (code: string): string => `rule-${code}`;
