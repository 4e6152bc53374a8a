import sharp from 'sharp';
import type { DayLog } from './day-log.ts';
import { checkJournal } from './journal-day.ts';
import { importMore } from './whole-day-lists.ts';

/** A shop's whole life in a day: every call of the contract succeeds at least once. */
export async function wholeDay(day: DayLog): Promise<void> {
  await setUp(day);
  const people = await hire(day);
  const goods = await stockShelves(day);
  await importMore(day, goods.standardTaxId);
  const documentId = await sell(day, goods);
  await lookBack(day, documentId, goods.milkId);
  await handOver(day, people.cashierId);
}

async function setUp(day: DayLog): Promise<void> {
  await day.does('setup.status', {});
  await day.does('setup.listCountries', {});
  await day.does('setup.createShop', {
    shop: {
      name: 'Corner Shop',
      address: '1 High Street',
      country: 'GB',
      language: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
      dayCutOffMinutes: 0,
      taxNumber: 'GB123456789',
      taxMode: 'included',
      taxRounding: 'line',
      cashStepMinor: 1,
      receiptFooter: 'Thank you',
    },
    taxCategories: [
      { name: 'Standard', kind: 'rate', ratePpm: 200_000 },
      { name: 'Zero', kind: 'zero', ratePpm: 0 },
    ],
    register: { name: 'Till 1', prefix: 'T1' },
    owner: { name: 'Olive Owner', username: 'olive', password: 'harbour-lantern-42', pin: '2580' },
  });
  await day.does('session.current', {});
  const shop = await day.does('shop.get', {});
  const { currency, currencyExponent, demo, version, ...facts } = shop;
  await day.does('shop.update', { ...facts, receiptFooter: 'See you soon', expectedVersion: version });
  await day.does('tax.saveCategory', {
    name: 'Reduced',
    kind: 'rate',
    rates: [{ name: 'VAT', ratePpm: 50_000 }],
  });
  const [standard] = await day.does('tax.listCategories', {});
  const away = { context: 'takeaway', validFrom: '2199-01-01' } as const;
  const later = await day.does('tax.setRates', {
    id: standard!.id,
    expectedVersion: standard!.version,
    ...away,
    rates: [{ name: 'VAT', ratePpm: 70_000 }],
  });
  await day.does('tax.withdrawRates', { id: later.id, expectedVersion: later.version, ...away });
  const till = await day.does('register.create', { name: 'Till 2', prefix: 'T2' });
  const { id, name, printerHost, printerPort, paperWidthMm, printerEncoding, printAutomatically } = till;
  await day.does('register.update', {
    id,
    expectedVersion: till.version,
    name,
    printerHost,
    printerPort,
    paperWidthMm,
    printerEncoding,
    printAutomatically,
    hasDrawer: false,
  });
  await printLabels(day);
  await day.does('register.list', {});
  await day.does('register.getDoubt', {});
  await day.does('register.settleDoubt', { answer: 'newNumbers' });
  await day.does('device.list', {});
  await day.does('device.setScanner', {
    scanner: { prefix: '', suffix: 'Enter', maxKeyGapMs: 40, minLength: 4 },
  });
  await day.does('device.getScanner', {});
}

async function printLabels(day: DayLog): Promise<void> {
  const facts = { decimals: 2, badCheck: 'refuse', enabled: true } as const;
  const price = await day.does('label.save', { ...facts, name: 'Price', pattern: '20IIIIICPPPPX' });
  const weight = await day.does('label.save', {
    ...facts,
    name: 'Weight',
    pattern: '21IIIIIWWWWWX',
    decimals: 3,
  });
  await day.does('label.reorder', { ids: [weight.id, price.id] });
  await day.does('label.list', {});
  await day.does('label.tryCode', { code: '2112345012346' });
  await day.does('label.remove', { id: weight.id });
}

async function hire(day: DayLog): Promise<{ cashierId: string }> {
  const cashier = await day.does('staff.create', {
    name: 'Carl Cashier',
    username: 'carl',
    role: 'cashier',
    password: 'blue-herring-77',
  });
  await day.does('staff.setPin', { id: cashier.id, pin: '1379' });
  await day.does('staff.setPassword', { id: cashier.id, newPassword: 'green-herring-78' });
  const [row] = (await day.does('staff.list', {})).filter(({ id }) => id === cashier.id);
  await day.does('staff.update', {
    id: cashier.id,
    expectedVersion: row!.version,
    name: 'Carl C.',
    role: 'cashier',
    active: true,
  });
  await day.does('session.listPeople', {});
  return { cashierId: cashier.id };
}

interface Goods {
  readonly milkId: string;
  readonly gingerId: string;
  readonly standardTaxId: string;
}

async function stockShelves(day: DayLog): Promise<Goods> {
  const taxes = await day.does('tax.listCategories', {});
  const standardTaxId = taxes.find(({ name }) => name === 'Standard')!.id;
  const dairy = await day.does('category.save', { name: 'Dairy', parentId: null });
  const spare = await day.does('category.save', { name: 'Spare', parentId: null, colour: 'teal' });
  const moved = await day.does('category.move', {
    id: spare.id,
    expectedVersion: spare.version,
    parentId: dairy.id,
    place: 0,
  });
  const inside = moved.find(({ id }) => id === spare.id)!;
  await day.does('category.archive', { id: spare.id, expectedVersion: inside.version });
  const all = await day.does('category.list', { withArchived: true });
  await day.does('category.countProducts', {});
  const archived = all.find(({ id }) => id === spare.id)!;
  await day.does('category.restore', { id: spare.id, expectedVersion: archived.version });
  const common = {
    sku: null,
    brand: null,
    packSize: null,
    categoryId: dairy.id,
    costMinor: 60,
    taxCategoryId: standardTaxId,
    description: '',
    negativeStock: 'allow',
    lowStockMilli: null,
  } as const;
  const milk = await day.does('product.create', {
    ...common,
    name: 'Milk',
    barcodes: [{ code: '4006381333931', kind: 'gtin' }],
    unit: 'each',
    priceMinor: 120,
    ownColour: 'blue',
    minimumAge: 16,
    supplierCode: 'D-100',
    notes: 'delivered on Tuesdays',
    openingStockMilli: 20_000,
  });
  const ginger = await day.does('product.create', {
    ...common,
    name: 'Ginger',
    barcodes: [{ code: 'GINGER', kind: 'inStore' }],
    unit: 'kg',
    priceMinor: 680,
  });
  await day.does('product.update', {
    ...common,
    id: milk.id,
    expectedVersion: milk.version,
    name: 'Milk 1 l',
    barcodes: [{ code: '4006381333931', kind: 'gtin' }],
    unit: 'each',
    priceMinor: 125,
  });
  await day.does('product.setStatus', { id: ginger.id, expectedVersion: ginger.version, status: 'archived' });
  const { version } = await day.does('product.get', { id: ginger.id });
  await day.does('product.setStatus', { id: ginger.id, expectedVersion: version, status: 'active' });
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer();
  const withImage = await day.does('product.addImage', { id: milk.id, imageBase64: png.toString('base64') });
  await day.does('product.arrangeImages', { id: milk.id, imageIds: withImage.imageIds });
  await day.does('product.getImage', { imageId: withImage.imageId! });
  await day.does('product.listBrands', {});
  const dearer = {
    selection: { kind: 'filter', filter: { categoryId: dairy.id } },
    change: { kind: 'price', how: { kind: 'percent', ppm: 50_000 }, ending: '99' },
  } as const;
  const { changed } = await day.does('product.previewBulkEdit', dearer);
  const edit = await day.does('product.bulkEdit', { ...dearer, expectedChanged: changed });
  await day.does('product.listBulkEdits', {});
  await day.does('product.previewUndoBulkEdit', { id: edit.id });
  await day.does('product.undoBulkEdit', { id: edit.id });
  await day.does('product.setQuickKeys', { productIds: [milk.id, ginger.id] });
  await day.does('product.listQuickKeys', {});
  await day.does('product.search', { text: 'mil' });
  await day.does('product.list', { sort: 'price', descending: true });
  await day.does('stock.adjust', {
    productId: ginger.id,
    change: { kind: 'countedTo', quantityMilli: 5000 },
    reason: 'count',
    note: '',
  });
  await day.does('stock.listMovements', { productId: milk.id });
  return { milkId: milk.id, gingerId: ginger.id, standardTaxId };
}

async function sell(day: DayLog, { milkId, gingerId }: Goods): Promise<string> {
  const customer = await day.does('customer.create', {
    name: 'Ana Ribeiro',
    phone: '+44 20 7946 0018',
    email: 'ana@example.com',
    note: '',
  });
  await day.does('customer.update', {
    id: customer.id,
    expectedVersion: customer.version,
    name: 'Ana Ribeiro',
    phone: null,
    email: 'ana@example.com',
    note: 'likes ginger',
  });
  await day.does('customer.search', { text: 'rib' });
  await day.does('customer.get', { id: customer.id });
  await day.does('sale.getOpen', {});
  const { sale, lineId } = await day.does('sale.scanBarcode', { barcode: '4006381333931' });
  const saleId = sale.id;
  await day.does('sale.setTaxContext', { saleId, context: 'takeaway' });
  await day.does('sale.answerAge', { saleId, years: 16, oldEnough: true });
  await day.does('sale.allowOversell', { saleId, productId: gingerId });
  const ginger = await day.does('sale.addProduct', { saleId, productId: gingerId, quantityMilli: 420 });
  await day.does('sale.setQuantity', { saleId, lineId, quantityMilli: 3000 });
  await day.does('sale.setPrice', { saleId, lineId, unitPriceMinor: 110, reason: 'dented' });
  await day.does('sale.setLineDiscount', {
    saleId,
    lineId,
    discount: { kind: 'percent', ppm: 100_000 },
    reason: 'regular',
  });
  await day.does('sale.setDiscount', {
    saleId,
    discount: { kind: 'amount', amountMinor: 50 },
    reason: 'opening week',
  });
  await day.does('sale.setLineNote', { saleId, lineId, note: 'cold bag' });
  await day.does('sale.setCustomer', { saleId, customerId: customer.id });
  await day.does('sale.removeLine', { saleId, lineId: ginger.lineId });
  await day.does('sale.restoreLine', { saleId, lineId: ginger.lineId });
  await day.does('sale.hold', { saleId, label: 'Ana' });
  await day.does('sale.listCarts', {});
  await day.does('sale.recall', { saleId });
  await day.does('sale.takeOver', { saleId });
  const paid = await day.does('sale.addPayment', { saleId, kind: 'voucher', amountMinor: 100 });
  await day.does('sale.removePayment', { saleId, paymentId: paid.payments[0]!.id });
  await day.does('sale.addPayment', { saleId, kind: 'card', amountMinor: 200, reference: 'slip 17' });
  const { totalMinor } = await day.does('sale.get', { saleId });
  await day.does('sale.previewPayment', { saleId, kind: 'cash', amountMinor: 1000 });
  const done = await day.does('sale.complete', {
    saleId,
    expectedTotalMinor: totalMinor,
    payment: { kind: 'cash', amountMinor: 1000 },
  });
  await giveUpOne(day, milkId);
  return done.documentId;
}

async function giveUpOne(day: DayLog, productId: string): Promise<void> {
  const practice = await day.does('sale.setTraining', { training: true });
  await day.does('sale.setTraining', { saleId: practice.id, training: false });
  await day.does('sale.addProduct', { saleId: practice.id, productId });
  await day.does('sale.void', { saleId: practice.id, reason: 'customer left' });
}

async function lookBack(day: DayLog, id: string, productId: string): Promise<void> {
  await day.does('order.list', { productId });
  const order = await day.does('order.get', { id });
  await day.does('order.findByNumber', { number: order.number });
  await day.does('order.getReceiptSvg', { id });
  await day.does('order.getReceiptPdf', { id });
  await day.does('order.issueReceiptSvg', { id });
  await printTwice(day, id);
  await day.does('order.refund', { id, reason: 'not as described' });
  await day.does('report.today', {});
  await day.does('stock.check', {});
  await day.does('audit.list', {});
  await checkJournal(day);
  await keepSafe(day);
}

/** Restoring signs everyone out and gives new numbers: test/backup. */
async function keepSafe(day: DayLog): Promise<void> {
  await day.does('backup.setUp', { folder: null, passphrase: null });
  const { file } = await day.does('backup.make', {});
  await day.does('backup.preview', { file });
  await day.does('backup.rehearse', { file });
  await day.does('backup.list', {});
  await day.does('backup.status', {});
}

/** A printer that is switched off: jobs wait, fail and can be given up; nothing else does. */
async function printTwice(day: DayLog, documentId: string): Promise<void> {
  const [till] = await day.does('register.list', {});
  const { hasDrawer: _drawer, prefix: _prefix, version, ...facts } = till!;
  await day.does('register.update', {
    ...facts,
    expectedVersion: version,
    printerHost: '127.0.0.1',
    printerPort: 9,
    hasDrawer: true,
  });
  await day.tries('printer.openDrawer', { reason: 'change' });
  const { jobId } = await day.does('order.printReceipt', { id: documentId });
  await day.does('printer.printTest', {});
  await day.waitsFor('printer.listJobs', {}, (jobs) => jobs.every(({ state }) => state === 'failed'));
  await day.waitsFor('printer.getStatus', {}, ({ ready }) => !ready);
  await day.does('printer.retryJob', { id: jobId });
  await day.waitsFor('printer.listJobs', {}, (jobs) => jobs.every(({ state }) => state === 'failed'));
  await day.does('printer.cancelJob', { id: jobId });
  await day.does('printer.getStatus', {});
  await day.does('printer.listJobs', {});
}

async function handOver(day: DayLog, cashierId: string): Promise<void> {
  await day.does('session.signOut', {});
  await day.tries('sale.getOpen', {});
  const signedIn = await day.does('session.signInWithPin', { staffId: cashierId, pin: '1379' });
  await day.does('session.listApprovers', { permission: 'sale.override' });
  const [owner] = await day
    .does('session.listPeople', {})
    .then((people) => people.filter(({ role }) => role === 'owner'));
  await day.does('session.approve', { staffId: owner!.id, pin: '2580', permission: 'sale.override' });
  await day.tries('report.today', {});
  if (signedIn.staff.id !== cashierId) throw new Error('someone else was signed in');
  await day.does('session.signOut', {});
  await day.does('session.signIn', { username: 'olive', password: 'harbour-lantern-42' });
  const [till] = await day.does('register.list', {});
  await day.does('device.enrol', { name: 'Second screen', registerId: till!.id });
  const devices = await day.does('device.list', {});
  await day.does('device.revoke', { id: devices.find(({ name }) => name !== 'Second screen')!.id });
}
