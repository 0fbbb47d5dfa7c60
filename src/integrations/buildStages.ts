import type { AstroIntegration, PathWithRoute } from 'astro';

/** What a build has come to: a new stage, or how many of its pages and files are made. */
export type StageMessage = { readonly stage: string } | { readonly done: number; readonly total: number };

/** At most so often, in milliseconds, is told how many pages are made. */
const TOLD = 50;

/**
 * An Astro integration that tells the stages of a build, and in that of the pages how many are made. `toMake` says which
 * of all paths those are.
 */
export function buildStages(
  tell: (message: StageMessage) => void,
  toMake: (paths: readonly PathWithRoute[]) => PathWithRoute[],
): AstroIntegration {
  return {
    name: 'build-stages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        tell({ stage: '编译程序' });
        setPrerenderer((usual) => {
          let [done, total, told] = [0, 0, 0];
          return {
            ...usual,
            // Setup gives the usual one its program, so it must remain the object that it is.
            setup: () => usual.setup?.() ?? Promise.resolve(),
            async getStaticPaths() {
              tell({ stage: '写页面和文件' });
              const found = toMake(await usual.getStaticPaths());
              total = found.length;
              return found;
            },
            async render(request, options) {
              const rendered = await usual.render(request, options);
              done += 1;
              if (done === total || performance.now() - told >= TOLD) {
                told = performance.now();
                tell({ done, total });
              }
              return rendered;
            },
          };
        });
      },
      'astro:build:generated': () => tell({ stage: '做全文索引' }),
    },
  };
}
