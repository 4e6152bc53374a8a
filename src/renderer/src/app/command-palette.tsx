import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd, useReturnFocus } from '../ui/index.ts';
import styles from './dialogs.module.css';
import { fuzzyFilter } from './fuzzy.ts';
import { type PaletteItem, searchSources } from './palette-sources.ts';

const SHORTEST_SEARCH = 2;
const TYPING_PAUSE_MS = 80;

/** Ctrl/⌘ K: screens and actions at once, and what the features find. */
export function CommandPalette({ items, onClose }: { items: readonly PaletteItem[]; onClose: () => void }) {
  const { t } = useTranslation('common');
  const [query, setQuery] = useState('');
  useReturnFocus(true);
  const [active, setActive] = useState(0);
  const found = useSourceResults(query);
  const results = [...fuzzyFilter(query, items, (item) => item.label), ...found];
  const listId = useId();
  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.perform();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') choose(results[active]);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || results.length === 0) return;
    event.preventDefault();
    setActive((active + step + results.length) % results.length);
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={600}
      yOffset="12vh"
      padding={0}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.palette ?? '', overlay: styles.backdrop ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('commands.palette')}>
        <div className={styles.query}>
          <Search size={18} aria-hidden />
          <input
            data-autofocus
            type="text"
            role="combobox"
            aria-label={t('commands.palette')}
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={results[active] ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('commands.palettePlaceholder')}
            className={styles.queryInput}
            value={query}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setActive(0);
            }}
          />
          <Kbd keys="Esc" />
        </div>
        <Results id={listId} results={results} active={active} onChoose={choose} />
      </Modal.Content>
    </Modal.Root>
  );
}

interface ResultsProps {
  id: string;
  results: readonly PaletteItem[];
  active: number;
  onChoose: (item: PaletteItem) => void;
}

function Results({ id, results, active, onChoose }: ResultsProps) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  if (results.length === 0) return <p className={styles.nothing}>{t('nothingFound')}</p>;
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={t('commands.paletteResults')}
      className={styles.results}
    >
      {results.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input above handles the keys for the active option
        <div
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.result}
          onClick={() => onChoose(item)}
        >
          {item.icon ? <item.icon size={18} strokeWidth={1.75} aria-hidden /> : null}
          <span className={styles.resultLabel}>{item.label}</span>
          {item.hint ? <span className={styles.resultHint}>{item.hint}</span> : null}
          {item.keyCap ? <Kbd keys={item.keyCap} /> : null}
        </div>
      ))}
    </div>
  );
}

/** What the features' sources answer to the query, newest query only. */
function useSourceResults(query: string): readonly PaletteItem[] {
  const [found, setFound] = useState<ReadonlyMap<string, readonly PaletteItem[]>>(new Map());
  useEffect(() => {
    setFound(new Map());
    const trimmed = query.trim();
    if (trimmed.length < SHORTEST_SEARCH) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      searchSources(trimmed, stop.signal, (id, items) =>
        setFound((before) => new Map(before).set(id, items)),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return [...found.values()].flat();
}
