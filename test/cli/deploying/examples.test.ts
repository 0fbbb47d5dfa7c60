import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SERVER_FILES } from '../../../src/built/servers/files.ts';
import { accessOf } from '../../../src/cli/deploying/storage/target.ts';
import { fileReader } from '../../../src/loading/folders.ts';
import { readPortal } from '../../../src/loading/tables/settings.ts';
import { ROOT } from '../../site/builtSite.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = readdirSync(join(ROOT, 'deploy'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Github {
  readonly jobs: { readonly publish: { readonly steps: readonly Step[] } };
}
interface Province {
  readonly jobs: {
    readonly city: { readonly strategy: { readonly 'fail-fast': boolean }; readonly steps: readonly Step[] };
    readonly portal: { readonly needs: string; readonly steps: readonly Step[] };
  };
}
interface Gitlab {
  readonly publish: { readonly script: readonly string[] };
}

/** The commands of npm in a text, in order. */
const commands = (text: string) => [...text.matchAll(/npm run ([a-z]+)/gu)].map(([, name]) => name);

describe('the examples in deploy/', () => {
  it.each(['', '-storage'])('check before they release, and release before they deploy, on both forges: %s', (kind) => {
    const { jobs } = parse(read(`deploy/github${kind}.yml`)) as Github;
    const { publish } = parse(read(`deploy/gitlab${kind}.yml`)) as Gitlab;
    const order = ['check', 'release', 'deploy'];
    expect(commands(jobs.publish.steps.map(({ run = '' }) => run).join('\n'))).toEqual(order);
    expect(commands(publish.script.join('\n'))).toEqual(order);
  });

  it('give the deploy into object storage all that it asks for, and no other step the keys', () => {
    const { jobs } = parse(read('deploy/github-storage.yml')) as Github;
    const steps = jobs.publish.steps.filter(({ env = {} }) => 'S3_SECRET_ACCESS_KEY' in env);
    expect(steps.map(({ run }) => run)).toEqual(['npm run deploy -- --to "$DEPLOY_TO"']);
    const told = Object.fromEntries(Object.keys(steps[0]?.env ?? {}).map((name) => [name, 'https://s3.example']));
    expect(() => accessOf(told)).not.toThrow();
    for (const name of Object.keys(told)) expect(read('deploy/gitlab-storage.yml')).toContain(name);
  });

  it('build each city of a province by itself, and the portal from what they have published', () => {
    const { jobs } = parse(read('deploy/github-portal.yml')) as Province;
    const of = ({ steps }: { readonly steps: readonly Step[] }) =>
      commands(steps.map(({ run = '' }) => run).join('\n'));
    expect(of(jobs.city)).toEqual(['check', 'release', 'deploy']);
    expect(of(jobs.portal)).toEqual(['portal', 'deploy']);
    expect(jobs.city.strategy['fail-fast']).toBe(false);
    expect(jobs.portal.needs).toBe('city');
    for (const { steps } of Object.values(jobs))
      expect(steps.filter(({ env = {} }) => 'S3_SECRET_ACCESS_KEY' in env)).toHaveLength(1);
  });

  it('have a portal.yaml that can be read', () => {
    const { value, faults } = readPortal(fileReader(join(ROOT, 'deploy')), 'portal.yaml');
    expect(faults).toEqual([]);
    expect(value?.members.map(({ id }) => id)).toEqual(['city-a', 'city-b']);
  });

  it('name commands and options that there are', () => {
    const all = files.map((file) => read(`deploy/${file}`)).join('\n');
    expect(commands(all).filter((name = '') => !(name in scripts))).toEqual([]);
    const options = [...all.matchAll(/npm run deploy -- (.*)/gu)].flatMap(
      ([, rest = '']) => rest.match(/--[a-z]+/gu) ?? [],
    );
    expect(options.filter((option) => !read('src/cli/deploy.ts').includes(`${option} `))).toEqual([]);
  });

  it('include the files that a deploy leaves on the server', () => {
    const named = files.flatMap((file) => [...read(`deploy/${file}`).matchAll(/current\/server\/([\w.]+)/gu)]);
    expect(new Set(named.map(([, name]) => name))).toEqual(new Set(SERVER_FILES));
  });

  it('are each described', () => {
    const described = read('deploy/README.md');
    expect(files.filter((file) => file !== 'README.md' && !described.includes(`\`${file}\``))).toEqual([]);
  });
});
