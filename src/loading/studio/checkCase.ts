import { caseSchema } from '../../schemas/case.ts';
import { fileFault, isBlocking } from '../faults/fault.ts';
import { faultLine } from '../faults/lines.ts';
import { yamlText } from '../formats/yaml.ts';
import { textFaults, type Site } from '../inbox/check/gate.ts';
import { caseFile } from '../inbox/write/caseFile.ts';

/** A case as the editor holds it: its front matter and, under `body`, its text. */
export type EditedCase = Readonly<Record<string, unknown>>;

/** What is to be written, or why nothing may be; a line each, in Chinese. */
export interface CheckedCase {
  readonly text: string;
  readonly faults: readonly string[];
}

/** Fields that may say that there is none; what else holds nothing was left empty in the form. */
const MAY_BE_NULL: ReadonlySet<string> = new Set(['field', 'station', 'policy']);

const isRecord = (value: unknown): value is EditedCase =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value without what was left empty in it; undefined where nothing remains. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled).filter((item) => item !== undefined);
  if (!isRecord(value)) return value === '' || value === null ? undefined : value;
  const entries = Object.entries(value).map(([name, item]) => [name, filled(item)] as const);
  const there = entries.filter(([, item]) => item !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

/** The front matter that a filled form means: an empty choice is none, a written story has no pseudonyms. */
function frontOf({ body: _, ...fields }: EditedCase): EditedCase {
  const front: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const found = filled(value);
    if (found !== undefined) front[name] = found;
    else if (MAY_BE_NULL.has(name)) front[name] = null;
  }
  const { pseudonyms, sample } = front;
  if (sample === true && Array.isArray(pseudonyms) && pseudonyms.length === 0) delete front['pseudonyms'];
  return front;
}

/**
 * Checks a case of the editor as if it stood in `content/` as `file`, with the rules of the inbox and of the check, and
 * makes its text. What only reminds doesn't refuse.
 */
export function checkCase(site: Site, file: string, edited: EditedCase): CheckedCase {
  if (!/^cases\/[^/\\]+\.md$/u.test(file))
    return { text: '', faults: [faultLine(fileFault(file, '不是案例的文件', '只存在content/cases里'))] };
  const front = frontOf(edited);
  const body = `\n${String(edited['body'] ?? '')
    .replaceAll('\r\n', '\n')
    .trim()}\n`;
  const faults = textFaults(site, file, `---\n${yamlText(front)}---\n${body}`)
    .filter(isBlocking)
    .map((fault) => faultLine({ ...fault, row: null }));
  const read = caseSchema.safeParse(front);
  return { text: read.success ? caseFile(read.data, body) : '', faults };
}
