import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small ext4 disk of its own, whose power can be cut. It lies as a file on a second small disk, and that one is
 *  frozen: between two writes that the upper file system hands down, its disk stops, and what is read from it then is
 *  the state of one instant. A sync under way never returns, so whatever a till called paid has to be on it. */
export interface LoopDisk {
  readonly folder: string;
  /** Everything written so far is on the disk. */
  settle(): void;
  /** From this moment on nothing reaches the disk any more, and what only the memory held is gone.
   *  @param stopAll  ends whoever writes there; nothing they do after it can succeed */
  cutPower(stopAll: () => void): void;
  /** The machine starts again: what the disk held at the cut is mounted anew. */
  powerOn(): void;
  discard(): void;
}

const MB = 1024 * 1024;
const BYTES = { below: 160 * MB, disk: 96 * MB };

/** @returns the mounted disk, or why there is none. */
export function openLoopDisk(): LoopDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a disk image needs root on Linux';
  const base = mkdtempSync(join(tmpdir(), 'tillwise-disk-'));
  const [below, folder] = [join(base, 'below'), join(base, 'disk')];
  const [belowImage, kept] = [join(base, 'below.img'), join(base, 'kept.img')];
  const image = join(below, 'disk.img');
  const discard = () => {
    spawnSync('fsfreeze', ['--unfreeze', below]);
    spawnSync('umount', [folder]);
    spawnSync('umount', [below]);
    rmSync(base, { recursive: true, force: true });
  };
  const mountDisk = () => run('mount', '-o', 'loop', image, folder);
  try {
    for (const place of [below, folder]) mkdirSync(place);
    makeImage(belowImage, BYTES.below);
    run('mount', '-o', 'loop,noatime', belowImage, below);
    makeImage(image, BYTES.disk);
    mountDisk();
  } catch (error) {
    discard();
    return `no disk image can be mounted here (${(error as Error).message.trim()})`;
  }
  return {
    folder,
    settle: () => run('sync', '-f', folder),
    cutPower: (stopAll) => {
      run('fsfreeze', '--freeze', below);
      try {
        stopAll();
        run('cp', '--sparse=always', image, kept);
      } finally {
        run('fsfreeze', '--unfreeze', below);
      }
    },
    powerOn: () => {
      run('umount', folder);
      run('cp', '--sparse=always', kept, image);
      mountDisk();
    },
    discard,
  };
}

function makeImage(file: string, bytes: number): void {
  writeFileSync(file, '');
  truncateSync(file, bytes);
  run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', file);
}

function run(program: string, ...words: string[]): void {
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words[0]}: ${stderr ?? error?.message}`);
}
