import { need } from '../browser/elements.ts';
import { pastedText } from './opening.ts';

/** What is done with what comes in. */
export interface Doors {
  readonly open: (file: File) => void;
  readonly pictures: (files: readonly File[]) => void;
}

const IS_TEXT = /\.(?:docx?|wps|md|txt|zip)$/iu;

function pasted(event: ClipboardEvent, { pictures }: Doors): void {
  const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  const html = event.clipboardData?.getData('text/html') ?? '';
  const field = event.target;
  if (html !== '' && field instanceof HTMLTextAreaElement && field.matches('[data-paste-field]')) {
    event.preventDefault();
    field.setRangeText(pastedText(html), field.selectionStart, field.selectionEnd, 'end');
  } else if (files.length > 0 && (event.clipboardData?.getData('text/plain') ?? '') === '') {
    event.preventDefault();
    pictures(files);
  }
}

/** Listens for files that are dropped on the desk or pasted into it. A single text is opened, the rest are pictures. */
export function openDoors(desk: HTMLElement, doors: Doors, signal: AbortSignal): void {
  const drop = need(desk, '[data-drop]');
  desk.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  desk.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      drop.classList.remove('desk-drop-over');
      const [first] = files;
      if (first === undefined) return;
      event.preventDefault();
      if (files.length === 1 && IS_TEXT.test(first.name)) doors.open(first);
      else doors.pictures(files);
    },
    { signal },
  );
  desk.addEventListener('paste', (event) => pasted(event, doors), { signal });
  drop.addEventListener('dragenter', () => drop.classList.add('desk-drop-over'), { signal });
  drop.addEventListener('dragleave', () => drop.classList.remove('desk-drop-over'), { signal });
}
