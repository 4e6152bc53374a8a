import { FileSpreadsheet, FileUp } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { CallError } from '../../../client/call-error.ts';
import { command } from '../../../client/client.ts';
import { Button, FieldError, ProgressPanel } from '../../../ui/index.ts';
import { sendFile } from '../import-file.ts';
import { MOST_BYTES } from '../pieces.ts';
import styles from './import.module.css';

interface Sending {
  file: File;
  sent: number;
  abort: AbortController;
}

/** Chooses a file, or takes one that is dropped, and hands it to the engine piece by piece. */
export function FileStep({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('importer');
  const { bytes } = useBytes();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begun = useRef<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    const fault = file.size === 0 ? 'empty' : file.size > MOST_BYTES ? 'tooLarge' : null;
    setError(fault);
    if (fault) return;
    abort.current = new AbortController();
    setSending({ file, sent: 0, abort: abort.current });
    try {
      const view = await sendFile(file, {
        signal: abort.current.signal,
        onBegun: (id) => {
          begun.current = id;
        },
        onSent: (sent) => setSending((now) => now && { ...now, sent }),
      });
      if (view) onOpen(view.id);
    } catch (caught) {
      setError(caught);
    } finally {
      setSending(null);
    }
  };
  const stop = () => {
    sending?.abort.abort();
    if (begun.current) void command('import.cancel', { id: begun.current }).catch(setError);
  };
  if (sending) {
    const { file, sent } = sending;
    return (
      <ProgressPanel
        title={t('file.reading', { name: file.name })}
        detail={t('file.of', { done: bytes(sent), total: bytes(file.size) })}
        fraction={sent / file.size}
        onCancel={stop}
      />
    );
  }
  return <DropArea error={error} onFile={(file) => void take(file)} onOpen={onOpen} />;
}

interface DropAreaProps {
  error: unknown;
  onFile: (file: File | undefined) => void;
  onOpen: (id: string) => void;
}

function DropArea({ error, onFile, onOpen }: DropAreaProps) {
  const { t } = useTranslation('importer');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={styles.drop}
      data-over={over || undefined}
      aria-label={t('file.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles.disc}>
        <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className={styles.title}>{t('file.title')}</h2>
      <p className={styles.lead}>{t('file.hint')}</p>
      <Button size="touch" variant="primary" icon={FileUp} onClick={() => input.current?.click()}>
        {t('file.choose')}
      </Button>
      <span className={styles.muted}>{t('file.drop')}</span>
      <Fault error={error} onOpen={onOpen} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}

function Fault({ error, onOpen }: Pick<DropAreaProps, 'error' | 'onOpen'>) {
  const { t } = useTranslation('importer');
  if (!error) return null;
  if (typeof error === 'string') return <FieldError>{t(`file.${error}`)}</FieldError>;
  if (!(error instanceof CallError) || error.code !== 'import.busy') {
    return <FieldError>{errorMessage(t, error)}</FieldError>;
  }
  const { id, fileName } = error.data;
  return (
    <>
      <FieldError>{t('busy', { name: String(fileName) })}</FieldError>
      <Button onClick={() => onOpen(String(id))}>{t('showRunning')}</Button>
    </>
  );
}

/** Bytes as people read them. */
function useBytes(): { bytes: (count: number) => string } {
  const { locale } = useFormat();
  return {
    bytes: (count) => {
      const [unit, size] =
        count < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
      const options = { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 } as const;
      return new Intl.NumberFormat(locale, options).format(count / size);
    },
  };
}
