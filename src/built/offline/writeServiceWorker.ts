import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paths } from '../../domain/site/paths.ts';
import { formatDate, type IsoDate } from '../../domain/time/dates.ts';
import { classicScript } from '../../loading/formats/classicScript.ts';
import { addressOf, isHashed } from '../addresses.ts';
import type { BuiltSite } from '../builtSite.ts';
import { headNotice } from '../headNotice.ts';
import { keptFiles } from './keptFiles.ts';

/** The file of the service worker, at the top of a site. */
export const SERVICE_WORKER = 'sw.js';

const programOf = (name: string) => fileURLToPath(new URL(`../../client/offline/${name}.ts`, import.meta.url));

/** One of our scripts for browsers as a single classic script. */
async function scriptOf(name: string): Promise<string> {
  const define = { 'process.env.NODE_ENV': '"production"' };
  return (await classicScript({ input: programOf(name), target: 'es2019', define })).code;
}

const relative = (address: string) => `.${address}`;

/** What the service worker keeps and says, as `client/offline/kept.ts` tells it. */
function keptOf(site: BuiltSite, asAt: IsoDate) {
  const list = `${site.base.slice(0, -1)}${paths.stations()}`;
  const none = '没有连上网络，您要看的这一页没有存在设备里。';
  return {
    files: keptFiles(site).map((file) => ({
      url: relative(addressOf(file)),
      revision: isHashed(file)
        ? null
        : createHash('sha256')
            .update(readFileSync(join(site.dir, file)))
            .digest('hex')
            .slice(0, 16),
    })),
    notices: {
      held: headNotice(`没有连上网络。这一页是以前存在您设备里的，数据截至${formatDate(asAt)}。`),
      absent: headNotice(`${none}等有网络了再打开。`),
      station: headNotice(`${none}<a href="${list}#s-*">到列表里看这个站</a>。`),
    },
    unmarked: [relative(paths.leave())],
    fallback: relative(paths.offline()),
  };
}

/** Writes the service worker into a finished site. Where nothing may be kept, writes one that removes what an earlier one kept. */
export async function writeServiceWorker(site: BuiltSite, asAt: IsoDate, keeps: boolean): Promise<void> {
  const code = keeps
    ? `self.KEPT=${JSON.stringify(keptOf(site, asAt))};\n${await scriptOf('serviceWorker')}`
    : await scriptOf('withdrawal');
  writeFileSync(join(site.dir, SERVICE_WORKER), code);
}
