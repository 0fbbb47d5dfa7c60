import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/integrations/deskFile.ts';

const at = (path: string) => join(process.cwd(), 'node_modules', path);

describe('the notices beside the desk', () => {
  it('are those of every package in it, once each, and of nothing of ours', () => {
    const text = noticesOf([
      at('mammoth/lib/index.js'),
      at('mammoth/lib/zipfile.js'),
      at('@noble/hashes/sha2.js'),
      join(process.cwd(), 'src/client/caseDesk/case-desk.ts'),
    ]);
    expect(text.match(/（BSD-2-Clause）/gu)).toHaveLength(1);
    expect(text).toMatch(/@noble\/hashes [\d.]+（MIT）/u);
    expect(text).toContain('Redistribution and use in source and binary forms');
    expect(text).not.toContain('case-desk');
    expect(text.split('\n').filter((line) => line !== '' && !line.endsWith('\r'))).toEqual([]);
  });

  it('are missed loudly', () => {
    const folder = mkdtempSync(join(tmpdir(), 'notice-'));
    const bare = join(folder, 'node_modules', 'bare');
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}');
    expect(() => noticesOf([join(bare, 'index.js')])).toThrow('程序包bare没有带许可');
    rmSync(folder, { recursive: true });
  });
});
