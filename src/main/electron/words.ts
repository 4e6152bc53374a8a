import { app } from 'electron';
import type { MessageKey } from '../../shared/messages/index.ts';

type Say = (key: MessageKey, params?: Readonly<Record<string, unknown>>) => string;

/** Texts for the operating system's own dialogs, in its language: before a shop is open there is no other choice known.
 *  The catalogues load when there is something to say; the window opens without them. */
export async function wordsOfSystem(): Promise<Say> {
  const { translate } = await import('../../shared/messages/index.ts');
  const language = app.getLocale().toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return (key, params) => translate(language, key, params);
}
