import { app, dialog } from 'electron';
import type { MessageKey } from '../../shared/messages/index.ts';
import { EngineRefusal } from '../engine-refusal.ts';
import { wordsOfSystem } from './words.ts';

/** Why a shop will not open, by the engine's code. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  'folder.inUse': 'startup:refusal.folder.inUse',
  'folder.unusable': 'startup:refusal.folder.unusable',
  'database.foreign': 'startup:refusal.database.foreign',
  'database.newer': 'startup:refusal.database.newer',
  'database.damaged': 'startup:refusal.database.damaged',
};

/** Says why the shop cannot be opened and what to do; the exact words of the engine stand below. */
export async function showRefusal(cause: unknown): Promise<void> {
  const say = await wordsOfSystem();
  const code = cause instanceof EngineRefusal ? cause.code : '';
  const details = cause instanceof Error ? cause.message : String(cause);
  const why = say(REFUSALS[code] ?? 'startup:refusal.other');
  dialog.showErrorBox(say('startup:cannotOpen'), `${why}\n\n${say('startup:details', { details })}`);
}

/** Says that no browser can reach this till. Nobody is made to wait: the window sells as before. */
export async function showPortTrouble(port: number, inUse: boolean): Promise<void> {
  const say = await wordsOfSystem();
  await dialog.showMessageBox({
    type: 'warning',
    title: say('startup:port.title'),
    message: say(inUse ? 'startup:port.inUse' : 'startup:port.refused', { port }),
    detail: say('startup:port.hint'),
    buttons: [say('startup:close')],
  });
}

/** Asks the person at the till. Nothing is lost either way: every sale is stored as it is rung up. */
export async function offerRestart(
  what: 'startup:engineLost' | 'startup:pageLost',
  params: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const say = await wordsOfSystem();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: app.getName(),
    message: say(what, params),
    detail: say('startup:salesStored'),
    buttons: [say('startup:startAgain'), say('startup:close')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
