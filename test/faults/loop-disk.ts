import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from './compile.ts';

/** A small ext4 disk of its own, whose power can be cut. */
export interface LoopDisk {
  readonly folder: string;
  /** Everything written so far is on the disk. */
  settle(): void;
  /** From this moment on nothing reaches the disk any more, and what only the memory held is gone. */
  cutPower(): void;
  /** The machine starts again: what the disk holds is mounted anew. */
  powerOn(): void;
  discard(): void;
}

const BYTES = 192 * 1024 * 1024;

/** @returns the mounted disk, or why there is none. */
export function openLoopDisk(): LoopDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a disk image needs root on Linux';
  const cutter = compile('cut-power');
  if (cutter === null) return 'there is no C compiler';
  const base = mkdtempSync(join(tmpdir(), 'tillwise-disk-'));
  const image = join(base, 'disk.img');
  const folder = join(base, 'disk');
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, BYTES);
  const run = (program: string, ...words: string[]) => {
    const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${words[0]}: ${stderr ?? error?.message}`);
  };
  const powerOn = () => run('mount', '-o', 'loop', image, folder);
  try {
    run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image);
    powerOn();
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    return `no disk image can be mounted here (${(error as Error).message.trim()})`;
  }
  return {
    folder,
    settle: () => run('sync', '-f', folder),
    cutPower: () => run(cutter, folder),
    powerOn: () => {
      run('umount', folder);
      powerOn();
    },
    discard: () => {
      spawnSync('umount', [folder]);
      rmSync(base, { recursive: true, force: true });
    },
  };
}
