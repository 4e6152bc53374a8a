/** What came out of an ESC/POS printer: the commands are carried out on a grid of columns (12 dots each). */
export interface PrintedPaper {
  readonly lines: string[];
  cuts: number;
  drawerKicks: number;
  rasterImages: number;
  qrCodes: number;
  /** Commands that the printer does not know, as hex: a sound job has none. */
  readonly unknown: string[];
}

type Decoder = (bytes: Uint8Array) => string;

const codePages: Record<number, string> = { 16: 'windows-1252', 17: 'ibm866' };
const cp437High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const dotsPerColumn = 12;

/** Bytes that a command takes after its two leading ones. */
const fixedLengths: Record<string, number> = {
  '1b61': 1,
  '1b4d': 1,
  '1b20': 1,
  '1b33': 1,
  '1b7b': 1,
  '1b52': 1,
  '1b64': 1,
  '1b70': 3,
  '1b32': 0,
  '1c26': 0,
  '1c2e': 0,
  '1c53': 2,
  '1c43': 1,
  '1c2d': 1,
  '1b2d': 1,
  '1b45': 1,
  '1d42': 1,
  '1d4c': 2,
  '1d57': 2,
  '1d61': 1,
  '1d77': 1,
  '1d68': 1,
  '1d48': 1,
};

/** Carries out a whole job. `answer` gets the bytes that the printer says back to GS r. */
export class EscPosInterpreter {
  readonly paper: PrintedPaper = {
    lines: [],
    cuts: 0,
    drawerKicks: 0,
    rasterImages: 0,
    qrCodes: 0,
    unknown: [],
  };
  #cells: string[] = [];
  #x = 0;
  #codePage = 0;
  #kanji = false;
  #scale = 1;
  readonly #kanjiCodec: string;

  constructor(kanjiCodec = 'gb18030') {
    this.#kanjiCodec = kanjiCodec;
  }

  /** @returns how many bytes were used; the rest is a command that is not complete yet. */
  feed(bytes: Buffer, answer: () => void): number {
    let at = 0;
    while (at < bytes.length) {
      const used = this.#step(bytes, at, answer);
      if (used === 0) break;
      at += used;
    }
    return at;
  }

  #step(bytes: Buffer, at: number, answer: () => void): number {
    const byte = bytes[at]!;
    if (byte === 0x0a) return this.#lineFeed();
    if (byte === 0x1b || byte === 0x1c || byte === 0x1d) return this.#command(bytes, at, answer);
    if (byte < 0x20) return 1;
    return this.#text(bytes, at);
  }

  #lineFeed(): 1 {
    this.paper.lines.push(
      Array.from(this.#cells, (cell) => cell ?? ' ')
        .join('')
        .trimEnd(),
    );
    this.#cells = [];
    this.#x = 0;
    return 1;
  }

  #command(bytes: Buffer, at: number, answer: () => void): number {
    if (at + 2 >= bytes.length && bytes.length - at < 2) return 0;
    const code = bytes.subarray(at, at + 2).toString('hex');
    const size = this.#sizeOf(bytes, at, code);
    if (size === null) {
      this.paper.unknown.push(code);
      return 2;
    }
    if (at + size > bytes.length) return 0;
    this.#perform(code, bytes.subarray(at + 2, at + size), answer);
    return size;
  }

  /** Whole length of the command at `at`; beyond the end of `bytes` when its head is not all there. */
  #sizeOf(bytes: Buffer, at: number, code: string): number | null {
    const byte = (offset: number) => bytes[at + offset] ?? 0;
    switch (code) {
      case '1b40':
        return 2;
      case '1b74':
      case '1d21':
      case '1d72':
        return 3;
      case '1b24':
      case '1b5c':
        return 4;
      case '1d56':
        return byte(2) >= 65 ? 4 : 3;
      case '1d28':
      case '1c28':
        return at + 5 > bytes.length ? bytes.length + 1 : 5 + byte(3) + byte(4) * 256;
      case '1d38':
        return at + 7 > bytes.length ? bytes.length + 1 : 7 + byte(3) + byte(4) * 256 + byte(5) * 65_536;
      case '1d76':
        return at + 8 > bytes.length
          ? bytes.length + 1
          : 8 + (byte(4) + byte(5) * 256) * (byte(6) + byte(7) * 256);
      case '1d6b':
        return at + 4 > bytes.length ? bytes.length + 1 : 4 + byte(3);
      default: {
        const length = fixedLengths[code];
        return length === undefined ? null : 2 + length;
      }
    }
  }

  #perform(code: string, data: Buffer, answer: () => void): void {
    const word = (data[0] ?? 0) + (data[1] ?? 0) * 256;
    if (code === '1b40') this.#reset();
    else if (code === '1b74') this.#codePage = data[0]!;
    else if (code === '1c26') this.#kanji = true;
    else if (code === '1c2e') this.#kanji = false;
    else if (code === '1b24') this.#x = word / dotsPerColumn;
    else if (code === '1b5c') this.#x += (word > 32_767 ? word - 65_536 : word) / dotsPerColumn;
    else if (code === '1d21') this.#scale = (data[0]! >> 4) + 1;
    else if (code === '1d56') this.paper.cuts += 1;
    else if (code === '1b70') this.paper.drawerKicks += 1;
    else if (code === '1d72') answer();
    else if (code === '1d76' || code === '1d38') this.paper.rasterImages += 1;
    else if (code === '1d28' && data[0] === 0x6b && data[4] === 0x51) this.paper.qrCodes += 1;
  }

  #reset(): void {
    this.#codePage = 0;
    this.#kanji = false;
    this.#scale = 1;
  }

  #text(bytes: Buffer, at: number): number {
    const length = this.#characterLength(bytes, at);
    if (at + length > bytes.length) return 0;
    const character = this.#decode(bytes.subarray(at, at + length));
    this.#put(character, length === 1 ? 1 : 2);
    return length;
  }

  #characterLength(bytes: Buffer, at: number): number {
    if (!this.#kanji || bytes[at]! < 0x81) return 1;
    const second = bytes[at + 1] ?? 0;
    return this.#kanjiCodec === 'gb18030' && second >= 0x30 && second <= 0x39 ? 4 : 2;
  }

  #decode(bytes: Buffer): string {
    if (bytes.length > 1) return new TextDecoder(this.#kanjiCodec).decode(bytes);
    return this.#decoder()(bytes);
  }

  #decoder(): Decoder {
    const name = codePages[this.#codePage];
    if (name) return (bytes) => new TextDecoder(name).decode(bytes);
    if (this.#codePage === 19) return (bytes) => cp437(bytes).replace('╒', '€');
    // Page 1 is katakana; receipts use its horizontal line only.
    if (this.#codePage === 1) return (bytes) => (bytes[0] === 0x95 ? '─' : cp437(bytes));
    return cp437;
  }

  /** Wide characters and enlarged ones take several cells; the first holds the character, the others nothing. */
  #put(character: string, columns: number): void {
    const at = Math.round(this.#x);
    for (let i = 0; i < columns * this.#scale; i += 1) this.#cells[at + i] = i === 0 ? character : '';
    this.#x += columns * this.#scale;
  }
}

function cp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : cp437High[byte - 0x80]!,
  ).join('');
}

/** Prints a whole job at once, without a network. */
export function printOnPaper(job: Buffer, kanjiCodec?: string): PrintedPaper {
  const interpreter = new EscPosInterpreter(kanjiCodec);
  interpreter.feed(job, () => {});
  return interpreter.paper;
}
