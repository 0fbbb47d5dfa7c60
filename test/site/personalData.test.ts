import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { few, mainSite, pagesOf, read, ROOT } from './builtSite.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const texts = [
  ...pagesOf(site).map(({ path, text, references, metas }) => ({
    path,
    text: [text, ...references.map(({ href }) => href), ...[...metas.values()].flat()].join('\n'),
  })),
  ...[...site.files]
    .filter((file) => /\.(?:json|csv|xml|txt)$/u.test(file))
    .map((path) => ({ path, text: read(site, path) })),
];

const found = (pattern: RegExp, real: (match: string) => boolean = () => true) =>
  few(texts.flatMap(({ path, text }) => (text.match(pattern) ?? []).filter(real).map((match) => `${path}: ${match}`)));

/** The check digit of a resident identity number (GB 11643). */
function isIdentityNumber(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

describe('personal data (docs/norms.md §5)', () => {
  it('no identity number', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(found(/(?<!\d)\d{17}[\dXx](?!\d)/gu, isIdentityNumber)).toEqual([]);
  });

  it('no personal mobile number', () => {
    expect(found(/(?<![\d.-])1[3-9]\d{9}(?!\d)/gu)).toEqual([]);
  });

  it('no e-mail address but the configured one', () => {
    const own = new Set([dataset.site.reportEmail]);
    expect(found(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu, (match) => !own.has(match))).toEqual([]);
  });

  it('no internal remark of a row', () => {
    const csv = readFileSync(join(foldersOf(process.env, ROOT).data, 'stations.csv'), 'utf8');
    expect(csv.length).toBeGreaterThan(0);
    const exported = [...site.files].filter((file) => /stations.*\.csv$/u.test(file));
    expect(
      exported.filter((file) => /(?:^|,)(?:note|内部备注)(?:,|\r?$)/mu.test(read(site, file).split('\n')[0] ?? '')),
    ).toEqual([]);
  });

  it('nothing of a row above its publish level', () => {
    const withheld = dataset.stations.filter(({ publishLevel }) => publishLevel !== '全部');
    const leaks = withheld.flatMap(({ id, address, phones, publishLevel }) => {
      const secrets = [
        ...(address === '' ? [] : [address]),
        ...(publishLevel === '仅街镇' ? phones.map(({ display }) => display) : []),
      ];
      const own = texts.filter(({ path }) => path.includes(`/${id}/`));
      return secrets.flatMap((secret) =>
        own.filter(({ text }) => text.includes(secret)).map(({ path }) => `${path}: ${secret}`),
      );
    });
    expect(few(leaks)).toEqual([]);
  });

  it('no picture tells where or with what it was taken', () => {
    const pictures = [...site.files].filter((file) => /\.(?:jpe?g|png|webp|avif|tiff?|heic)$/iu.test(file));
    const telling = pictures.filter((file) => {
      const bytes = readFileSync(join(site.dir, file)).toString('latin1');
      return /Exif\0\0|eXIf|EXIF|<x:xmpmeta|http:\/\/ns\.adobe\.com\/xap/u.test(bytes);
    });
    expect(telling).toEqual([]);
  });
});
