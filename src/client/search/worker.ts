import { SearchEngine } from './engine.ts';
import type { SearchRequest } from './parts.ts';

const engine = new SearchEngine();

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; request: SearchRequest }>) => {
  const { id, request } = data;
  engine.handle(request).then(
    (answer) => {
      self.postMessage({ id, answer });
      if (request.kind === 'committees') engine.warmUp();
    },
    (error: unknown) => self.postMessage({ id, error: String(error) }),
  );
});
