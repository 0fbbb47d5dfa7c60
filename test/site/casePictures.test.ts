import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { metadataIn } from '../../src/domain/privacy/pictureMetadata.ts';
import type { BuiltSite } from './builtSite.ts';
import { builtCity } from './cityBuild.ts';
import { PICTURED, secretOf } from './fullCity.ts';

describe('the pictures of cases', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtCity('full');
  });

  it('are published for what is published alone, in sizes of their own', () => {
    const pictures = [...site.files].filter((file) => file.startsWith('pictures/'));
    expect(pictures.map((file) => file.replace(/^.*-/u, '')).sort()).toEqual([
      '1000.jpg',
      '1000.webp',
      '640.jpg',
      '640.webp',
      '960.jpg',
      '960.webp',
    ]);
    const page = readFileSync(join(site.dir, 'cases/with-published-picture/index.html'), 'utf8');
    expect(page).toContain('alt="门口的灯"');
    expect(page).toMatch(/<source type="image\/webp" srcset="\/pictures\/[\da-f]{16}-640\.webp 640w/u);
    expect(readFileSync(join(site.dir, 'cases/with-withdrawn-picture/index.html'), 'utf8')).not.toContain('<picture');
    expect(site.files.has('cases/with-draft-picture/index.html')).toBe(false);
    expect(site.files.has('cases/with-ended-picture/index.html')).toBe(false);
  });

  it('leave nothing of the photographs in any file of the site', () => {
    const secrets = PICTURED.map(secretOf);
    for (const file of site.files) {
      const bytes = readFileSync(join(site.dir, file));
      expect(
        secrets.filter((secret) => bytes.includes(secret)),
        file,
      ).toEqual([]);
      if (/\.(?:jpg|webp|png)$/u.test(file)) expect(metadataIn(bytes), file).toEqual([]);
    }
  });
});
