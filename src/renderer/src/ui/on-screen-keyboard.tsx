import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyboardReact } from 'react-simple-keyboard';
import 'react-simple-keyboard/build/css/index.css';
import { IconButton } from './icon-button.tsx';
import { asTextControl, eraseBackwards, pressEnter, type TextControl, typeText } from './keyboard-input.ts';
import styles from './on-screen-keyboard.module.css';

/** auto: shows when a text field is touched and no hardware key has been pressed; the rest is plain. */
export type KeyboardMode = 'auto' | 'on' | 'off';

const LETTERS = ['q w e r t y u i o p', 'a s d f g h j k l', '{shift} z x c v b n m {bksp}'];
const SHIFTED = ['Q W E R T Y U I O P', 'A S D F G H J K L', '{shift} Z X C V B N M {bksp}'];
const LAYOUTS = {
  // zh types pinyin letters: search understands pinyin and its initials
  en: {
    default: ['1 2 3 4 5 6 7 8 9 0', ...LETTERS, '@ - {space} , . {enter}'],
    shift: ['! " £ $ % & * ( ) +', ...SHIFTED, '# _ {space} / ? {enter}'],
  },
  zh: {
    default: ['1 2 3 4 5 6 7 8 9 0', ...LETTERS, '@ - {space} ， 。 {enter}'],
    shift: ['！ “ ¥ $ % & * （ ） +', ...SHIFTED, '# _ {space} 、 ？ {enter}'],
  },
};

/** Letters on the screen for tills without a keyboard; mounted once by the app. */
export function OnScreenKeyboard({ mode, layout }: { mode: KeyboardMode; layout: 'en' | 'zh' }) {
  const { t } = useTranslation('common');
  const { target, aimedAt, hide } = useTouchedTextControl(mode);
  const [shifted, setShifted] = useState(false);
  if (!target) return null;
  const press = (button: string) => {
    if (button === '{shift}') return setShifted(!shifted);
    setShifted(false);
    const field = aimedAt();
    if (!field) return;
    if (button === '{bksp}') return eraseBackwards(field);
    if (button === '{enter}') return pressEnter(field);
    return typeText(field, button === '{space}' ? ' ' : button);
  };
  return (
    <section className={styles.keyboard} aria-label={t('keyboard')} data-on-screen-keyboard>
      <IconButton
        icon={ChevronDown}
        label={t('hideKeyboard')}
        size="touch"
        className={styles.hide}
        onClick={hide}
      />
      <KeyboardReact
        layout={LAYOUTS[layout]}
        layoutName={shifted ? 'shift' : 'default'}
        display={{ '{shift}': '⇧', '{bksp}': '⌫', '{enter}': '⏎', '{space}': ' ' }}
        buttonAttributes={[
          { attribute: 'aria-label', value: t('shift'), buttons: '{shift}' },
          { attribute: 'aria-label', value: t('backspace'), buttons: '{bksp}' },
          { attribute: 'aria-label', value: t('enter'), buttons: '{enter}' },
          { attribute: 'aria-label', value: t('space'), buttons: '{space}' },
        ]}
        useButtonTag
        preventMouseDownDefault
        disableCaretPositioning
        onKeyPress={press}
      />
    </section>
  );
}

/** A touch sends its click a moment after the finger has left. */
const SETTLE_MS = 60;

/** Keys nearer to each other than this come from a scanner. */
const BURST_GAP_MS = 40;
/** A busy page hears a burst late; a key is taken for a hand's when nothing followed it for this long. */
const LONE_KEY_MS = 500;

/** `target` keeps the keyboard in sight; `aimedAt` is what a letter goes to: at once what was touched last, while
 *  `target` follows a moment later. */
function useTouchedTextControl(mode: KeyboardMode) {
  const [target, setTarget] = useState<TextControl | null>(null);
  const hideNow = useRef<() => void>(() => undefined);
  const aimed = useRef<TextControl | null>(null);
  const hasHardwareKeys = useRef(false);
  useEffect(() => {
    if (mode === 'off') return setTarget(null);
    let touched: EventTarget | null = null;
    let pointerDown = false;
    // Showing or hiding moves the page, so it waits until the press and its click have reached their button.
    const settle = () => setTimeout(() => setTarget(aimed.current), SETTLE_MS);
    const aim = (control: TextControl | null) => {
      aimed.current = control;
      if (!pointerDown) settle();
    };
    // A field that merely holds the focus, as the scan field always does, calls no keyboard: a touch on it does.
    const wanted = (control: TextControl | null) =>
      mode === 'on' || (control !== null && touched === control && !hasHardwareKeys.current);
    const onPointerDown = (event: PointerEvent) => {
      pointerDown = true;
      touched = event.pointerType === 'touch' ? touchedControl(event.target) : null;
      const control = asTextControl(touched);
      if (control && control === document.activeElement && wanted(control)) aim(control);
    };
    const onPointerUp = () => {
      // A tap reaches the field now; its focus comes later, and a quick finger's first letter may come between.
      const control = asTextControl(touched);
      if (control && wanted(control)) aimed.current = control;
      onPointerEnd();
    };
    const onPointerEnd = () => {
      pointerDown = false;
      settle();
    };
    // A scanner's keys come in bursts and are no keyboard to type words on: only a key that stands alone is.
    let lastKeyMs = Number.NEGATIVE_INFINITY;
    let lone = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted) return;
      clearTimeout(lone);
      const inBurst = event.timeStamp - lastKeyMs < BURST_GAP_MS;
      lastKeyMs = event.timeStamp;
      if (inBurst) return;
      lone = window.setTimeout(() => {
        hasHardwareKeys.current = true;
      }, LONE_KEY_MS);
    };
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-on-screen-keyboard]')) return;
      const control = asTextControl(event.target);
      aim(wanted(control) ? control : null);
    };
    hideNow.current = () => aim(null);
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    document.addEventListener('pointerdown', onPointerDown, options);
    document.addEventListener('pointerup', onPointerUp, options);
    document.addEventListener('pointercancel', onPointerEnd, options);
    document.addEventListener('keydown', onKey, options);
    document.addEventListener('focusin', onFocus, options);
    return () => listening.abort();
  }, [mode]);
  // The page makes room, and the field being typed into stays in sight.
  useEffect(() => {
    if (!target) return;
    document.documentElement.toggleAttribute('data-keyboard-open', true);
    target.scrollIntoView({ block: 'nearest' });
    return () => {
      document.documentElement.toggleAttribute('data-keyboard-open', false);
    };
  }, [target]);
  return { target, aimedAt: () => aimed.current, hide: () => hideNow.current() };
}

/** What a touch means to reach: the field itself, or the one its label belongs to. */
function touchedControl(target: EventTarget | null): EventTarget | null {
  return target instanceof Element ? (target.closest('label')?.control ?? target) : null;
}
