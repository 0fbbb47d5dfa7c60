import sharp from 'sharp';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../src/domain/station/station.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, mainSite, ROOT } from './builtSite.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const cardOf = (id: string) =>
  documentOf(site, `stations/${id}/index.html`).querySelector('meta[property="og:image"]')?.getAttribute('content');

describe('the card of a station', () => {
  it('is named on its page and is there; only names with a sign that the font lacks have none', async () => {
    const running = dataset.stations.filter((station) => !isClosed(station));
    const none = running.filter(({ id }) => !site.files.has(`cards/station-${id}.png`));
    expect(new Set(none.map(({ name }) => /[泖迮]/u.exec(name)?.[0]))).toEqual(new Set(['泖', '迮']));
    const [first] = running;
    const [lacking] = none;
    expect(cardOf(first?.id ?? '')).toMatch(new RegExp(`/cards/station-${first?.id ?? ''}\\.png$`, 'u'));
    expect(cardOf(lacking?.id ?? '')).toBeUndefined();
    const card = await sharp(join(site.dir, `cards/station-${first?.id ?? ''}.png`)).metadata();
    expect(card).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });
});
