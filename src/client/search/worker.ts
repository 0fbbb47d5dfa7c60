import { SearchEngine } from './engine.ts';
import type { SearchRequest } from './parts.ts';

const engine = new SearchEngine();
/** Milliseconds after a file until the engine gets ready for more: a question that waited for the file comes first. */
const REST = 30;

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; request: SearchRequest }>) => {
  const { id, request } = data;
  engine.handle(request).then(
    (answer) => {
      self.postMessage({ id, answer });
      if (request.kind === 'lookup') setTimeout(() => engine.warmUp(), REST);
      if (request.kind === 'committees') setTimeout(() => engine.openTexts(), REST);
    },
    (error: unknown) => self.postMessage({ id, error: String(error) }),
  );
});
