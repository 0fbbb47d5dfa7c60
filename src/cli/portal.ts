import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DataFaultsError } from '../loading/faults/lines.ts';
import { fileReader } from '../loading/folders.ts';
import { readPortal } from '../loading/tables/settings.ts';
import { buildPortal } from './building/buildPortal.ts';
import { onTerminal } from './onTerminal.ts';
import { UsageError } from './options.ts';
import { runCommand } from './runCommand.ts';

const USAGE = `用法：npm run portal -- portal.yaml [选项]
  --out <文件夹>  门户放到哪里；不写就是 dist-portal
  --keep-last     哪个城市读不到、对不上，就用上一次取来的；不写就停下，什么都不换
  portal.yaml 怎么写，看 deploy/portal.yaml 和手册“几个城市合成一个门户”`;

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', default: 'dist-portal' }, 'keep-last': { type: 'boolean', default: false } },
  });
  const [named, ...rest] = positionals;
  if (named === undefined || rest.length > 0) throw new UsageError('要写一个 portal.yaml。');
  const started = process.env['INIT_CWD'] ?? '.';
  const file = resolve(started, named);
  const { value: config, faults } = readPortal(fileReader(dirname(file)), basename(file));
  if (config === null) throw new DataFaultsError(faults);
  const out = resolve(started, values.out);
  await buildPortal({ ...onTerminal(root), config, folder: dirname(file), out, keepLast: values['keep-last'] });
}

await runCommand(main, USAGE);
