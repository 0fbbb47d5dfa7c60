import { describe, expect, it } from 'vitest';
import { brokenLine, decode } from '../../../src/loading/formats/decode.ts';
import { bytes } from '../city.ts';

/** 社工站 as Windows' Chinese Excel saves it. */
const GB = Uint8Array.from([0xc9, 0xe7, 0xb9, 0xa4, 0xd5, 0xbe]);

const utf16 = (text: string, little: boolean) => {
  const units = [0xfeff, ...[...text].map((char) => char.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};

describe('decode', () => {
  it('reads UTF-8', () => {
    expect(decode(bytes('社工站'))).toEqual({ text: '社工站', encoding: 'utf-8' });
  });

  it('reads GB18030 where the bytes are no UTF-8', () => {
    expect(decode(GB)).toEqual({ text: '社工站', encoding: 'gb18030' });
  });

  it('takes rare characters of GB18030, four bytes each', () => {
    // 𬱖 (U+2CC56), a character of personal and place names outside GBK.
    expect(decode(Uint8Array.from([0xc9, 0xe7, 0x99, 0x30, 0xb7, 0x36]))?.encoding).toBe('gb18030');
  });

  it('leaves the byte order mark out of the text', () => {
    expect(decode(bytes('\uFEFFid,name'))?.text).toBe('id,name');
    expect(decode(utf16('id', true))?.text).toBe('id');
  });

  it('reads UTF-16 of both byte orders by its mark', () => {
    expect(decode(utf16('街镇', true))).toEqual({ text: '街镇', encoding: 'utf-16le' });
    expect(decode(utf16('街镇', false))).toEqual({ text: '街镇', encoding: 'utf-16be' });
  });

  it('refuses bytes that are no text instead of showing �', () => {
    expect(decode(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]))).toBeNull();
  });

  it('reads a table in GB18030, and no damaged UTF-8 as if it were one', () => {
    const damaged = [...bytes('社工站指南写着街镇的名称'), 0xed, 0xa0, 0xbd, ...bytes('，第二行也是好的')];
    expect(decode(Uint8Array.from(damaged))).toBeNull();
    const gb = Array.from({ length: 200 }, () => [...GB, 0x2c]).flat();
    expect(decode(Uint8Array.from(gb))?.encoding).toBe('gb18030');
  });

  it('names the line that it can’t read', () => {
    const lines = [...bytes('编号,名称\n甲,荷花\n乙,'), 0xff, 0xfe, 0x0a, ...bytes('丙,柳渡\n')];
    expect(brokenLine(Uint8Array.from(lines))).toBe(3);
  });

  it('reads an empty file as an empty text', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
