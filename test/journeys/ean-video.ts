import { writeFileSync } from 'node:fs';

const LEFT_ODD = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
const LEFT_EVEN = '0100111 0110011 0011011 0100001 0011101 0111001 0000101 0010001 0001001 0010111'.split(
  ' ',
);
const RIGHT = '1110010 1100110 1101100 1000010 1011100 1001110 1010000 1000100 1001000 1110100'.split(' ');
const PARITY = 'OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO'.split(' ');

const WIDTH = 640;
const HEIGHT = 480;
const MODULE = 4;

/** The 95 bars and gaps of an EAN-13. */
export function ean13Modules(code: string): string {
  const digits = [...code].map(Number);
  const parity = PARITY[digits[0] ?? 0] ?? '';
  const left = digits.slice(1, 7).map((digit, at) => (parity[at] === 'O' ? LEFT_ODD : LEFT_EVEN)[digit]);
  const right = digits.slice(7).map((digit) => RIGHT[digit]);
  return `101${left.join('')}01010${right.join('')}101`;
}

/** A film of one still picture, the code in the middle of white paper, as Chromium's camera that is none takes it. */
export function writeEanVideo(path: string, code: string): void {
  const modules = ean13Modules(code);
  const from = Math.floor((WIDTH - modules.length * MODULE) / 2);
  const row = Buffer.alloc(WIDTH, 235);
  [...modules].forEach((bar, at) => {
    if (bar === '1') row.fill(16, from + at * MODULE, from + (at + 1) * MODULE);
  });
  const paper = Buffer.alloc(WIDTH, 235);
  const rows = Array.from({ length: HEIGHT }, (_, y) => (y > 120 && y < 360 ? row : paper));
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), ...rows, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, frame, frame, frame, frame]));
}
