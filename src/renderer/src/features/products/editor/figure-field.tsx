import { useEffect } from 'react';
import { ParsedField, type ParsedFieldProps } from '../../../ui/index.ts';

interface FigureFieldProps extends ParsedFieldProps {
  /** Told whenever what stands in the field can or cannot be read: a form must not be saved past a figure it would
   *  drop. */
  onReadable: (readable: boolean) => void;
}

/** An amount or quantity that says whether it can be read. */
export function FigureField({ onReadable, ...field }: FigureFieldProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only leaving the form matters here
  useEffect(() => () => onReadable(true), []);
  return (
    <ParsedField
      {...field}
      onInput={(event) => {
        const text = event.currentTarget.value;
        onReadable(text.trim() === '' || field.parse(text) !== undefined);
      }}
    />
  );
}
