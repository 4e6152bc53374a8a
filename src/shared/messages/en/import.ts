/** What is wrong with a row (`row.<code>`), and why an import as a whole ended (`ended.<code>`). */
export const imports = {
  row: {
    barcode: {
      badCheckDigit: 'The barcode’s last digit does not fit the others.',
      badLength: 'A barcode has 8, 12, 13 or 14 digits.',
      badCharacters: 'The barcode has characters that no barcode has.',
      tooLong: 'The barcode is too long.',
    },
    import: {
      unterminatedQuote: 'A quotation mark is opened and never closed.',
      fieldTooLong: 'A cell is longer than 65,536 characters.',
      cutOff: 'The file ends in the middle of this row.',
      tooManyCells: 'The row has more cells than the heading.',
      nameMissing: 'The name is missing.',
      textTooLong: 'The text is too long.',
      badCharacters: 'The text has characters that cannot be shown or printed.',
      badNumber: 'This is not a number.',
      negativeNumber: 'The number is below zero.',
      tooManyDecimals: 'The amount has more decimals than the currency, or the quantity more than three.',
      numberTooLarge: 'The number is too large.',
      notYesOrNo: 'This is neither yes nor no.',
      badAge: 'This is not an age of up to 99 years.',
      unknownUnit: 'This unit is not known.',
      unknownTaxCategory: 'The shop has no such tax category.',
      duplicateBarcode: 'An earlier row has the same barcode.',
      duplicateSku: 'An earlier row has the same code (SKU).',
      duplicateName: 'An earlier row has the same name, and neither has a code.',
      duplicateId: 'An earlier row is the same product.',
      matchesSeveral: 'The codes of this row belong to different products.',
      changedSince: 'It was changed since the import.',
    },
    product: {
      unknown: 'The product is gone.',
      skuTaken: 'Another product has this code (SKU) by now.',
      barcodeTaken: 'Another product has this barcode by now.',
    },
    category: { unknown: 'The category is gone.' },
    tax: { categoryUnknown: 'The tax category is gone.' },
  },
  ended: {
    internal: 'Something went wrong inside the program. It is written down in the log.',
    import: {
      interrupted:
        'The program ended while products were being written. All of them are as they were before.',
      replaced: 'A newer import was started instead.',
      abandoned: 'Nobody went on with it for seven days.',
      binaryFile: 'The file is neither text nor an XLSX workbook.',
      workbookUnreadable: 'The XLSX file cannot be read.',
      workbookTooLarge: 'The XLSX file unpacks to more than can be read.',
      empty: 'The file has no rows.',
    },
  },
} as const;
