import { classNames } from './class-names.ts';
import { type Hue, hueColours, initialsOf } from './hue.ts';
import styles from './initials.module.css';

export interface InitialsProps {
  name: string;
  /** What decides the hue, e.g. the category; the name when absent. */
  hueKey?: string | undefined;
  /** A hue somebody chose; it goes before the one of `hueKey`. */
  hue?: Hue | null | undefined;
  /** round: a person, in neutral. */
  shape?: 'square' | 'round';
}

/** Two letters on a quiet hue, standing in for a picture. */
export function Initials({ name, hueKey, hue, shape = 'square' }: InitialsProps) {
  const colours = shape === 'round' ? {} : hueColours(hue, hueKey ?? name);
  return (
    <span aria-hidden="true" className={classNames(styles.initials, styles[shape])} style={colours}>
      {initialsOf(name)}
    </span>
  );
}
