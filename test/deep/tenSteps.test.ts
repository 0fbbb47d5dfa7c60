import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedPackages } from '../cli/newCity.ts';
import { freePort, serverProgram, startCaddy, startNginx } from '../cli/deploying/serverPrograms.ts';
import { CITY } from '../loading/city.ts';
import { writeWorkbook } from '../../src/loading/formats/workbook/write.ts';
import { ROOT } from '../site/builtSite.ts';

const LONG = 900_000;
const PAGE = readFileSync(join(ROOT, 'content/help/48-operate.mdx'), 'utf8');

/** The commands of the ten steps of the page for operators, step by step, as they are printed. */
const STEPS: readonly (readonly string[])[] = PAGE.slice(PAGE.indexOf('## 十步上线'), PAGE.indexOf('## 一年里'))
  .split(/^\*\*第.+?步，/mu)
  .slice(1)
  .map((step) => [...step.matchAll(/^```\n(.+?)\n```$/gmsu)].flatMap(([, lines = '']) => lines.split('\n')));

/** What this run may have been started with and the window of a new operator has not. */
const OWN = new Set(['DATA_DIR', 'CONTENT_DIR', 'OUT_DIR', 'SITE_BASE', 'SITE_URL', 'SITE_TODAY', 'SITE_DIST']);

/** A place where somebody walks: the folder of the clone, the environment of their window, and what the page names. */
class Walk {
  readonly clone: string;
  readonly env: Record<string, string | undefined>;
  /** What a reader of the page puts in place of its examples. */
  readonly #own: ReadonlyMap<string, string>;

  constructor(clone: string, own: ReadonlyMap<string, string>) {
    this.clone = clone;
    this.#own = own;
    const inherited = Object.entries(process.env).filter(([name]) => !OWN.has(name));
    this.env = Object.fromEntries(inherited);
  }

  /** A line of the page in the words of this reader. */
  line(step: number, at: number): string {
    const printed = STEPS[step - 1]?.[at] ?? '';
    return [...this.#own].reduce((text, [from, to]) => text.replaceAll(from, to), printed);
  }

  /** Runs a line to its end, as in a window of a terminal; an export lasts for the lines after it. */
  run(step: number, at: number, more = ''): { readonly code: number | null; readonly said: string } {
    const line = this.line(step, at);
    for (const [, name = '', value = ''] of line.startsWith('export ') ? line.matchAll(/(\w+)=(\S+)/gu) : [])
      this.env[name] = value;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `${line} ${more}`], {
      cwd: this.clone,
      env: this.env,
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  }

  /** Runs a line that goes on until Ctrl+C, once it has printed an address; answers the page at that address. */
  async serve(step: number, at: number): Promise<string> {
    const child: ChildProcess = spawn('bash', ['-c', this.line(step, at)], {
      cwd: this.clone,
      env: { ...this.env, PORT: String(await freePort()) },
      detached: true,
    });
    let said = '';
    const address = new Promise<string>((done, failed) => {
      const read = (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const url = /打开.*?(http:\/\/\S+)/u.exec(said)?.[1];
        if (url !== undefined) done(url);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('close', (code) => failed(new Error(`ended with ${code}: ${said}`)));
    });
    try {
      const url = await address;
      return await (await fetch(url)).text();
    } finally {
      const ended = new Promise((done) => child.once('close', done));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
    }
  }
}

let home: string;
let clone: string;
/** A clone as git makes it, with the packages that its first command would install. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ten-steps-'));
  // The workers of nginx run as another user.
  chmodSync(home, 0o755);
  clone = join(home, 'shegongzhan');
  const { stdout } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  const modules = [join(ROOT, 'node_modules'), join(clone, 'node_modules')];
  if (spawnSync('cp', ['-al', ...modules]).status !== 0) spawnSync('cp', ['-a', ...modules]);
}, LONG);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A workbook as districts send it in: one station of a town. */
const table = (town: string, phone: string) =>
  writeWorkbook([
    {
      name: '名单',
      columns: ['街镇', '名称', '联系电话'].map((title) => ({ title, width: 20 })),
      rows: [[town, `${town}社工站`, phone]],
    },
  ]);

const SERVERS = [
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const;

/** Step ten on both servers: what the page tells its reader to look for. */
async function expectServed(walk: Walk, server: string): Promise<void> {
  expect(walk.line(10, 0)).toContain('nginx -t');
  for (const [name, start] of SERVERS) {
    const program = serverProgram(name);
    if (program === null) throw new Error(`no ${name} here: apt-get install ${name}`);
    const own = join(server, `../${name}-${Math.random()}`);
    mkdirSync(own);
    const running = await start(program, join(server, 'current/server'), own);
    try {
      const asked = walk.line(10, 1).replace('https://www.example.gov.cn', running.url);
      const { stdout } = spawnSync('bash', ['-c', asked], { encoding: 'utf8' });
      expect(stdout, name).toMatch(/^HTTP\/1\.1 200/u);
      expect(stdout, name).toContain('frame-ancestors');
      const home = await (await fetch(`${running.url}/zt/shegongzhan/`)).text();
      const script = /<script type="module" src="(\/zt\/shegongzhan\/[^"]+\.js)">/u.exec(home)?.[1] ?? 'no script';
      expect((await fetch(new URL(script, running.url))).status, `${name} ${script}`).toBe(200);
    } finally {
      running.stop();
    }
  }
}

it('the page has ten steps, each with a command but the fifth to tenth of its prose', () => {
  expect(STEPS.map((lines) => lines.length)).toEqual([1, 1, 2, 1, 1, 1, 2, 3, 1, 2]);
});

describe('the ten steps, from a fresh clone', () => {
  it(
    'lead to Guangzhou with sample stations, which can be looked at and served, and not be released',
    async () => {
      const server = join(home, 'srv-guangzhou');
      const walk = new Walk(clone, new Map([['/srv/shegongzhan', server]]));
      expect(walk.run(1, 0).said).toMatch(/^v[2-9]\d/u);
      expect(await walk.serve(2, 0)).toContain('示例数据');
      const offline = `--sample --no-waters --box 112.9,22.5,114.1,24 --from ${recordedPackages(home)}`;
      const city = walk.run(3, 0, offline);
      expect([city.code, city.said]).toEqual([0, expect.stringMatching(/写好了[\s\S]*还差 \d+ 样/u)]);
      walk.run(3, 1);
      expect(walk.run(4, 0).said).toContain('还差');
      const data = join(home, 'guangzhou/data');
      const [, town = ''] = /^\d{9},\d{6},([^,]+),街道/mu.exec(readFileSync(join(data, 'towns.csv'), 'utf8')) ?? [];
      writeFileSync(join(clone, '各区报来的表.xlsx'), await table(town, '020-81234567'));
      const imported = walk.run(5, 0);
      expect([imported.code, imported.said]).toEqual([0, expect.stringContaining('已写入 stations.csv')]);
      expect(walk.run(6, 0).said).toContain('检查完了，没有错误');
      expect(walk.run(7, 0).code).toBe(0);
      expect(await walk.serve(7, 1)).toContain('广州');
      walk.run(8, 0);
      const refused = walk.run(8, 1);
      expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('示例')]);
      // Nobody publishes a sample; to try the server it is built for its path and put there, marked on every page.
      expect(walk.run(7, 0).code).toBe(0);
      expect(walk.run(9, 0).said).toMatch(/换上了.*这是示例/u);
      await expectServed(walk, server);
    },
    LONG,
  );

  it(
    'lead to an official city under the path of its host',
    async () => {
      const server = join(home, 'srv-yunze');
      const walk = new Walk(
        clone,
        new Map([
          ['/srv/shegongzhan', server],
          ['../guangzhou', '../yunze'],
        ]),
      );
      // The fixture stands for a city that somebody has filled in, steps three to four.
      const data = join(home, 'yunze/data');
      cpSync(CITY.data, data, { recursive: true });
      cpSync(CITY.content, join(home, 'yunze/content'), { recursive: true });
      walk.run(3, 1);
      writeFileSync(join(clone, '各区报来的表.xlsx'), await table('荷桥街道', '0389-2010099'));
      expect(walk.run(5, 0).code).toBe(0);
      expect(readFileSync(join(data, 'stations.csv'), 'utf8')).toContain('0389-2010099');
      expect(walk.run(6, 0).said).toContain('检查完了，没有错误');
      expect(walk.run(7, 0).code).toBe(0);
      expect(await walk.serve(7, 1)).toContain('云泽');
      walk.run(8, 0);
      const released = walk.run(8, 1);
      expect([released.code, released.said]).toEqual([0, expect.stringMatching(/网站建好了[\s\S]*查过了/u)]);
      expect(walk.run(8, 2).code).toBe(0);
      expect(existsSync(join(data, 'urls.txt'))).toBe(true);
      const deployed = walk.run(9, 0);
      expect([deployed.code, deployed.said]).toEqual([0, expect.stringMatching(/换上了[\s\S]*服务器的设置在/u)]);
      await expectServed(walk, server);
    },
    LONG,
  );
});
