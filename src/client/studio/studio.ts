import CMS, { type CmsConfig } from '@sveltia/cms';
import { parse } from 'yaml';
import { splitFront } from '../../domain/case/readCase.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the server of the studio says of a case: its text as a file, or what must be changed first, a line each. */
interface Answer {
  readonly text: string;
  readonly faults: readonly string[];
}

/** Asks the server, which checks with the code of the inbox. Rejects where it doesn't answer: nothing is saved then. */
async function ask(file: string, data: Data): Promise<Answer> {
  const response = await fetch('/case', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ file, data }),
  }).catch(() => null);
  if (response?.ok !== true) throw new Error('检查的程序没有回答。看看npm run studio还开着没有，再存一次。');
  return (await response.json()) as Answer;
}

/** An error that the editor shows to the writer with its words; the name of it is the editor's own. */
const refusal = (words: string) => new Error('saving_failed', { cause: new Error(words) });

/** What the check says of a case; where it can't be asked, the refusal that the editor shows. */
const asked = (path: string, data: Data): Promise<Answer> =>
  ask(path, data).catch((error: Error) => {
    throw refusal(error.message);
  });

/** The file of the case that is being saved: it is checked first, then its text is asked for. */
let saving = '';

CMS.registerCustomFormat('case', 'md', {
  fromFile: (text) => {
    const { front, body } = splitFront(text);
    return { ...(parse(front ?? '') as Data), body: body.trim() };
  },
  toFile: async (data: Data) => {
    const { text, faults } = await asked(saving, data);
    // A case that is refused has no text: its file must not be emptied.
    if (text === '' || faults.length > 0) throw refusal(faults.join('\n'));
    return text;
  },
});

CMS.registerEventListener({
  name: 'preSave',
  handler: async ({ entry }) => {
    const { path, data } = entry.toJS() as { readonly path: string; readonly data: Data };
    saving = path;
    const { faults } = await asked(path, data);
    if (faults.length > 0) throw refusal(faults.join('\n'));
  },
});

await CMS.init({ config: (await (await fetch('/config.json')).json()) as CmsConfig });
