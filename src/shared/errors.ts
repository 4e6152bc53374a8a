/** How a door shows one expected error: HTTP status, whether the same call may be tried again, how loud it is. */
export interface ErrorTraits {
  readonly status: number;
  readonly retryable: boolean;
  readonly severity: 'info' | 'warning' | 'error';
}

const refuse = (status: number): ErrorTraits => ({ status, retryable: false, severity: 'warning' });
const retry = (status: number): ErrorTraits => ({ status, retryable: true, severity: 'warning' });
const alarm = (status: number): ErrorTraits => ({ status, retryable: false, severity: 'error' });

/** The closed list of everything a call may answer besides its result. Texts: messages/<language>/errors.ts. */
export const ERRORS = {
  'input.invalid': refuse(400),
  'input.tooLarge': refuse(413),
  'call.unknown': refuse(404),
  'command.reused': refuse(409),
  'version.conflict': retry(409),
  internal: alarm(500),
  'storage.full': retry(507),
  'storage.failed': { ...alarm(500), retryable: true },

  'auth.required': refuse(401),
  'auth.forbidden': refuse(403),
  'auth.approvalNeeded': refuse(403),
  'auth.approvalInvalid': refuse(403),
  'auth.badCredentials': refuse(401),
  'auth.throttled': retry(429),
  'auth.noPin': refuse(409),
  'auth.passwordTooShort': refuse(422),
  'auth.passwordTooLong': refuse(422),
  'auth.passwordCommon': refuse(422),
  'auth.pinTooSimple': refuse(422),
  'auth.usernameTaken': refuse(409),
  'auth.lastOwner': refuse(409),
  'auth.originRefused': refuse(403),
  'device.notEnrolled': refuse(403),
  'device.unknown': refuse(404),
  'register.unknown': refuse(404),
  'register.prefixTaken': refuse(409),
  'register.inDoubt': refuse(409),
  'register.numbersUsed': refuse(409),

  'journal.noReceipts': refuse(409),
  'journal.keyMissing': refuse(409),
  'staff.unknown': refuse(404),

  'setup.alreadyDone': refuse(409),
  'setup.codeNeeded': refuse(403),
  'setup.incomplete': refuse(409),
  'setup.notDemo': refuse(409),
  'shop.currencyFixed': refuse(409),
  'tax.categoryUnknown': refuse(404),
  'tax.categoryInUse': refuse(409),
  'tax.dayPast': refuse(422),
  'tax.noRates': refuse(409),
  'tax.ratesUnknown': refuse(404),

  'product.unknown': refuse(404),
  'product.archived': refuse(409),
  'product.skuTaken': refuse(409),
  'product.barcodeTaken': refuse(409),
  'product.priceNeeded': refuse(409),
  'product.tooMany': refuse(409),
  'bulkEdit.unknown': refuse(404),
  'bulkEdit.undone': refuse(409),
  'bulkEdit.archived': refuse(409),
  'category.unknown': refuse(404),
  'category.cycle': refuse(409),
  'category.notEmpty': refuse(409),
  'image.unreadable': refuse(422),
  'image.tooLarge': refuse(413),
  'image.tooMany': refuse(409),
  'image.unknown': refuse(404),
  'barcode.unknown': refuse(404),
  'barcode.badCheckDigit': refuse(422),
  'barcode.badLength': refuse(422),
  'barcode.badCharacters': refuse(422),
  'barcode.tooLong': refuse(422),
  'barcode.labelUnknown': refuse(404),
  'barcode.labelFaulty': refuse(422),
  'barcode.gs1Faulty': refuse(422),
  'label.unknown': refuse(404),
  'label.badPattern': refuse(422),
  'label.clash': refuse(409),

  'import.unknown': refuse(404),
  'import.wrongState': refuse(409),
  'import.binaryFile': refuse(422),
  'import.tooLarge': refuse(413),
  'import.empty': refuse(422),
  'import.mappingIncomplete': refuse(422),
  'import.busy': retry(409),
  'import.workbookUnreadable': refuse(422),
  'import.workbookTooLarge': refuse(413),
  'import.undoForgotten': refuse(409),
  'export.unknown': refuse(404),
  'export.busy': retry(409),
  'export.tooLarge': refuse(413),

  'customer.unknown': refuse(404),

  'sale.unknown': refuse(404),
  'sale.closed': refuse(409),
  'sale.empty': refuse(409),
  'sale.notEmpty': refuse(409),
  'sale.otherDevice': refuse(409),
  'sale.lineUnknown': refuse(404),
  'sale.quantityRefused': refuse(422),
  'sale.discountTooLarge': refuse(422),
  'sale.amountTooLarge': refuse(422),
  'sale.paymentsTaken': refuse(409),
  'sale.expired': refuse(409),
  'sale.ageUnconfirmed': refuse(409),
  'stock.notEnough': refuse(409),
  'stock.notTracked': refuse(409),
  'payment.exceedsDue': refuse(422),
  'payment.notComplete': refuse(409),
  'payment.unknown': refuse(404),
  'payment.cardNumber': refuse(422),
  'payment.referenceNeeded': refuse(422),
  'payment.nothingDue': refuse(409),

  'order.unknown': refuse(404),
  'order.alreadyRefunded': refuse(409),
  'order.notRefundable': refuse(409),
  'order.imported': refuse(409),
  'order.referencesNeeded': refuse(422),

  'printer.notConfigured': refuse(409),
  'printer.offline': retry(503),
  'printer.paperEnd': retry(503),
  'printer.coverOpen': retry(503),
  'printer.stuck': retry(503),
  'printer.jobUnknown': refuse(404),
  'printer.jobDone': refuse(409),

  'backup.unknown': refuse(404),
  'backup.damaged': refuse(422),
  'backup.foreign': refuse(422),
  'backup.newer': refuse(409),
  'backup.passphraseNeeded': refuse(422),
  'backup.wrongPassphrase': refuse(422),
  'backup.folderUnusable': refuse(422),
  'backup.diskFull': refuse(507),
} as const satisfies Record<string, ErrorTraits>;

export type ErrorCode = keyof typeof ERRORS;

/** An expected error: a closed code, and the facts a person or program needs to act on it. */
export interface AppError<C extends ErrorCode = ErrorCode> {
  readonly code: C;
  readonly data?: Readonly<Record<string, unknown>>;
}
