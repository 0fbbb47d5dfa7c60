import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chapterName, HELP_ROLE_NAMES } from '../../src/domain/site/handbook.ts';
import { mainSite, read, ROOT } from './builtSite.ts';

const site = mainSite();
const slugs = readdirSync(join(ROOT, 'content/help'))
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => file.replace(/\.mdx$/u, ''));
const index = read(site, 'help/index.html');

describe('the handbook', () => {
  it('keeps the anchors of the time when it was one page: each is the entry of a chapter', () => {
    const lost = slugs.filter((slug) => {
      const [, entry = ''] = index.split(`id="${slug}"`);
      return !entry.slice(0, 400).includes(`href="/help/${chapterName(slug)}/"`);
    });
    expect(slugs.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  it('is grouped by role, each with what its people do, and chapters for all of them', () => {
    const headings = [...index.matchAll(/id="role-\d+"[^>]*>\s*([^<\s]+)/gu)].map(([, role]) => role);
    expect(headings).toEqual(HELP_ROLE_NAMES);
  });

  it('says on each chapter for whom it is', () => {
    const silent = slugs.filter(
      (slug) =>
        !HELP_ROLE_NAMES.some((role) => read(site, `help/${chapterName(slug)}/index.html`).includes(`写给：${role}`)),
    );
    expect(silent).toEqual([]);
  });
});
