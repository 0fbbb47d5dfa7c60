import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actingFileFaults, actingFileFaultsIn } from '../../src/loading/actingFiles.ts';

const codes = (name: string, text: string) =>
  actingFileFaults(`public/${name}`, new TextEncoder().encode(text)).map(({ code }) => code);

describe('a file that is published as it is', () => {
  it.each([
    ['a.html', '<p>x'],
    ['a.HTM', 'x <script src=//x.example></script>'],
    ['a.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['feed.xml', '<r><script xmlns="http://www.w3.org/1999/xhtml">1</script></r>'],
    ['a.xml', '<?xml-stylesheet href="a.xsl"?><r/>'],
    ['a.xsl', '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"/>'],
    ['sw.js', ''],
    ['a.mjs', '1'],
    ['a.wasm', ''],
    ['old.php', 'x'],
    ['开机.bat', 'x'],
  ])('%s acts', (name, text) => expect(codes(name, text)).toEqual(['file-acts']));

  it.each([
    ['baidu_verify_codeva-1.html', '0123456789abcdef'],
    ['google1.html', 'google-site-verification: google1.html'],
    ['a.xml', '<users><user>123</user></users>'],
    ['a.txt', '<script>1</script>'],
    ['a.csv', 'x'],
    ['a.json', '{}'],
  ])('%s shows itself and no more', (name, text) => expect(codes(name, text)).toEqual([]));

  it('is looked for beside the texts and in public, however deep', () => {
    const folder = mkdtempSync(join(tmpdir(), 'acting-'));
    mkdirSync(join(folder, 'public/deep'), { recursive: true });
    mkdirSync(join(folder, 'content/cases'), { recursive: true });
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>';
    writeFileSync(join(folder, 'public/deep/B.SVG'), script);
    writeFileSync(join(folder, 'content/cases/a.js'), '');
    writeFileSync(join(folder, 'content/cases/a.md'), script);
    const found = actingFileFaultsIn({ content: join(folder, 'content'), public: join(folder, 'public') });
    expect(found.map(({ file }) => file)).toEqual(['content/cases/a.js', 'public/deep/B.SVG']);
    rmSync(folder, { recursive: true });
  });
});
