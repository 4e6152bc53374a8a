/** The demo shop's shelves. The first rule that fits the product's path of categories, or its name, wins. */
const shelves: readonly {
  name: string;
  fits: RegExp;
  fromMinor: number;
  toMinor: number;
  tax: 'zero' | 'standard';
}[] = [
  { name: 'Pet Food', fits: /pet food|dog food|cat food/i, fromMinor: 85, toMinor: 520, tax: 'standard' },
  {
    name: 'Beer & Wine',
    fits: /\b(?:beers?|wines?|liquors?|ciders?|vodka|whisk)\b(?!.*(?:sauce|vinegar))/i,
    fromMinor: 210,
    toMinor: 1195,
    tax: 'standard',
  },
  {
    name: 'Frozen & Ready Meals',
    fits: /frozen|ice cream|sorbet|pizza|sandwich|\bmeals\b(?!.*soup)/i,
    fromMinor: 195,
    toMinor: 475,
    tax: 'zero',
  },
  {
    name: 'Tins & Soups',
    fits: /canned|soup|broth|baked beans|tinned/i,
    fromMinor: 75,
    toMinor: 290,
    tax: 'zero',
  },
  {
    name: 'Baking & Spreads',
    fits: /spreads|honey|jam|nut butter|flour|sugar\b|syrup|baking|cake mix|brownie mix|sweetener|oils|vegetable fats|yeast/i,
    fromMinor: 125,
    toMinor: 540,
    tax: 'zero',
  },
  {
    name: 'Sauces & Condiments',
    fits: /sauce|condiment|mustard|ketchup|mayonnaise|dressing|vinegar|spice|salsa|pickle|dip\b|dips\b|salt\b/i,
    fromMinor: 110,
    toMinor: 395,
    tax: 'zero',
  },
  {
    name: 'Crisps & Nuts',
    fits: /crisps|chips|popcorn|pretzel|nuts\b|cracker|almonds|cashews|peanuts|salty snacks|puffs/i,
    fromMinor: 95,
    toMinor: 350,
    tax: 'standard',
  },
  {
    name: 'Chocolate & Sweets',
    fits: /chocolate|cand(?:y|ies)|confectioner|gum\b|licorice|gummi|sweets\b|cereal bars|bars\b/i,
    fromMinor: 65,
    toMinor: 320,
    tax: 'standard',
  },
  {
    name: 'Biscuits & Cakes',
    fits: /biscuit|cookie|cake|pastr|muffin|doughnut|brownie/i,
    fromMinor: 115,
    toMinor: 340,
    tax: 'zero',
  },
  {
    name: 'Drinks',
    fits: /beverage|drink|soda|juice|water|coffee|\bteas?\b|smoothie/i,
    fromMinor: 95,
    toMinor: 420,
    tax: 'standard',
  },
  {
    name: 'Dairy & Eggs',
    fits: /dair(?:y|ies)|milk|cheese|yogurt|butter|cream|eggs/i,
    fromMinor: 95,
    toMinor: 480,
    tax: 'zero',
  },
  {
    name: 'Meat & Fish',
    fits: /meat|sausage|ham\b|bacon|poultr|chicken|turkey|beef|fish|seafood|tuna|salmon/i,
    fromMinor: 240,
    toMinor: 690,
    tax: 'zero',
  },
  {
    name: 'Pasta, Rice & Pulses',
    fits: /pasta|noodle|rice|spaghetti|legume|beans|lentil|quinoa|grain products/i,
    fromMinor: 85,
    toMinor: 310,
    tax: 'zero',
  },
  {
    name: 'Bread & Cereals',
    fits: /bread|tortilla|bagel|cereal|muesli|granola|oat|breakfast/i,
    fromMinor: 110,
    toMinor: 380,
    tax: 'zero',
  },
];
/** In the path of nearly every plant product, and so no help. */
const emptyWords =
  /plant based foods and beverages|beverages and beverages preparations|plant based foods|fruits and vegetables based foods|cereals and potatoes|cereals and their products|nuts and their products|legumes and their products/gi;
/** What the product is called says more than the path people gave it. */
const nameFirst: readonly (readonly [pattern: RegExp, shelf: string, strong?: true])[] = [
  [/\b(?:coffee|tea|juice|lemonade|soda|cola|water|smoothie|milk|drink|shake)$/i, 'Drinks'],
  [/\b(?:cookies|shortbread|wafers|crackers?)$/i, 'Biscuits & Cakes'],
  [/\b(?:granola|muesli|cereal|oatmeal|oats|bread|tortillas|bagels)$/i, 'Bread & Cereals'],
  [/\b(?:chips|crisps|popcorn|pretzels|almonds|cashews|pistachios)$/i, 'Crisps & Nuts'],
  [/\b(?:yogurt|cheese|cheddar|butter|kefir|eggs)$/i, 'Dairy & Eggs'],
  [/\b(?:soup|broth)$/i, 'Tins & Soups'],
  [/\b(?:pasta|spaghetti|noodles|rice|penne|lentils|linguine)$/i, 'Pasta, Rice & Pulses'],
  [/\b(?:sauce|ketchup|mustard|mayonnaise|dressing|salsa|vinegar|seasoning)$/i, 'Sauces & Condiments'],
  [/\b(?:peanut butter|almond butter|honey|jam|preserves|flour|syrup|oil|mix)$/i, 'Baking & Spreads'],
  [/\bsauce\b(?!.*\b(?:pasta|noodles|beans)\b)/i, 'Sauces & Condiments'],
  [/\b(?:ramen|noodles?)\b(?!.*soup)/i, 'Pasta, Rice & Pulses'],
  [/\b(?:cookies?|biscuits?)\b(?!.*(?:mix|ice cream))/i, 'Biscuits & Cakes'],
  [
    /^(?:milk|dark|white) chocolate\b|\bchocolate (?:with|covered|bar)\b|\bin (?:dark|milk) chocolate\b/i,
    'Chocolate & Sweets',
  ],
  [/\b(?:wafers?)\b/i, 'Biscuits & Cakes'],
  [/\bbutter, (?:un)?salted|salted butter|cultured butter/i, 'Dairy & Eggs'],
  [/\b(?:fruit spread|preserves)\b/i, 'Baking & Spreads'],
  [/\b(?:macaroni|ravioli)\b/i, 'Pasta, Rice & Pulses'],
  [
    /goldfish|cheese nips|trail mix|healthy mix|\b(?:potato|pita|tortilla) chips|baked fries|sea salt and olive oil|rosemary & olive oil/i,
    'Crisps & Nuts',
    true,
  ],
  [/\b(?:mayonnaise|mayo|horseradish)\b(?!.*cheddar)/i, 'Sauces & Condiments', true],
  [/\b(?:sardines|tuna|soup|cream of)\b/i, 'Tins & Soups', true],
  [
    /\b(?:fries|onion rings|burgers|nuggets|tenders|chicken fingers|waffles)\b/i,
    'Frozen & Ready Meals',
    true,
  ],
];

export function demoCategoryOf(path: string, name: string): string | null {
  if (
    /supplement|bodybuilding|protein|product type|specific diets|baby/i.test(path) ||
    /protein|keto|diet|weight/i.test(name)
  )
    return null;
  const told = path.replace(emptyWords, '');
  const certain = nameFirst.findLast(([pattern, , strong]) => strong === true && pattern.test(name));
  if (certain !== undefined) return certain[1];
  const special = shelves.slice(0, 3).find((shelf) => shelf.fits.test(told));
  if (special !== undefined) return special.name;
  const byName = nameFirst.findLast(([pattern]) => pattern.test(name));
  if (byName !== undefined) return byName[1];
  return (
    shelves.find((shelf) => shelf.fits.test(told))?.name ??
    shelves.find((shelf) => shelf.fits.test(name))?.name ??
    null
  );
}

/** 32-bit FNV-1a: the same for ever, so that the list does not change from build to build. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash >>> 1;
}

/** A made-up price in the range of its shelf, more for a larger pack, ending in 0, 5 or 9. */
export function demoPrice(product: { gtin: string; name: string; category: string; packSize: string }) {
  const shelf = shelves.find((one) => one.name === product.category);
  if (shelf === undefined) throw new Error(`no shelf ${product.category}`);
  const luck = (hashOf(product.gtin) % 1000) / 1000;
  const place = Math.min(1, Math.max(0, luck * 0.6 + sizeShare(product.packSize) * 0.4));
  const raw = Math.round((shelf.fromMinor + place * (shelf.toMinor - shelf.fromMinor)) / 5) * 5;
  const priceMinor = hashOf(`${product.gtin}e`) % 3 === 0 ? raw - 1 : raw;
  const costMinor = Math.round((priceMinor * (58 + (hashOf(`${product.gtin}c`) % 18))) / 100);
  return { priceMinor, costMinor, taxCategory: taxOf(product, shelf.tax) };
}

/** United Kingdom: most food is at zero; coffee, tea and milk too, unlike other drinks; ice cream is not. */
function taxOf(product: { name: string; category: string }, tax: 'zero' | 'standard'): 'zero' | 'standard' {
  if (
    product.category === 'Drinks' &&
    /coffee|tea\b|teas\b|milk|cocoa/i.test(product.name) &&
    !/iced/i.test(product.name)
  )
    return 'zero';
  return /ice cream|gelato|sorbet|frozen yogurt/i.test(product.name) ? 'standard' : tax;
}

/** Sizes that shops sell; below them people entered a serving, above them a caterer's drum. */
const smallest: Readonly<Record<string, number>> = {
  Drinks: 200,
  'Baking & Spreads': 120,
  'Sauces & Condiments': 100,
  'Dairy & Eggs': 90,
  'Meat & Fish': 80,
  'Pasta, Rice & Pulses': 80,
  'Bread & Cereals': 150,
  'Biscuits & Cakes': 60,
  'Tins & Soups': 100,
  'Frozen & Ready Meals': 130,
  'Beer & Wine': 250,
  'Crisps & Nuts': 25,
  'Chocolate & Sweets': 20,
  'Pet Food': 50,
};

export function isSoldSize(product: { name: string; category: string; packSize: string }): boolean {
  const dry =
    product.category === 'Drinks' &&
    /coffee|tea\b|teas\b|powder|cocoa/i.test(product.name) &&
    !/l$/.test(product.packSize);
  const size = gramsOf(product.packSize);
  const most = /Drinks|Dairy/.test(product.category) ? 4000 : 1500;
  return size >= (dry ? 20 : (smallest[product.category] ?? 25)) && size <= most;
}

/** 0 for 50 g, about 1 for a kilogram. */
function sizeShare(packSize: string): number {
  return Math.min(1, Math.max(0, Math.log2(gramsOf(packSize) / 50) / Math.log2(20)));
}

function gramsOf(packSize: string): number {
  const match = /(?:(\d+) x )?([\d.]+) (kg|g|ml|cl|l|fl oz|oz|lb)$/.exec(packSize);
  const grams =
    { kg: 1000, l: 1000, g: 1, ml: 1, cl: 10, 'fl oz': 29.6, oz: 28.35, lb: 454 }[match?.[3] ?? ''] ?? 1;
  return Number(match?.[1] ?? 1) * Number(match?.[2] ?? 200) * grams;
}
