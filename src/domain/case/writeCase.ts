import { GENERAL, listed, type Draft } from './draft.ts';
import { proseMarkdown } from './prose.ts';
import { SECTIONS } from './sections.ts';
import { countWritten, dayWritten, monthWritten, teamWritten } from './written.ts';

/** The heading under which a case keeps what fits no section, until its writer has found a place for it. */
export const LEFTOVER = '没有归到哪一节的';

type Front = Record<string, unknown>;

const pair = (name: string, value: unknown, there: boolean): Front => (there ? { [name]: value } : {});
const text = (name: string, value: string): Front => pair(name, value.trim(), value.trim() !== '');

/** What a reader makes of some words, or the words themselves where it can make nothing of them. */
const read = <T>(words: string, reader: (words: string) => T | null): T | string => reader(words) ?? words.trim();

function consentOf({ reference, scope, until, guardian }: Draft): Front {
  const consent = {
    ...text('reference', reference),
    ...pair('scope', scope, scope.length > 0),
    ...pair('until', read(until, dayWritten), until.trim() !== ''),
    ...pair('guardian', guardian === '监护人', guardian !== ''),
  };
  return pair('consent', consent, Object.keys(consent).length > 0);
}

/**
 * The front matter of a draft. What isn't written is left out and what can't be read stays as it was written, so that
 * nothing is lost and `caseSchema` says what is missing.
 */
export function frontOf(draft: Draft): Front {
  const { field, station, stationNote, measures, pictures, sample, pseudonyms } = draft;
  const period = {
    ...pair('from', read(draft.from, monthWritten), draft.from.trim() !== ''),
    ...pair('to', read(draft.to, monthWritten), draft.to.trim() !== ''),
  };
  return {
    ...text('title', draft.title),
    ...text('summary', draft.summary),
    ...pair('field', field === GENERAL ? null : field, field !== ''),
    ...text('topic', draft.topic),
    ...text('method', draft.method),
    ...pair('station', station === '' ? null : station, station !== '' || stationNote.trim() !== ''),
    ...text('station_note', stationNote),
    ...pair('services', draft.services, draft.services.length > 0),
    ...pair('period', period, Object.keys(period).length > 0),
    ...pair('sessions', read(draft.sessions, countWritten), draft.sessions.trim() !== ''),
    ...pair('team', read(draft.team, teamWritten), draft.team.trim() !== ''),
    ...text('author', draft.author),
    ...pair(
      'measures',
      measures.map(({ on, ...rest }) => ({ ...rest, on: read(on, monthWritten) })),
      measures.length > 0,
    ),
    ...pair('pictures', pictures, pictures.length > 0),
    ...text('drawing', draft.drawing),
    ...text('drawing_alt', draft.drawingAlt),
    ...(sample ? {} : { ...consentOf(draft), pseudonyms: listed(pseudonyms) }),
    ...pair(
      'quote',
      { text: draft.quote.trim(), who: draft.quoteWho.trim() },
      (draft.quote + draft.quoteWho).trim() !== '',
    ),
    ...pair('sample', true, sample),
    ...pair('aliases', listed(draft.aliases), listed(draft.aliases).length > 0),
    ...draft.kept,
  };
}

/** The body of a draft: its sections in their order, then what fits none. */
export function bodyOf({ sections, leftover }: Draft): string {
  return [...SECTIONS.map(({ title }) => [title, sections[title] ?? ''] as const), [LEFTOVER, leftover] as const]
    .filter(([, words]) => words.trim() !== '')
    .map(([title, words]) => `## ${title}\n\n${proseMarkdown(words)}\n`)
    .join('\n');
}

/** A text as YAML: quoted, so that no sign of it means anything. */
const yamlText = (value: string): string =>
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/u.test(value)
    ? JSON.stringify(value).replace(
        /[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/gu,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : `'${value.replaceAll("'", "''")}'`;

const isRecord = (value: unknown): value is Front =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function yamlLines(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.every((item) => !isRecord(item)))
      return ` [${value.map((item) => yamlLines(item, '').trim()).join(', ')}]`;
    return value.map((item) => `\n${indent}- ${yamlLines(item, `${indent}  `).trimStart()}`).join('');
  }
  if (isRecord(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ' {}';
    return entries.map(([key, item]) => `\n${indent}${key}:${yamlLines(item, `${indent}  `)}`).join('');
  }
  return ` ${typeof value === 'string' ? yamlText(value) : String(value)}`;
}

/** A draft as `case.md`: front matter in YAML, then the body. */
export const caseMd = (draft: Draft): string =>
  `---\n${yamlLines(frontOf(draft), '').trimStart()}\n---\n\n${bodyOf(draft)}`;
