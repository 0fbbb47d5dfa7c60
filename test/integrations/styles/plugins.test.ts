import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { scriptTargets, styleTargets } from '../../../src/integrations/styles/browsers.ts';
import { containerWidths } from '../../../src/integrations/styles/containerWidths.ts';
import { flatLayers } from '../../../src/integrations/styles/flatLayers.ts';

const made = async (css: string) => {
  const { css: text } = await postcss([flatLayers(), containerWidths()]).process(css, { from: undefined });
  return text.replace(/\s+/gu, ' ').trim();
};

describe('sheets for old browsers', () => {
  it('stand in no layer, in the order of the layers', async () => {
    expect(await made('@layer base, parts; @layer base { a { color: red } } @layer parts { b { color: blue } }')).toBe(
      'a { color: red } b { color: blue }',
    );
  });

  it.each([
    ['a rule in no layer', 'a { color: red }', '不在任何一层里'],
    ['layers out of order', '@layer parts { a { top: 0 } } @layer base { b { top: 0 } }', '层的次序不对'],
    [
      'a container that is not asked for its width',
      '@layer base { @container (min-height: 1rem) { a { top: 0 } } }',
      '@container 只能写',
    ],
  ])('fail for %s', async (_, css, message) => {
    await expect(made(css)).rejects.toThrow(message);
  });

  it('ask for the width of the window where containers are unknown: 40rem of 18px and two margins are 47.25em', async () => {
    const css = await made('@layer base { @container (min-width: 40rem) { .a, .b { color: red } } }');
    expect(css).toMatch(/^@container \(min-width: 40rem\)/u);
    expect(css).toContain('@supports (not (container-type: inline-size)) and (width: min(1px, 2px))');
    expect(css).toContain("@media screen and (min-width: 47.25em) { html:not([data-view='elder']) .a,");
    expect(css).not.toContain("html[data-view='elder'] .a");
  });

  it('keep what is narrow narrow in 长辈版, whose letters are larger', async () => {
    const css = await made('@layer base { @container (max-width: 40rem) { .a { color: red } } }');
    expect(css).toContain("@media screen and (max-width: 62.25em) { html[data-view='elder'] .a");
  });
});

describe('the oldest browsers', () => {
  it('are those of package.json', () => {
    expect(styleTargets).toEqual(['chrome86', 'edge86', 'firefox91', 'safari14', 'ios14.0']);
    expect(scriptTargets).toEqual(['firefox91']);
  });
});
