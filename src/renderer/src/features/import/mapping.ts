import type { ImportView } from './import-file.ts';

export type Inspection = NonNullable<ImportView['inspection']>;
export type ImportField = NonNullable<Inspection['guess'][number]>;
export type Mapping = readonly (ImportField | null)[];

export type MappingFault = { kind: 'needName' } | { kind: 'once'; field: ImportField };

/** What is still wrong with a mapping: the engine would refuse it. */
export function mappingFault(mapping: Mapping): MappingFault | null {
  const chosen = mapping.filter((field) => field !== null);
  const twice = chosen.find((field, index) => chosen.indexOf(field) !== index);
  if (twice) return { kind: 'once', field: twice };
  return chosen.includes('name') ? null : { kind: 'needName' };
}

export function withField(mapping: Mapping, column: number, field: ImportField | null): Mapping {
  return mapping.map((one, index) => (index === column ? field : one));
}

/** One line of the mapping table. */
export interface ColumnRow {
  index: number;
  /** Empty when the file names no column. */
  header: string;
  /** The first values that say something. */
  samples: string[];
}

const SAMPLES_SHOWN = 3;

export function columnRows({ headers, sampleRows, guess }: Inspection): ColumnRow[] {
  return guess.map((_, index) => ({
    index,
    header: headers[index]?.trim() ?? '',
    samples: sampleRows
      .map((cells) => cells[index]?.trim() ?? '')
      .filter(Boolean)
      .slice(0, SAMPLES_SHOWN),
  }));
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

export const delimiterName = (sign: string): string => DELIMITER_NAMES[sign] ?? 'other';
