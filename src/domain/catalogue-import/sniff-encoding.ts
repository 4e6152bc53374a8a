import { err, ok, type Result } from '../../shared/result.ts';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'gb18030';

export type EncodingError = { readonly code: 'import.binaryFile' } | { readonly code: 'import.empty' };

export interface EncodingSniffer {
  push(bytes: Uint8Array): void;
  finish(): Result<TextEncoding, EncodingError>;
}

/** Tells the encoding of a file that is shown to it piece by piece. A byte order mark decides; else UTF-16 by its
 *  zero bytes, UTF-8 and GB 18030 by decoding without a fault, and Windows-1252 for the rest. */
export function createEncodingSniffer(): EncodingSniffer {
  const head: number[] = [];
  const zeros = { even: 0, odd: 0 };
  const pairs = createHanziPairCount();
  const utf8 = createTrial('utf-8');
  const gb18030 = createTrial('gb18030');
  const utf16le = createTrial('utf-16le');
  const utf16be = createTrial('utf-16be');
  let length = 0;

  function push(bytes: Uint8Array): void {
    for (let i = 0; head.length < 3 && i < bytes.length; i++) head.push(bytes[i] ?? 0);
    countZeros(bytes, length, zeros);
    length += bytes.length;
    pairs.push(bytes);
    utf8.push(bytes);
    gb18030.push(bytes);
    if (zeros.odd + zeros.even === 0 && head[0] !== 0xff && head[0] !== 0xfe) return;
    utf16le.push(bytes);
    utf16be.push(bytes);
  }

  function finish(): Result<TextEncoding, EncodingError> {
    if (length === 0) return err({ code: 'import.empty' });
    const wide = wideEncoding(head, zeros, length);
    if (wide !== null) {
      const trial = wide === 'utf-16le' ? utf16le : utf16be;
      return trial.isText() ? ok(wide) : err({ code: 'import.binaryFile' });
    }
    if (zeros.odd + zeros.even > 0) return err({ code: 'import.binaryFile' });
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
      return utf8.isText() ? ok('utf-8-bom') : err({ code: 'import.binaryFile' });
    }
    if (utf8.isText()) return ok('utf-8');
    return ok(pairs.share() >= 0.6 && gb18030.isText() ? 'gb18030' : 'windows-1252');
  }

  return { push, finish };
}

export function sniffEncoding(bytes: Uint8Array): Result<TextEncoding, EncodingError> {
  const sniffer = createEncodingSniffer();
  sniffer.push(bytes);
  return sniffer.finish();
}

/** Decodes a file piece by piece; the byte order mark is dropped. What is cut in two by a piece waits for the next. */
export function createTextReader(encoding: TextEncoding): { push(bytes: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** UTF-16 by its mark, or without one by ASCII's zero halves, which then stand nearly all on one side. */
function wideEncoding(head: readonly number[], zeros: { even: number; odd: number }, length: number) {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const enough = length * 0.1;
  if (zeros.odd > enough && zeros.even < zeros.odd / 20) return 'utf-16le';
  if (zeros.even > enough && zeros.odd < zeros.even / 20) return 'utf-16be';
  return null;
}

function countZeros(bytes: Uint8Array, offset: number, zeros: { even: number; odd: number }): void {
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if ((offset + at) % 2 === 0) zeros.even++;
    else zeros.odd++;
  }
}

/** Decodes and forgets, to learn whether the bytes can be this encoding. */
function createTrial(label: string) {
  const decoder = new TextDecoder(label, { fatal: true });
  let right = true;
  let sawZero = false;

  function decode(bytes: Uint8Array | undefined): void {
    if (!right) return;
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      sawZero ||= text.includes('\0');
    } catch {
      right = false;
    }
  }

  return {
    push(bytes: Uint8Array): void {
      decode(bytes);
    },
    isText(): boolean {
      decode(undefined);
      return right && !sawZero;
    },
  };
}

/** Share of the bytes ≥ 0x80 that stand in pairs as GB 2312 writes its characters. Western text has them singly. */
function createHanziPairCount() {
  let high = 0;
  let paired = 0;
  let lead = false;
  return {
    push(bytes: Uint8Array): void {
      for (const byte of bytes) {
        if (byte < 0x80) {
          lead = false;
          continue;
        }
        high++;
        if (lead && byte >= 0xa1) {
          paired += 2;
          lead = false;
        } else {
          lead = byte >= 0xa1 && byte <= 0xf7;
        }
      }
    },
    share: () => (high === 0 ? 0 : paired / high),
  };
}
