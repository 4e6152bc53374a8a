import { createRequire } from 'node:module';

type Pinyin = (text: string, options: object) => string[];

const hanRuns = /\p{Script=Han}{1,24}/gu;
const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

let pinyin: Pinyin | undefined;

/** How Chinese is typed in Latin letters: for each character of a run the pinyin from there on, and the initials from
 *  there on: '农夫山泉' → 'nongfushanquan nfsq fushanquan fsq shanquan sq quan q'. Japanese with its own script is not
 *  read as Chinese. '' for texts without Chinese. */
export function soundsOf(text: string): string {
  if (!han.test(text) || kana.test(text)) return '';
  const runs = text.normalize('NFKC').match(hanRuns) ?? [];
  return [...new Set(runs.flatMap(soundsOfRun))].join(' ');
}

function soundsOfRun(run: string): string[] {
  const syllables = syllablesOf(run);
  return syllables.flatMap((_, at) => {
    const rest = syllables.slice(at);
    return [rest.join(''), rest.map((syllable) => syllable.charAt(0)).join('')];
  });
}

/** The dictionary takes tens of milliseconds to load, which only a shop with Chinese names has to wait for. */
function syllablesOf(run: string): string[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  return pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}
