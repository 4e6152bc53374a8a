import { expect } from '@playwright/test';
import { addProduct } from '../../shots/api.ts';
import { approvalOf, approveAs } from '../approval-steps.ts';
import { ALMOND, BROWNIE, HONEY, MARCUS, OLIVIA, SOFIA } from '../demo-shop.ts';
import { switchTo } from '../gate-steps.ts';
import { GROUP_SEPARATOR } from '../key-strokes.ts';
import { sellByLabel } from '../label-steps.ts';
import { cartOf, dialogOf, lineOf, linesOf, payAndGoOn, scanProducts } from '../sale-steps.ts';
import { calibrateScanner } from '../scanner-steps.ts';
import type { Everyday } from './act.ts';

const UNKNOWN_CODES = { skipped: '4006381333931', keyboard: '5901234123457', touch: '4012345678901' };
const RING = { keyboard: '4000000000020', touch: '4000000000037' };
const CHEESE = { keyboard: '09506000134352', touch: '09506000134369' };

export const SCANS: readonly Everyday[] = [
  {
    name: 'an unknown barcode rings nothing up: it is skipped, or made a product',
    act: async (person) => {
      const { page } = person;
      await person.scan(UNKNOWN_CODES.skipped);
      const unknown = dialogOf(page, 'Unknown barcode');
      await person.press(unknown.getByRole('button', { name: /^Skip/ }), 'Escape');
      await expect(unknown).toBeHidden();
      await expect(linesOf(page)).toHaveCount(0);
      await person.scan(UNKNOWN_CODES[person.way]);
      await person.press(unknown.getByRole('button', { name: 'Create product' }));
      const form = dialogOf(page, 'New product');
      await person.type(form.getByLabel('Name'), 'lamp oil');
      await person.type(form.getByLabel('Price (GBP)'), '4.20');
      await person.press(form.getByRole('button', { name: /^Create and add/ }), 'Enter');
      await expect(lineOf(page, 'lamp oil')).toContainText('£4.20');
      await payAndGoOn(person);
    },
  },
  {
    name: 'labels of the scale, with a price or a weight inside, are set up, tried and rung up',
    act: async (person) => {
      await sellByLabel(person);
      await payAndGoOn(person);
    },
  },
  {
    name: 'a scanner that types something before each code is learnt from three scans, and unlearnt again',
    act: async (person) => {
      const { page } = person;
      await calibrateScanner(person, ALMOND.code, `Z${ALMOND.code}`);
      await person.scan(`Z${ALMOND.code}`);
      await expect(lineOf(page, ALMOND.name)).toContainText('£4.44');
      await calibrateScanner(person, ALMOND.code, ALMOND.code);
      await person.scan(BROWNIE.code);
      await expect(lineOf(page, BROWNIE.name)).toBeVisible();
      await expect(linesOf(page)).toHaveCount(2);
      await payAndGoOn(person);
    },
  },
  {
    name: 'scans made while a dialog is open wait for it, and the field in it keeps what it held',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await person.press(cartOf(page).getByRole('button', { name: /^Hold/ }), 'F4');
      const dialog = dialogOf(page, 'Hold this cart');
      const field = dialog.getByLabel('Name to find it by');
      await person.type(field, 'red hat');
      await person.scan(BROWNIE.code);
      await person.scan(HONEY.code);
      await expect(page.getByText('2 scans are waiting until this is closed').first()).toBeVisible();
      await expect(field).toHaveValue('red hat');
      await expect(linesOf(page)).toHaveCount(1);
      await person.press(dialog.getByRole('button', { name: /^Cancel/ }), 'Escape');
      await expect(lineOf(page, BROWNIE.name)).toBeVisible();
      await expect(lineOf(page, HONEY.name)).toBeVisible();
      await payAndGoOn(person);
    },
  },
  {
    name: 'a GS1 code gives the line its weight, price, batch and expiry',
    act: async (person, { otherTill }) => {
      const { page, way } = person;
      const cheese = `Hard cheese ${way}`;
      await addProduct(await otherTill(), { name: cheese, code: CHEESE[way], unit: 'kg', priceMinor: 1990 });
      await person.scan(`]d201${ALMOND.code.padStart(14, '0')}1749123110L7A${GROUP_SEPARATOR}21S9`);
      await expect(lineOf(page, ALMOND.name)).toContainText('Batch L7A');
      await expect(lineOf(page, ALMOND.name)).toContainText('Expires on 31 December 2049');
      await expect(lineOf(page, ALMOND.name)).toContainText('Serial number S9');
      await person.scan(`]e001${CHEESE[way]}31030005003922899`);
      await expect(lineOf(page, cheese)).toContainText('0.5 kg');
      await expect(lineOf(page, cheese)).toContainText('£8.99');
      await expect(cartOf(page).getByRole('button', { name: /^Charge/ })).toContainText('£13.43');
      await payAndGoOn(person);
    },
  },
  {
    name: "a product that blocks is sold below zero with a manager's PIN alone",
    act: async (person, { otherTill }) => {
      const { page, way } = person;
      const ring = { name: `Signet ring ${way}`, code: RING[way] };
      await addProduct(await otherTill(), {
        ...ring,
        priceMinor: 4000,
        negativeStock: 'block',
        openingStockMilli: 1000,
      });
      await switchTo(person, SOFIA);
      await scanProducts(person, [ring]);
      await person.scan(ring.code);
      const short = dialogOf(page, `Not enough of ${ring.name}`);
      await expect(short).toContainText('On hand: 1');
      await person.press(short.getByRole('button', { name: /^Cancel/ }), 'Escape');
      await expect(lineOf(page, ring.name)).toContainText('£40.00');
      await person.scan(ring.code);
      await person.press(short.getByRole('button', { name: /^Sell anyway/ }), 'Control+Enter');
      await expect(approvalOf(page)).toContainText('Selling more than there is in stock.');
      await approveAs(person, MARCUS);
      await expect(lineOf(page, ring.name)).toContainText('£80.00');
      await expect(linesOf(page)).toHaveCount(1);
      await payAndGoOn(person);
      await switchTo(person, OLIVIA);
    },
  },
];
