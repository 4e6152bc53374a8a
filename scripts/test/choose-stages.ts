import type { StageName } from './stage.ts';

const ALL: readonly StageName[] = [
  'prepare',
  'typecheck',
  'lint',
  'build',
  'unit',
  'browser',
  'looks',
  'desktop',
];
const WITH_ITS_NEEDS: Record<StageName, readonly StageName[]> = {
  prepare: ['prepare'],
  typecheck: ['typecheck'],
  lint: ['typecheck', 'lint'],
  build: ['build'],
  unit: ['prepare', 'unit'],
  browser: ['prepare', 'build', 'browser'],
  looks: ['prepare', 'build', 'looks'],
  desktop: ['prepare', 'build', 'desktop'],
};
/** No window and no browser: seconds to a minute, for while one works. */
const FAST: readonly StageName[] = ['prepare', 'typecheck', 'lint', 'unit'];

export const USAGE = `npm test [-- ${ALL.join('|')} …] [--fast]`;

/** Which stages the arguments ask for, in running order; an unknown word is answered with undefined. */
export function chooseStages(args: readonly string[]): readonly StageName[] | undefined {
  const fast = args.includes('--fast');
  const words = args.filter((arg) => arg !== '--fast');
  const names = words.filter((word): word is StageName => Object.hasOwn(WITH_ITS_NEEDS, word));
  if (names.length < words.length) return undefined;
  const wanted = new Set(names.flatMap((name) => WITH_ITS_NEEDS[name]));
  if (names.length === 0) return fast ? FAST : ALL;
  return ALL.filter((name) => wanted.has(name));
}
