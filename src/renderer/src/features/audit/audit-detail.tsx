import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Button, type KeyValue, KeyValueList, SidePanel } from '../../ui/index.ts';
import styles from './audit.module.css';
import { type ChangedFact, changedFacts } from './changed-facts.ts';
import { useActionText } from './use-action-text.ts';
import type { AuditEntry } from './use-audit-log.ts';
import { useFactText } from './use-fact-text.ts';
import { useWho } from './use-who.ts';

interface AuditDetailProps {
  entry: AuditEntry;
  onClose: () => void;
  /** Shows everything about the same thing; null where that is shown already. */
  onSubject: (() => void) | null;
}

export function AuditDetail({ entry, onClose, onSubject }: AuditDetailProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const actionText = useActionText();
  const who = useWho();
  const facts = changedFacts(entry.before, entry.after);
  const texts: [string, string | null][] = [
    ['when', format.dateTime(entry.atMs)],
    ['who', who(entry)],
    ['approver', entry.approverName],
    ['register', entry.registerName],
    ['device', entry.deviceName],
    ['reason', entry.reason || null],
    ['subject', t(`kind.${entry.subjectKind}`, { defaultValue: entry.subjectKind })],
  ];
  const items: KeyValue[] = texts.flatMap(([id, value]) =>
    value === null ? [] : [{ id, label: t(id), value }],
  );
  return (
    <SidePanel
      title={actionText(entry.action)}
      onClose={onClose}
      actions={onSubject ? <Button onClick={onSubject}>{t('sameSubject')}</Button> : undefined}
    >
      <KeyValueList items={items} />
      {facts.length > 0 ? (
        <section className={styles.facts} aria-label={t('changes')}>
          <h3 className={styles.factsTitle}>{t('changes')}</h3>
          <dl className={styles.factList}>
            {facts.map((fact) => (
              <Fact key={fact.name} fact={fact} />
            ))}
          </dl>
        </section>
      ) : null}
    </SidePanel>
  );
}

function Fact({ fact }: { fact: ChangedFact }) {
  const { t } = useTranslation('audit');
  const { nameOf, textOf } = useFactText();
  return (
    <div className={styles.fact}>
      <dt className={styles.factName}>{nameOf(fact.name)}</dt>
      {fact.before === null ? null : (
        <dd className={styles.before}>
          <span className="visuallyHidden">{t('before')}</span> {textOf(fact.name, fact.before)}
        </dd>
      )}
      {fact.after === null ? null : (
        <dd className={styles.after}>
          <span className="visuallyHidden">{t('after')}</span> {textOf(fact.name, fact.after)}
        </dd>
      )}
    </div>
  );
}
