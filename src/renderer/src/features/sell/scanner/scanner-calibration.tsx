import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, FieldError, KeyValueList, notify, TextField } from '../../../ui/index.ts';
import type { ScannerSettings, TimedKey } from './burst-detector.ts';
import { calibrate, type Heard, TRIAL_ENDS_MS, TRIAL_SCANS, type TrialScan } from './calibrate.ts';
import styles from './scanner-calibration.module.css';

const MODIFIERS = new Set(['Shift', 'CapsLock', 'Control', 'Alt', 'Meta']);

/** Learns how this device's scanner types from three scans of one code, and stores it. For the settings. */
export function ScannerCalibration({ onStored }: { onStored?: () => void }) {
  const { t } = useTranslation('sell');
  const [printed, setPrinted] = useState('');
  const trial = useTrialScans();
  const store = useCommand('device.setScanner');
  const done = trial.scans.length >= TRIAL_SCANS;
  const result = done ? calibrate(trial.scans, printed) : null;
  const save = (scanner: ScannerSettings) =>
    store.mutate(
      { scanner },
      {
        onSuccess: () => {
          notify({ message: t('calibration.stored'), tone: 'success' });
          trial.restart();
          onStored?.();
        },
      },
    );
  return (
    <div className={styles.stack}>
      <p className={styles.muted}>{t('calibration.hint')}</p>
      <TextField
        label={t('calibration.printed')}
        hint={t('calibration.printedHint')}
        value={printed}
        onChange={setPrinted}
        maxLength={60}
      />
      <button type="button" className={styles.target} onKeyDown={trial.onKeyDown}>
        <strong>{t('calibration.listen')}</strong>
        <span role="status">
          {t('calibration.scanned', { done: trial.scans.length, total: TRIAL_SCANS })}
        </span>
      </button>
      {result && 'fault' in result ? <FieldError>{t(`calibration.fault.${result.fault}`)}</FieldError> : null}
      {result && 'settings' in result ? <Found {...result} /> : null}
      {store.error ? <FieldError>{errorMessage(t, store.error)}</FieldError> : null}
      <div className={styles.buttons}>
        {trial.scans.length > 0 ? <Button onClick={trial.restart}>{t('calibration.again')}</Button> : null}
        {result && 'settings' in result ? (
          <Button variant="primary" loading={store.isPending} onClick={() => save(result.settings)}>
            {t('calibration.store')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Found({ settings, heard }: { settings: ScannerSettings; heard: Heard }) {
  const { t } = useTranslation('sell');
  return (
    <KeyValueList
      items={[
        {
          id: 'gap',
          label: t('calibration.gap'),
          value: t('calibration.gapMs', { ms: settings.maxKeyGapMs }),
        },
        {
          id: 'prefix',
          label: t('calibration.prefix'),
          value: settings.prefix || t('calibration.suffixNone'),
        },
        {
          id: 'suffix',
          label: t('calibration.suffix'),
          value: settings.suffix === 'none' ? t('calibration.suffixNone') : settings.suffix,
        },
        { id: 'shortest', label: t('calibration.shortest'), value: settings.minLength },
        {
          id: 'layout',
          label: t('calibration.layout'),
          value: t(settings.layout === 'page' ? 'calibration.layoutPage' : 'calibration.layoutUs'),
        },
        {
          id: 'separator',
          label: t('calibration.separator'),
          value: t(`calibration.separatorHeard.${heard.separator}`, { sign: settings.groupSeparator }),
        },
        ...(heard.symbology
          ? [{ id: 'symbology', label: t('calibration.symbology'), value: t('calibration.symbologyHeard') }]
          : []),
      ]}
    />
  );
}

/** Collects keys into scans: a pause ends one. Tab leaves as usual unless a scan is under way. */
function useTrialScans() {
  const [scans, setScans] = useState<readonly TrialScan[]>([]);
  const keys = useRef<TimedKey[]>([]);
  const timer = useRef(0);
  const finish = () => {
    const scan = keys.current;
    keys.current = [];
    if (scan.length > 1) setScans((before) => (before.length < TRIAL_SCANS ? [...before, scan] : before));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (MODIFIERS.has(event.key) || event.metaKey || event.key === 'Escape') return;
    const first = keys.current.length === 0;
    // In the middle of a scan Ctrl, Alt and F8 are how scanners type ASCII 29.
    const own = event.ctrlKey || event.altKey || /^(?:Tab|Enter|F\d+)$/.test(event.key);
    if (first && own) return;
    event.preventDefault();
    event.stopPropagation();
    keys.current.push({
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      ctrl: event.ctrlKey,
      alt: event.altKey,
      timeMs: event.timeStamp,
    });
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(finish, TRIAL_ENDS_MS);
  };
  return { scans, onKeyDown, restart: () => setScans([]) };
}
