import type { Draft } from '../../domain/case/draft.ts';
import { keep, kept } from '../browser/storage.ts';
import { DeskFault } from './fault.ts';
import type { Opened } from './opening.ts';
import { jpegOf, type Pixels } from './pixels.ts';

/** What this computer remembers of a draft, where its writer asked for it. */
interface Remembered {
  readonly draft: Draft;
  readonly pictures: readonly Blob[];
}

const NAME = 'sgz-desk';

/** Whether the writer asked this computer to remember. */
export const isRemembering = (): boolean => kept(NAME) !== null;

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('draft');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function store<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = base.transaction('draft', mode);
      const request = ask(transaction.objectStore('draft'));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => fail(transaction.error);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    base.close();
  }
}

/** One thing after the other: what is being stored is erased by whoever erases later. */
let last: Promise<unknown> = Promise.resolve();
function inTurn(job: () => Promise<void>): Promise<void> {
  const done = last.then(job, job);
  last = done.catch(() => undefined);
  return done;
}

async function write(draft: Draft, pixels: readonly Pixels[]): Promise<void> {
  const pictures: Blob[] = [];
  for (const own of pixels) pictures.push(await jpegOf(own));
  const what: Remembered = { draft, pictures };
  await store('readwrite', (drafts) => drafts.put(what, 'draft')).catch(() => {
    throw new DeskFault('这台电脑记不住草稿。请存稿件包。');
  });
  keep(NAME, '1');
}

/**
 * Stores a draft on this computer, its pictures with their mosaic, if it is still to be remembered when its turn comes.
 * Rejects with a DeskFault where there is no room.
 */
export const remember = (draft: Draft, pixels: readonly Pixels[]): Promise<void> =>
  inTurn(async () => {
    if (isRemembering()) await write(draft, pixels);
  });

/** The draft that this computer remembers, as if it were opened from a file; null where there is none. */
export async function recall(): Promise<Opened | null> {
  if (!isRemembering()) return null;
  const found = (await store('readonly', (drafts) => drafts.get('draft')).catch(() => undefined)) as
    Remembered | undefined;
  if (found === undefined) return null;
  const { draft } = found;
  const pictures = found.pictures.map((file, at) => {
    const about = draft.pictures[at];
    return { file, name: `图${at + 1}`, ...(about === undefined ? {} : { about }) };
  });
  return { draft: { ...draft, pictures: [] }, pictures, notes: ['这是这台电脑记住的草稿。'] };
}

/** Erases whatever this computer remembers of a draft. */
function forget(): Promise<void> {
  keep(NAME, null);
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(NAME);
    for (const end of ['onsuccess', 'onerror', 'onblocked'] as const) request[end] = () => done();
  });
}

/** Begins or ends to remember; answers what to tell. */
export async function setRemembering(on: boolean, draft: Draft, pixels: readonly Pixels[]): Promise<string> {
  await inTurn(() => (on ? write(draft, pixels) : forget()));
  return on ? '记住了。下次在这台电脑上打开这一页，草稿还在。' : '记住的草稿清除了。';
}
