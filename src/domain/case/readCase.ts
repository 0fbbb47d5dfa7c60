import { FACES, type Faces } from './case.ts';
import { emptyDraft, GENERAL, type Draft } from './draft.ts';
import { proseText } from './prose.ts';
import { piecesOf, sectionOf, SECTIONS } from './sections.ts';
import { dayShown, monthShown } from './written.ts';
import { LEFTOVER } from './writeCase.ts';

type Front = Readonly<Record<string, unknown>>;

const words = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : '';
const rows = (value: unknown): readonly Front[] =>
  Array.isArray(value) ? value.filter((item): item is Front => typeof item === 'object' && item !== null) : [];
const record = (value: unknown): Front =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Front) : {};
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(words) : []);

/**
 * The keys of front matter that the form shows; others are kept as they are. What was read and what is published are
 * decided anew for a text that was opened again: `review`, `draft` and `published_at` are not kept.
 */
const SHOWN = new Set(
  'title summary field topic method station station_note services period sessions team author measures pictures drawing drawing_alt consent pseudonyms quote sample aliases published_at draft review'.split(
    ' ',
  ),
);

const teamShown = (value: unknown): string =>
  Array.isArray(value)
    ? rows(value)
        .map(({ role, count }) => `${words(role)}${words(count)}人`)
        .join('、')
    : words(value);

function consentShown(value: unknown): Pick<Draft, 'reference' | 'scope' | 'until' | 'guardian'> {
  const { reference, scope, until, guardian } = record(value);
  return {
    reference: words(reference),
    scope: texts(scope),
    until: dayShown(words(until)),
    guardian: guardian === true ? '监护人' : guardian === false ? '本人' : '',
  };
}

/** The sections of a body; headings that are none of ours go to what is left over, with their text. */
function bodyShown(body: string): Pick<Draft, 'sections' | 'leftover'> {
  const sections = Object.fromEntries(SECTIONS.map(({ title }) => [title, ''])) as Record<string, string>;
  const left: string[] = [];
  for (const { heading, text } of piecesOf(body)) {
    const section = sectionOf(heading)?.title;
    const prose = proseText(text);
    if (section !== undefined) sections[section] = [sections[section], prose].filter((part) => part).join('\n\n');
    else left.push([heading === LEFTOVER ? '' : heading, prose].filter((part) => part !== '').join('\n\n'));
  }
  return { sections, leftover: left.filter((part) => part !== '').join('\n\n') };
}

/** The draft that a case makes, whatever its front matter holds; `frontOf` and `bodyOf` lead back. */
export function draftOf(front: unknown, body: string): Draft {
  const head = record(front);
  const period = record(head['period']);
  const quote = record(head['quote']);
  return {
    ...emptyDraft(),
    title: words(head['title']),
    summary: words(head['summary']),
    field: head['field'] === null ? GENERAL : words(head['field']),
    topic: words(head['topic']),
    method: words(head['method']),
    station: words(head['station']),
    stationNote: words(head['station_note']),
    services: texts(head['services']),
    from: monthShown(words(period['from'])),
    to: monthShown(words(period['to'])),
    sessions: words(head['sessions']),
    team: teamShown(head['team']),
    author: words(head['author']),
    quote: words(quote['text']),
    quoteWho: words(quote['who']),
    measures: rows(head['measures']).map(({ what, tool, before, after, on }) => ({
      what: words(what),
      tool: words(tool),
      before: words(before),
      after: words(after),
      on: monthShown(words(on)),
    })),
    pictures: rows(head['pictures']).map(({ file, alt, caption, faces }) => ({
      file: words(file),
      alt: words(alt),
      caption: words(caption),
      faces: FACES.includes(words(faces) as Faces) ? (words(faces) as Faces) : '',
    })),
    drawing: words(head['drawing']),
    drawingAlt: words(head['drawing_alt']),
    ...consentShown(head['consent']),
    pseudonyms: texts(head['pseudonyms']).join('、'),
    aliases: texts(head['aliases']).join('、'),
    sample: head['sample'] === true,
    kept: Object.fromEntries(Object.entries(head).filter(([name]) => !SHOWN.has(name))),
    ...bodyShown(body),
  };
}

/** Splits a text file with front matter; the front matter is null where there is none. */
export function splitFront(text: string): { readonly front: string | null; readonly body: string } {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u.exec(plain);
  return match === null ? { front: null, body: plain } : { front: match[1] ?? '', body: plain.slice(match[0].length) };
}
