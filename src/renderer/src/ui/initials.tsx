import { classNames } from './class-names.ts';
import { hueOf, initialsOf } from './hue.ts';
import styles from './initials.module.css';

export interface InitialsProps {
  name: string;
  /** What decides the hue, e.g. the category; the name when absent. */
  hueKey?: string | undefined;
  /** round: a person, in neutral. */
  shape?: 'square' | 'round';
}

/** Two letters on a quiet hue, standing in for a picture. */
export function Initials({ name, hueKey, shape = 'square' }: InitialsProps) {
  const hue = hueOf(hueKey ?? name);
  const colours =
    shape === 'round' ? {} : { background: `var(--hue-${hue})`, color: `var(--hue-${hue}-ink)` };
  return (
    <span aria-hidden="true" className={classNames(styles.initials, styles[shape])} style={colours}>
      {initialsOf(name)}
    </span>
  );
}
