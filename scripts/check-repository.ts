import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, checkSizes, type RepositoryFile } from './test/repository-rules.ts';

const root = join(import.meta.dirname, '..');

/** What git holds or would hold; ignored files are nobody's business. Without git: every file that .gitignore leaves. */
function listFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const listed = git.status === 0 ? git.stdout.split('\0') : walk('', ignoredNames());
  return [...new Set(listed)].filter((path) => path !== '' && existsSync(join(root, path)));
}

function ignoredNames(): ReadonlySet<string> {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  return new Set(['.git', ...lines.map((line) => line.replace(/\/$/, ''))]);
}

/** Names with a leading slash in .gitignore are meant at the root only. */
function walk(folder: string, ignored: ReadonlySet<string>): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored.has(entry.name) || ignored.has(`/${path}`)) return [];
    return entry.isDirectory() ? walk(path, ignored) : [path];
  });
}

function readFile(path: string): RepositoryFile {
  const bytes = statSync(join(root, path)).size;
  const mayHoldText = bytes <= 1024 * 1024 && !path.startsWith('resources/');
  const text = mayHoldText ? readFileSync(join(root, path), 'utf8') : '';
  return { path, bytes, text: text.includes('\0') ? '' : text };
}

const files = listFiles().map(readFile);
const problems = [...checkSizes(files), ...files.flatMap(checkFile)];
for (const problem of problems) console.log(problem);
console.log(`${files.length} files looked at, ${problems.length} problems`);
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;
