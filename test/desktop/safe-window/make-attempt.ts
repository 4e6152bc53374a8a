import { setTimeout as delay } from 'node:timers/promises';
import type { LaunchedTillwise } from '../launch-tillwise.ts';
import type { Attempt, MarkupAttempt, ScriptAttempt } from './attempt.ts';
import { type Canary, escapeSeenOutside } from './watch.ts';

const patienceMs = 4_000;

/** What was started may show a moment later. */
const settleMs = 100;

/** Makes the attempt in the page. Answers what escaped, or null. */
export async function makeAttempt(
  launched: LaunchedTillwise,
  attempt: Attempt,
  canary: Canary,
): Promise<string | null> {
  if ('markup' in attempt) return tryMarkup(launched, attempt, canary);
  const inside = await Promise.race([runScript(launched, attempt, canary), delay(patienceMs, null)]);
  await delay(settleMs);
  return inside ?? escapeSeenOutside(launched, canary);
}

async function runScript(
  { page }: LaunchedTillwise,
  attempt: ScriptAttempt,
  canary: Canary,
): Promise<string | null> {
  try {
    const got = await page.evaluate(attempt.run, { canary: canary.address, word: attempt.word ?? '' });
    return got === null || got === undefined ? null : String(got);
  } catch {
    return null;
  }
}

async function tryMarkup(
  launched: LaunchedTillwise,
  attempt: MarkupAttempt,
  canary: Canary,
): Promise<string | null> {
  const box = await launched.page.evaluateHandle((markup) => {
    const element = document.createElement('div');
    element.innerHTML = markup;
    document.body.append(element);
    return element;
  }, attempt.markup(canary.address));
  await delay(3 * settleMs);
  const escaped = await escapeSeenOutside(launched, canary);
  await box.evaluate((element) => element.remove()).catch(() => undefined);
  return escaped;
}
