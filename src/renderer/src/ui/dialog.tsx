import { Modal } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { useReturnFocus } from './use-return-focus.ts';

const WIDTH_PX = { small: 400, medium: 560, large: 760 } as const;

export interface DialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the end of the footer, the main one last. */
  actions?: ReactNode;
  size?: keyof typeof WIDTH_PX;
  /** False for questions that must be answered: no close button, Esc and the backdrop do nothing. */
  dismissible?: boolean;
}

/** A window above the page: holds the focus, closes with Esc, gives the focus back. */
export function Dialog({
  opened,
  onClose,
  title,
  children,
  actions,
  size = 'medium',
  dismissible = true,
}: DialogProps) {
  const { t } = useTranslation('common');
  useReturnFocus(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={WIDTH_PX[size]}
      centered
      closeOnEscape={dismissible}
      closeOnClickOutside={dismissible}
      transitionProps={{ duration: 100, transition: 'fade' }}
      padding={0}
      returnFocus={false}
      classNames={{ inner: styles.inner ?? '', content: styles.dialog ?? '', overlay: styles.backdrop ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content data-closing={!opened || undefined}>
        <div className={styles.header}>
          <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
          {dismissible ? <IconButton icon={X} size="touch" label={t('close')} onClick={onClose} /> : null}
        </div>
        <div className={styles.body}>{children}</div>
        {actions ? <div className={styles.footer}>{actions}</div> : null}
      </Modal.Content>
    </Modal.Root>
  );
}
