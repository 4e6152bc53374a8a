import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { useReturnFocus } from './use-return-focus.ts';

export interface SheetProps {
  opened: boolean;
  onClose: () => void;
  /** Names the sheet for those who hear it; the header shows what matters. */
  label: string;
  header: ReactNode;
  children: ReactNode;
  footer: ReactNode;
  widthPx?: number;
}

/** A large sheet for one task with a header, a body and a sunken footer, e.g. payment; at the lower edge where it is narrow. */
export function Sheet({ opened, onClose, label, header, children, footer, widthPx = 860 }: SheetProps) {
  useReturnFocus(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={widthPx}
      centered
      closeOnClickOutside={false}
      transitionProps={{ duration: 100, transition: 'fade' }}
      padding={0}
      returnFocus={false}
      classNames={{
        inner: `${styles.inner} ${styles.sheetInner}`,
        content: styles.sheet ?? '',
        overlay: styles.backdrop ?? '',
      }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label} data-closing={!opened || undefined}>
        <div className={styles.sheetHeader}>{header}</div>
        <div className={styles.sheetBody}>{children}</div>
        <div className={styles.sheetFooter}>{footer}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
