import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type Hue, hueColours, initialsOf } from './hue.ts';
import styles from './tile.module.css';

export interface TileProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'name'> {
  name: string;
  priceText: string;
  /** At the right of the price: a count, or a Badge. */
  note?: ReactNode;
  imageUrl?: string | undefined;
  hueKey?: string | undefined;
  /** A hue somebody chose; it goes before the one of `hueKey`. */
  hue?: Hue | null | undefined;
}

/** A large target for one product: picture or initials, name, price and a note. */
export function Tile({ name, priceText, note, imageUrl, hueKey, hue, className, ...native }: TileProps) {
  return (
    <button type="button" {...native} className={classNames(styles.tile, className)}>
      {imageUrl ? (
        <img className={styles.picture} src={imageUrl} alt="" loading="lazy" draggable={false} />
      ) : (
        <span aria-hidden="true" className={styles.picture} style={hueColours(hue, hueKey ?? name)}>
          {initialsOf(name)}
        </span>
      )}
      <span className={styles.text}>
        <span className={styles.name}>{name}</span>
        <span className={classNames(styles.foot, 'tabular')}>
          <span className={styles.price}>{priceText}</span>
          <span className={styles.note}>{note}</span>
        </span>
      </span>
    </button>
  );
}
