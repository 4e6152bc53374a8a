import { Menu as MantineMenu } from '@mantine/core';
import { Check, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  shortcut?: string | undefined;
  /** Present on items that choose; a tick marks the chosen. */
  checked?: boolean | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A line above this item. */
  separated?: boolean | undefined;
  onSelect: () => void;
}

export interface MenuProps {
  trigger: ReactElement;
  items: readonly MenuItem[];
  title?: ReactNode;
  size?: 'dense' | 'touch';
}

/** A list of actions or choices that opens from its trigger. */
export function Menu({ trigger, items, title, size = 'dense' }: MenuProps) {
  return (
    <MantineMenu
      position="bottom-end"
      offset={6}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
      classNames={{
        dropdown: styles.dropdown ?? '',
        item: (size === 'touch' ? styles.itemTouch : styles.item) ?? '',
        itemSection: styles.section ?? '',
        label: styles.title ?? '',
      }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {title ? <MantineMenu.Label>{title}</MantineMenu.Label> : null}
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.separated ? <MantineMenu.Divider className={styles.divider ?? ''} /> : null}
            <MantineMenu.Item
              data-danger={item.danger || undefined}
              disabled={item.disabled ?? false}
              leftSection={item.icon ? <item.icon size={16} strokeWidth={1.75} aria-hidden /> : null}
              rightSection={<ItemEnd item={item} />}
              onClick={item.onSelect}
              {...(item.checked === undefined ? {} : { 'aria-current': item.checked })}
            >
              {item.label}
            </MantineMenu.Item>
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function ItemEnd({ item }: { item: MenuItem }) {
  if (item.shortcut) return <Kbd keys={item.shortcut} />;
  return item.checked ? <Check size={16} aria-hidden /> : null;
}
