import type { Handlers } from '../handlers.ts';
import { backupHandlers } from './backup/backup.service.ts';
import { customerHandlers } from './customer/customer.service.ts';
import { exportHandlers } from './export/export.service.ts';
import { importHandlers } from './import/import.service.ts';
import { journalHandlers } from './journal/journal.service.ts';
import { labelHandlers } from './label/label.service.ts';
import { orderHandlers } from './order/order.service.ts';
import { printerHandlers } from './printer/printer.service.ts';
import { categoryHandlers } from './product/category.service.ts';
import { productHandlers } from './product/product.service.ts';
import { auditHandlers } from './report/audit.service.ts';
import { reportHandlers } from './report/report.service.ts';
import { saleHandlers } from './sale/sale.service.ts';
import { sessionHandlers } from './session/session.service.ts';
import { setupHandlers } from './setup/setup.service.ts';
import { deviceHandlers } from './shop/device.service.ts';
import { registerHandlers } from './shop/register.service.ts';
import { shopHandlers } from './shop/shop.service.ts';
import { taxHandlers } from './shop/tax.service.ts';
import { staffHandlers } from './staff/staff.service.ts';
import { stockHandlers } from './stock/stock.service.ts';

/** Every call's handler; the type says that none is missing. */
export const handlers: Handlers = {
  setup: setupHandlers,
  session: sessionHandlers,
  shop: shopHandlers,
  tax: taxHandlers,
  label: labelHandlers,
  register: registerHandlers,
  device: deviceHandlers,
  staff: staffHandlers,
  category: categoryHandlers,
  product: productHandlers,
  import: importHandlers,
  export: exportHandlers,
  customer: customerHandlers,
  sale: saleHandlers,
  order: orderHandlers,
  stock: stockHandlers,
  report: reportHandlers,
  audit: auditHandlers,
  journal: journalHandlers,
  printer: printerHandlers,
  backup: backupHandlers,
};
