import { readFileSync } from 'node:fs';

const { browserslist } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly browserslist: { readonly production: readonly string[] };
};

/** The oldest browsers with every function and the full look, as package.json names them, in the words of Vite: `ios14.0`. */
export const styleTargets: string[] = browserslist.production.map((entry) => {
  const [, name = '', version = ''] = /^(\w+) ([\d.]+)/u.exec(entry) ?? [];
  return `${name === 'ios_saf' ? 'ios' : name}${version}`;
});

/**
 * What the bundler writes scripts for: `firefox91`. For the others it would rewrite every class with fields, which
 * Chrome 86 and Safari 14 have; what they lack beside that is lowered by `privateNames`, and
 * `test/site/oldBrowsers.test.ts` reads what comes out.
 */
export const scriptTargets: string[] = styleTargets.filter((target) => target.startsWith('firefox'));
