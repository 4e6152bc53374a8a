import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../shared/result.ts';

export type WorkbookFault = 'import.workbookUnreadable' | 'import.workbookTooLarge';

/** What all parts of a workbook may unpack to. 100,000 products are about 60 MB. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
const MOST_PARTS = 2000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly localAt: number;
}

/** Whether a file begins as every XLSX file does: as a ZIP archive. */
export function isArchive(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/** The parts of a workbook that say what is in its cells, unpacked, and never more of them than `mostBytes`, whatever
 *  the archive claims of itself. */
export function unpackWorkbook(
  file: string,
  mostBytes = MOST_UNPACKED_BYTES,
): Result<Map<string, Buffer>, WorkbookFault> {
  const archive = readFileSync(file);
  try {
    const unpacked = new Map<string, Buffer>();
    let left = mostBytes;
    for (const part of partsOf(archive)) {
      if (!isNeeded(part.name) || unpacked.has(part.name)) continue;
      const bytes = unpackPart(archive, part, left);
      if (bytes === null) return err('import.workbookTooLarge');
      left -= bytes.length;
      unpacked.set(part.name, bytes);
    }
    return unpacked.has('xl/workbook.xml') ? ok(unpacked) : err('import.workbookUnreadable');
  } catch {
    return err('import.workbookUnreadable');
  }
}

function isNeeded(name: string): boolean {
  return (
    /[.]xml(?:[.]rels)?$/.test(name) && !/(?:^|\/)(?:docProps|drawings|theme|charts|calcChain)\b/.test(name)
  );
}

function* partsOf(archive: Buffer): Iterable<Part> {
  const end = endOfDirectory(archive);
  let at = archive.readUInt32LE(end + 16);
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new Error('too many parts');
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken directory');
    const nameLength = archive.readUInt16LE(at + 28);
    const flags = archive.readUInt16LE(at + 8);
    if ((flags & 1) !== 0) throw new Error('encrypted');
    yield {
      name: archive.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      localAt: archive.readUInt32LE(at + 42),
    };
    at += ENTRY_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function endOfDirectory(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= first; at--) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('no directory');
}

/** Null: it would unpack to more than `mostBytes`. */
function unpackPart(archive: Buffer, part: Part, mostBytes: number): Buffer | null {
  const { localAt, packedBytes, method } = part;
  if (archive.readUInt32LE(localAt) !== LOCAL_ENTRY) throw new Error('broken part');
  const start =
    localAt + LOCAL_LENGTH + archive.readUInt16LE(localAt + 26) + archive.readUInt16LE(localAt + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (method === 0) return packed.length > mostBytes ? null : packed;
  if (method !== 8) throw new Error('unknown method');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** The parts as an archive again, nothing packed: what a reader finds in it is exactly what was measured here. */
export function packStored(parts: ReadonlyMap<string, Buffer>): ArrayBuffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(LOCAL_LENGTH);
    local.writeUInt32LE(LOCAL_ENTRY, 0);
    writeFacts(local, 4, bytes, nameBytes.length);
    const entry = Buffer.alloc(ENTRY_LENGTH);
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    writeFacts(entry, 6, bytes, nameBytes.length);
    entry.writeUInt32LE(at, 42);
    pieces.push(local, nameBytes, bytes);
    directory.push(entry, nameBytes);
    at += LOCAL_LENGTH + nameBytes.length + bytes.length;
  }
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  const whole = Buffer.concat([...pieces, ...directory, end]);
  return whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.length) as ArrayBuffer;
}

/** Version, flags (UTF-8 names), method 0, no time, checksum, both sizes and the length of the name, as both kinds of
 *  header have them in a row. */
function writeFacts(header: Buffer, at: number, bytes: Buffer, nameLength: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt32LE(crc32(bytes), at + 10);
  header.writeUInt32LE(bytes.length, at + 14);
  header.writeUInt32LE(bytes.length, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
