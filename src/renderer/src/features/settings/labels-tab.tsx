import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { type LabelSuggestion, labelSuggestions } from '../../../../shared/reference/label-suggestions.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { Badge, Button, Card, ConfirmDialog, IconButton, notify, QueryState } from '../../ui/index.ts';
import { LabelDialog } from './label-dialog.tsx';
import styles from './settings.module.css';
import { TryCode } from './try-code.tsx';

export type Label = CallOutput<'label.list'>[number];
type Open = { readonly label: Label | null; readonly suggestion: LabelSuggestion | null };

/** Labels with a weight or a price inside their code, as this shop's scales print them, and a field to try one. */
export function LabelsTab() {
  const { t } = useTranslation('labels');
  const labels = useCall('label.list', {});
  const [open, setOpen] = useState<Open | null>(null);
  const add = (
    <Button icon={Plus} onClick={() => setOpen({ label: null, suggestion: null })}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <Card title={t('title')} note={add}>
        <p className={styles.small}>{t('hint')}</p>
        <QueryState query={labels} skeleton={{ rows: 2 }} describeError={(error) => errorMessage(t, error)}>
          {(list) => (
            <>
              <LabelList list={list} onEdit={(label) => setOpen({ label, suggestion: null })} />
              <Suggestions list={list} onChoose={(suggestion) => setOpen({ label: null, suggestion })} />
            </>
          )}
        </QueryState>
      </Card>
      <Card title={t('try.title')}>
        <TryCode />
      </Card>
      {open ? <LabelDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function LabelList({ list, onEdit }: { list: readonly Label[]; onEdit: (label: Label) => void }) {
  const { t } = useTranslation('labels');
  const [leaving, setLeaving] = useState<Label | null>(null);
  const reorder = useCommand('label.reorder');
  const remove = useCommand('label.remove');
  const fail = (error: unknown) => notify({ message: errorMessage(t, error), tone: 'danger' });
  const move = (at: number, by: 1 | -1) => {
    const ids = list.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at + by, 0, moved);
    reorder.mutate({ ids }, { onError: fail });
  };
  return (
    <ul className={styles.list}>
      {list.map((label, at) => (
        <li key={label.id} className={styles.item}>
          <span className={styles.itemWords}>
            <span className={styles.itemName}>{label.name}</span>
            <span className={`${styles.small} tabular`}>{t('patternIs', { pattern: label.pattern })}</span>
            {label.foreignPrefix ? <span className={styles.small}>{t('foreignPrefix')}</span> : null}
          </span>
          <Badge tone={label.enabled ? 'success' : 'neutral'}>{t(label.enabled ? 'inUse' : 'off')}</Badge>
          <IconButton
            icon={ArrowUp}
            label={t('moveUp', { name: label.name })}
            disabled={at === 0 || reorder.isPending}
            onClick={() => move(at, -1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('moveDown', { name: label.name })}
            disabled={at === list.length - 1 || reorder.isPending}
            onClick={() => move(at, 1)}
          />
          <Button onClick={() => onEdit(label)} aria-label={t('settings:editNamed', { name: label.name })}>
            {t('common:edit')}
          </Button>
          <IconButton
            icon={Trash2}
            label={t('settings:removeNamed', { name: label.name })}
            onClick={() => setLeaving(label)}
          />
        </li>
      ))}
      {leaving ? (
        <ConfirmDialog
          opened
          title={t('removeTitle', { name: leaving.name })}
          confirmLabel={t('remove')}
          cancelLabel={t('common:cancel')}
          busy={remove.isPending}
          onCancel={() => setLeaving(null)}
          onConfirm={() =>
            remove.mutate({ id: leaving.id }, { onError: fail, onSettled: () => setLeaving(null) })
          }
        >
          {t('removeHint')}
        </ConfirmDialog>
      ) : null}
    </ul>
  );
}

/** What shops of this country often print; nothing is in use before somebody says so. */
function Suggestions({
  list,
  onChoose,
}: {
  list: readonly Label[];
  onChoose: (suggestion: LabelSuggestion) => void;
}) {
  const { t } = useTranslation('labels');
  const shop = useCall('shop.get', {});
  const there = new Set(list.map(({ pattern }) => pattern));
  const offered = labelSuggestions(shop.data?.country ?? '').filter(({ pattern }) => !there.has(pattern));
  if (!shop.data || offered.length === 0) return null;
  return (
    <>
      <p className={styles.small}>{t('suggestions')}</p>
      <div className={styles.row}>
        {offered.map((suggestion) => (
          <Button key={suggestion.pattern} icon={Plus} onClick={() => onChoose(suggestion)}>
            {t(`suggestion.${suggestion.kind}`, { pattern: suggestion.pattern })}
          </Button>
        ))}
      </div>
    </>
  );
}
