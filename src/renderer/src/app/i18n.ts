import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { createTranslator, type Language } from '../../../shared/messages/index.ts';
import { usePreferences } from './preferences.ts';

/** The renderer's translator; follows the language preference and tells the document. */
export function startI18n(): i18n {
  const instance = createTranslator(usePreferences.getState().language, (made) => made.use(initReactI18next));
  markDocument(usePreferences.getState().language);
  usePreferences.subscribe(({ language }) => {
    if (instance.language === language) return;
    void instance.changeLanguage(language);
    markDocument(language);
  });
  return instance;
}

function markDocument(language: Language): void {
  document.documentElement.lang = langAttribute(language);
}

/** For a part of the page in another language than the rest, too. */
export function langAttribute(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
