import { describe, expect, it } from 'vitest';
import {
  createEncodingSniffer,
  createTextReader,
  sniffEncoding,
  type TextEncoding,
} from './sniff-encoding.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), !bigEndian);
  return bytes;
}

/** '名称,价格\n红烧牛肉面,12\n' in GB 18030. */
const gb = Uint8Array.from([
  0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1, 0x0a, 0xba, 0xec, 0xc9, 0xd5, 0xc5, 0xa3, 0xc8, 0xe2,
  0xc3, 0xe6, 0x2c, 0x31, 0x32, 0x0a,
]);

const accents = 'name;preis\nCrème brûlée;1,99\nKäse aus Österreich;2,50\n';

const files: readonly [string, Uint8Array, TextEncoding, string][] = [
  ['plain ASCII', utf8('name,price\nTea,1\n'), 'utf-8', 'name,price\nTea,1\n'],
  ['UTF-8', utf8(accents), 'utf-8', accents],
  ['UTF-8 with a mark', utf8(`\ufeff${accents}`), 'utf-8-bom', accents],
  ['Windows-1252', latin(accents), 'windows-1252', accents],
  ['GB 18030', gb, 'gb18030', '名称,价格\n红烧牛肉面,12\n'],
  ['UTF-16 as Excel saves "Unicode text"', utf16(accents, false, true), 'utf-16le', accents],
  ['UTF-16 big-endian', utf16(accents, true, true), 'utf-16be', accents],
  ['UTF-16 without a mark', utf16(accents, false, false), 'utf-16le', accents],
  [
    'UTF-16 in Chinese',
    utf16('名称,价格\n一品鲜酱油,12\n', false, true),
    'utf-16le',
    '名称,价格\n一品鲜酱油,12\n',
  ],
];

describe('the encoding of a product list', () => {
  it.each(files)('%s is recognised and read', (_, bytes, encoding, text) => {
    expect(sniffEncoding(bytes)).toEqual({ ok: true, value: encoding });
    const reader = createTextReader(encoding);
    expect(reader.push(bytes) + reader.end()).toBe(text);
  });

  it.each(files)('%s is recognised and read in pieces of three bytes', (_, bytes, encoding, text) => {
    const sniffer = createEncodingSniffer();
    const reader = createTextReader(encoding);
    let read = '';
    for (let at = 0; at < bytes.length; at += 3) {
      sniffer.push(bytes.slice(at, at + 3));
      read += reader.push(bytes.slice(at, at + 3));
    }
    expect(sniffer.finish()).toEqual({ ok: true, value: encoding });
    expect(read + reader.end()).toBe(text);
  });

  it('refuses a file with NUL bytes, a picture, and nothing at all', () => {
    expect(sniffEncoding(utf8('name,price\nT\0ea,1\n'))).toEqual({
      ok: false,
      error: { code: 'import.binaryFile' },
    });
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    expect(sniffEncoding(png)).toEqual({ ok: false, error: { code: 'import.binaryFile' } });
    expect(sniffEncoding(new Uint8Array())).toEqual({ ok: false, error: { code: 'import.empty' } });
  });

  it('refuses UTF-16 that holds a NUL or half a surrogate pair', () => {
    expect(sniffEncoding(utf16('a,b\n\0,1\n', false, true))).toMatchObject({ ok: false });
    expect(sniffEncoding(utf16('a,b\n\ud800,1\n', false, true))).toMatchObject({ ok: false });
  });

  const bytes = (...values: number[]) => Uint8Array.from(values);
  const encodingOf = (file: Uint8Array) => {
    const found = sniffEncoding(file);
    return found.ok ? found.value : found.error.code;
  };

  it('needs a whole mark, and what it promises', () => {
    expect(encodingOf(bytes(0xef, 0xbb, 0xbf))).toBe('utf-8-bom');
    expect(encodingOf(bytes(0xef, 0xbb, 0x41))).toBe('gb18030');
    expect(encodingOf(bytes(0xef, 0x41, 0xbf))).toBe('windows-1252');
    expect(encodingOf(bytes(0xef, 0xbb, 0xbf, 0x41, 0xe9, 0x41))).toBe('import.binaryFile');
    expect(encodingOf(bytes(0xff, 0xfe, 0x2c, 0x54))).toBe('utf-16le');
    expect(encodingOf(bytes(0xff, 0x41, 0x2c, 0x54))).toBe('windows-1252');
    expect(encodingOf(bytes(0xfe, 0xff, 0x54, 0x2c))).toBe('utf-16be');
    expect(encodingOf(bytes(0xfe, 0x41, 0x54, 0x2c))).toBe('windows-1252');
    expect(encodingOf(bytes(0xff, 0xfe, 0x2c))).toBe('import.binaryFile');
    expect(encodingOf(bytes(0x41, 0xff))).toBe('windows-1252');
  });

  it('tells UTF-16 without a mark by zeros that stand nearly all on one side', () => {
    expect(encodingOf(utf16('name,price', true, false))).toBe('utf-16be');
    expect(encodingOf(utf16(`ab${'一'.repeat(30)}`, false, false))).toBe('import.binaryFile');
    expect(encodingOf(utf16(`${'ab'.repeat(8)}${'丁'.repeat(8)}`, false, false))).toBe('utf-16le');
    expect(encodingOf(utf16(`${'ab'.repeat(8)}${'丁'.repeat(8)}`, true, false))).toBe('utf-16be');
    // 一 is U+4E00: its zero stands on the other side, and one in twenty is too many.
    const even = utf16(`${'a'.repeat(40)}一一`, false, false);
    expect(encodingOf(even)).toBe('import.binaryFile');
    expect(encodingOf(utf16(`${'a'.repeat(41)}一一`, false, false))).toBe('utf-16le');
    expect(encodingOf(utf16(`${'a'.repeat(41)}一一`, true, false))).toBe('utf-16be');
    expect(encodingOf(utf16(`${'a'.repeat(40)}一一`, true, false))).toBe('import.binaryFile');
  });

  it('tells Chinese by pairs of high bytes, where most of them stand so', () => {
    const pair = [0xc4, 0xe3];
    expect(encodingOf(bytes(...pair, ...pair, ...pair))).toBe('gb18030');
    expect(encodingOf(bytes(...pair, 0x41, 0xe9, 0x41, 0xe9, 0x41))).toBe('windows-1252');
    // Three pairs and four single ones: exactly six in ten.
    expect(
      encodingOf(bytes(...pair, ...pair, ...pair, ...[0xe9, 0x41, 0xe9, 0x41, 0xe9, 0x41, 0xe9, 0x41])),
    ).toBe('gb18030');
    expect(
      encodingOf(
        bytes(...pair, ...pair, ...pair, ...[0xe9, 0x41, 0xe9, 0x41, 0xe9, 0x41, 0xe9, 0x41, 0xe9, 0x41]),
      ),
    ).toBe('windows-1252');
    // The first byte of a pair is A1 to F7, the second A1 to FE.
    expect(encodingOf(bytes(0xa1, 0xa1, 0xf7, 0xa1))).toBe('gb18030');
    expect(encodingOf(bytes(0xa0, 0xa1, 0x41, 0xa0, 0xa1, 0x41))).toBe('windows-1252');
    expect(encodingOf(bytes(0xf8, 0xa1, 0x41, 0xf8, 0xa1, 0x41))).toBe('windows-1252');
    expect(encodingOf(bytes(0xc4, 0xa0, 0xe9, 0x41))).toBe('windows-1252');
    expect(encodingOf(bytes(0xc4, 0x41, 0xe3, 0x41))).toBe('windows-1252');
    expect(encodingOf(bytes(...pair, ...pair, 0xff))).toBe('windows-1252');
  });
});
