import type { AstroIntegration } from 'astro';
import { foldersOf } from '../loading/folders.ts';
import { inspect, load } from '../loading/input.ts';
import { faultLine } from '../loading/faults/lines.ts';
import { isBlocking } from '../loading/faults/fault.ts';
import { keepInput } from '../loading/keptInput.ts';
import { passedInput } from '../loading/passedInput.ts';

/**
 * An Astro integration that reads and checks all input, and in dev does so again after each edit. A faulty edit is
 * reported, and the pages keep the last input without faults. A build that has checked its input already names the file
 * that holds it in `CHECKED_INPUT`.
 */
export function dataWatch(env: Readonly<Record<string, string | undefined>> = process.env): AstroIntegration {
  const folders = foldersOf(env);
  return {
    name: 'data-watch',
    hooks: {
      'astro:config:setup': () => {
        const checked = env['CHECKED_INPUT'];
        keepInput(checked === undefined ? load(folders) : passedInput(checked));
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add([folders.data, folders.content]);
        let timer: NodeJS.Timeout | undefined;
        const reread = () => {
          const { input, faults } = inspect(folders);
          if (input === null) {
            logger.error('数据有错误，页面还是上一次正确的内容：');
            for (const fault of faults.filter(isBlocking)) logger.error(faultLine(fault));
            return;
          }
          keepInput(input);
          server.environments['ssr']?.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
          logger.info(`数据已更新：${input.dataset.stations.length} 个站点`);
        };
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folders.data) && !path.startsWith(folders.content)) return;
          clearTimeout(timer);
          timer = setTimeout(reread, 150);
        });
      },
    },
  };
}
