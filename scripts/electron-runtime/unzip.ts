import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';

interface ZipEntry {
  name: string;
  deflated: boolean;
  packedBytes: number;
  headerAt: number;
  unixMode: number;
}

const END_SIGNATURE = 0x06054b50;
const SYMLINK_TYPE = 0o120000;

/** Unpacks the entries `wanted` keeps, by the names it gives them (null leaves one out). Written here because no
 *  unzip tool is certain on a fresh machine. Plain zip only: below 4 GB, stored or deflated.
 *  Throws on a damaged file and on a name that leads out of `targetDir`. */
export async function unzip(
  zipFile: string,
  targetDir: string,
  wanted: (name: string) => string | null,
): Promise<void> {
  for (const entry of await listEntries(zipFile)) {
    const name = wanted(entry.name);
    if (name === null || name === '') continue;
    const path = resolve(targetDir, name);
    if (!path.startsWith(resolve(targetDir) + sep)) throw new Error(`zip entry leads outside: ${entry.name}`);
    if (name.endsWith('/')) await mkdir(path, { recursive: true });
    else await writeEntry(path, entry, await readEntry(zipFile, entry));
  }
}

async function writeEntry(path: string, entry: ZipEntry, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ((entry.unixMode & 0o170000) === SYMLINK_TYPE) return symlink(content.toString(), path);
  await writeFile(path, content);
  if (entry.unixMode !== 0) await chmod(path, entry.unixMode & 0o777);
}

async function listEntries(zipFile: string): Promise<ZipEntry[]> {
  const file = await open(zipFile);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 66_000));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.readUInt32LE(end) !== END_SIGNATURE) throw new Error('not a zip file');
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return parseDirectory(directory, tail.readUInt16LE(end + 10));
  } finally {
    await file.close();
  }
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0, i = 0; i < count; i += 1) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      deflated: directory.readUInt16LE(at + 10) === 8,
      packedBytes: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
      unixMode: directory.readUInt16LE(at + 40),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEntry(zipFile: string, entry: ZipEntry): Promise<Buffer> {
  const header = await readRange(zipFile, entry.headerAt, 30);
  const contentAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readRange(zipFile, contentAt, entry.packedBytes);
  return entry.deflated ? inflateRawSync(packed) : packed;
}

function readRange(path: string, start: number, bytes: number): Promise<Buffer> | Buffer {
  return bytes === 0 ? Buffer.alloc(0) : buffer(createReadStream(path, { start, end: start + bytes - 1 }));
}
