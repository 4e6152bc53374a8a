import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { usePreferences } from '../../app/preferences.ts';
import { command } from '../../client/client.ts';
import { Button, FieldError, Stepper } from '../../ui/index.ts';
import {
  type CountrySuggestion,
  type Draft,
  FIELDS_OF_STEP,
  type FieldName,
  firstDraft,
  problemsOf,
  STEPS,
  stepOfField,
  toCreateShop,
} from './draft.ts';
import { guessCountry } from './guess-country.ts';
import { refusedField } from './refusal.ts';
import styles from './setup.module.css';
import { MoneyStep } from './steps/money-step.tsx';
import { OwnerStep } from './steps/owner-step.tsx';
import { RegisterStep } from './steps/register-step.tsx';
import { ShopStep } from './steps/shop-step.tsx';
import { useDraftWords } from './use-draft-words.ts';

interface WizardProps {
  countries: readonly CountrySuggestion[];
  codeNeeded: boolean;
  onMade: (made: { shopName: string; recoveryCode: string }) => void;
  onLeave: () => void;
}

/** What a step needs to show and change its part of the draft. */
export interface StepProps {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  /** The text to show at a field, when there is something wrong with it. */
  problemAt: (field: FieldName) => string | undefined;
  codeNeeded: boolean;
  countries: readonly CountrySuggestion[];
}

const STEP_VIEWS = { shop: ShopStep, money: MoneyStep, register: RegisterStep, owner: OwnerStep } as const;

export function Wizard({ countries, codeNeeded, onMade, onLeave }: WizardProps) {
  const { t } = useTranslation('setup');
  const language = usePreferences((state) => state.language);
  const words = useDraftWords();
  const [draft, setDraft] = useState(() => openingDraft(countries, words));
  const [step, setStep] = useState(0);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stepName = STEPS[step] ?? 'shop';
  const problems = problemsOf(draft, codeNeeded);
  const refused = refusedField(refusal);

  const problemAt = (field: FieldName): string | undefined => {
    if (refused === field) return errorMessage(t, refusal);
    const problem = asked ? problems[field] : undefined;
    return problem && t(`problem.${problem}`);
  };
  const change = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setRefusal(null);
  };
  const goTo = (index: number) => {
    setAsked(false);
    setStep(index);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (FIELDS_OF_STEP[stepName].some((field) => problems[field])) {
      setAsked(true);
      return;
    }
    if (step < STEPS.length - 1) return goTo(step + 1);
    setBusy(true);
    try {
      const { recoveryCode } = await command(
        'setup.createShop',
        toCreateShop(draft, language === 'zh' ? 'zh' : 'en', codeNeeded),
      );
      onMade({ shopName: draft.shop.name.trim(), recoveryCode });
    } catch (error) {
      const field = refusedField(error);
      setRefusal(error);
      if (field) setStep(STEPS.indexOf(stepOfField(field)));
      setBusy(false);
    }
  };
  useFirstWrongField(form, asked || refused !== null, step);

  const StepView = STEP_VIEWS[stepName];
  return (
    <div className={styles.wizard}>
      <Stepper
        label={t('progress')}
        steps={STEPS.map((name) => t(`steps.${name}`))}
        current={step}
        onStep={goTo}
      />
      <form ref={form} noValidate className={styles.sheet} onSubmit={(event) => void submit(event)}>
        <header>
          <h1 className={styles.title}>{t(`titles.${stepName}`)}</h1>
          <p className={styles.lead}>{t(`leads.${stepName}`)}</p>
        </header>
        <StepView key={stepName} {...{ draft, change, problemAt, codeNeeded, countries }} />
        {refusal && refused === null ? <FieldError>{errorMessage(t, refusal)}</FieldError> : null}
        <footer className={styles.foot}>
          <Button size="touch" disabled={busy} onClick={() => (step === 0 ? onLeave() : goTo(step - 1))}>
            {t('common:back')}
          </Button>
          <Button type="submit" size="touch" variant="primary" loading={busy} className={styles.next}>
            {t(step < STEPS.length - 1 ? 'common:next' : 'finish')}
          </Button>
        </footer>
      </form>
    </div>
  );
}

function openingDraft(
  countries: readonly CountrySuggestion[],
  words: ReturnType<typeof useDraftWords>,
): Draft {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const guess = guessCountry(countries, { timeZone, languages: navigator.languages });
  const country = countries.find((one) => one.country === guess) ?? countries[0];
  if (!country) throw new Error('the engine knows no countries');
  return firstDraft(country, timeZone, words);
}

/** A step opens at its first empty required field, and after a refused try at the first wrong one. */
function useFirstWrongField(
  form: React.RefObject<HTMLFormElement | null>,
  marked: boolean,
  step: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step opens anew
  useLayoutEffect(() => {
    const wanted = marked ? '[aria-invalid="true"]' : '[data-first]';
    const field = form.current?.querySelector<HTMLElement>(wanted);
    field?.focus();
  }, [form, marked, step]);
}
