import { expect, it } from 'vitest';
import { personalDataFaults } from '../../src/built/personalData.ts';
import { footerFaults, tagFaults } from '../../src/built/tags.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { few, mainSite, ROOT } from '../site/builtSite.ts';

it('the audit of a release finds nothing in the site of the repository', async () => {
  const site = mainSite();
  const { site: identity } = load(foldersOf(process.env, ROOT)).dataset;
  expect(few(tagFaults(site, identity))).toEqual([]);
  expect(few(footerFaults(site, identity))).toEqual([]);
  expect(few(await personalDataFaults(site, identity))).toEqual([]);
});
