/** SHA-256 of a text's UTF-8 bytes, lower-case hex. Handed in: the domain has no platform. */
type Sha256Hex = (text: string) => string;

interface RecordKey {
  /** tax number of who issues the invoice */
  readonly issuerId: string;
  /** series and number as printed */
  readonly invoiceNumber: string;
  /** 'YYYY-MM-DD' */
  readonly issueDay: string;
  /** hash of the record before it; null for the first */
  readonly previousHash: string | null;
  /** with offset: '2024-01-01T19:20:30+01:00' */
  readonly recordedAt: string;
}

export interface RegistrationRecord extends RecordKey {
  /** 'F1', 'F2', 'R1' … */
  readonly invoiceType: string;
  readonly taxCents: number;
  readonly totalCents: number;
}

/** Spain's Veri*factu fingerprint of an invoice registered: eight named fields, SHA-256, upper-case hex. */
export function registrationHash(record: RegistrationRecord, sha256Hex: Sha256Hex): string {
  return hashFields(
    [
      ['IDEmisorFactura', record.issuerId],
      ['NumSerieFactura', record.invoiceNumber],
      ['FechaExpedicionFactura', spanishDay(record.issueDay)],
      ['TipoFactura', record.invoiceType],
      ['CuotaTotal', decimal(record.taxCents)],
      ['ImporteTotal', decimal(record.totalCents)],
      ['Huella', record.previousHash ?? ''],
      ['FechaHoraHusoGenRegistro', record.recordedAt],
    ],
    sha256Hex,
  );
}

/** The fingerprint of an invoice cancelled: five named fields. */
export function cancellationHash(record: RecordKey, sha256Hex: Sha256Hex): string {
  return hashFields(
    [
      ['IDEmisorFacturaAnulada', record.issuerId],
      ['NumSerieFacturaAnulada', record.invoiceNumber],
      ['FechaExpedicionFacturaAnulada', spanishDay(record.issueDay)],
      ['Huella', record.previousHash ?? ''],
      ['FechaHoraHusoGenRegistro', record.recordedAt],
    ],
    sha256Hex,
  );
}

function hashFields(fields: readonly (readonly [string, string])[], sha256Hex: Sha256Hex): string {
  return sha256Hex(fields.map(([name, value]) => `${name}=${value.trim()}`).join('&')).toUpperCase();
}

/** '2024-01-31' → '31-01-2024' */
function spanishDay(day: string): string {
  return day.split('-').reverse().join('-');
}

/** 1235 → '12.35' */
function decimal(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an amount of cents: ${cents}`);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
