/** Words on receipts. `{{name}}` is replaced by a value. */
export const receipt = {
  title: { sale: 'Receipt', refund: 'Refund', void: 'Void', training: 'Training' },
  banner: {
    refund: 'REFUND',
    void: 'VOID',
    training: 'TRAINING – NOT A RECEIPT',
    imported: 'COPY OF IMPORTED HISTORY',
    copy: 'COPY {{number}}',
  },
  head: {
    number: 'Receipt',
    order: 'Order',
    original: 'Refund of',
    date: 'Date',
    register: 'Register',
    staff: 'Served by',
    customer: 'Customer',
    taxedAs: 'Taxed as',
    taxNumber: 'Tax no. {{number}}',
    phone: 'Tel. {{number}}',
  },
  taxContext: { takeaway: 'Take-away' },
  line: {
    unnamed: 'Item',
    perUnit: '{{quantity}} × {{price}}',
    perMeasure: '{{quantity}} {{unit}} × {{price}}/{{unit}}',
  },
  adjustment: {
    discount: 'Discount',
    promotion: 'Offer',
    priceOverride: 'Price change',
    orderDiscount: 'Discount',
    deposit: 'Deposit',
  },
  total: {
    items: { one: '1 item', other: '{{count}} items' },
    subtotal: 'Subtotal',
    tax: 'Tax',
    total: 'Total',
    refund: 'Refunded',
    rounding: 'Rounding',
    change: 'Change',
  },
  tax: { rate: 'Tax', net: 'Net', tax: 'Tax', gross: 'Gross', included: 'Prices include tax' },
  tender: { cash: 'Cash', card: 'Card', bankTransfer: 'Bank transfer', voucher: 'Voucher', other: 'Other' },
  heads: {
    title: 'End of the journal',
    documents: 'Documents',
    receipts: 'Signed receipts',
    keep: 'Keep this away from the till',
  },
  printer: {
    testTitle: 'Printer test',
    offline: 'The printer does not answer. Check that it is on and connected.',
    paperEnd: 'The printer has no paper. Put in a new roll.',
    coverOpen: "The printer's cover is open. Close it.",
    stuck: 'The printer is connected but does nothing. Turn it off and on again.',
    notConfigured: 'No printer is set up for this register.',
    uncertain: 'The receipt may have been printed already. Look at the printer, then choose.',
  },
};

export type ReceiptTexts = typeof receipt;
