import Checklist from './Checklist.astro';
import Cite from './Cite.astro';
import Layers from './Layers.astro';
import NameParts from './NameParts.astro';
import PrintedHeading from '../printed/PrintedHeading.astro';
import PrintedQuestion from '../printed/PrintedQuestion.astro';
import Question from './Question.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';

/** What the text of an interpretation may hold; needs `Astro.locals.policy` and `Astro.locals.terms`. */
export const INTERPRETATION_PARTS = { Checklist, Cite, Layers, NameParts, Question, Steps, Term };

/** The same inside the printed guide, where an interpretation is a section of its own. */
export const PRINTED_PARTS = { ...INTERPRETATION_PARTS, Question: PrintedQuestion, h2: PrintedHeading };
