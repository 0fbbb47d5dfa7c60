import type { Part } from '../../domain/policy/parts.ts';
import Checklist from './Checklist.astro';
import Cite from './Cite.astro';
import Degree from './Degree.astro';
import Layers from './Layers.astro';
import NameParts from './NameParts.astro';
import Ours from './Ours.astro';
import PrintedHeading from '../printed/PrintedHeading.astro';
import PrintedQuestion from '../printed/PrintedQuestion.astro';
import Question from './Question.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';
import Unverified from './Unverified.astro';

/**
 * The components that the MDX of an interpretation may use. The page must set `Astro.locals.policy` and
 * `Astro.locals.terms`. Their attributes stand in `domain/policy/parts.ts`, which the check reads.
 */
export const INTERPRETATION_PARTS = {
  Checklist,
  Cite,
  Degree,
  Layers,
  NameParts,
  Ours,
  Question,
  Steps,
  Term,
  Unverified,
} satisfies Record<Part, unknown>;

/** The components that the MDX of the press page may use. */
export const PRESS_PARTS = { Cite, Degree } satisfies Partial<Record<Part, unknown>>;

/** The same for the printed guide, where an interpretation is a section and its headings are two levels deeper. */
export const PRINTED_PARTS = { ...INTERPRETATION_PARTS, Question: PrintedQuestion, h2: PrintedHeading };
