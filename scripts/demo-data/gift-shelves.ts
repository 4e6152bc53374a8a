/** The gift shelves, by the words of a description. The first rule that fits wins, so what a thing is for stands before
 *  what it is made of: a Christmas mug hangs with Christmas, a glass necklace with jewellery. */
const shelves: readonly (readonly [name: string, fits: RegExp])[] = [
  [
    'Christmas',
    /christmas|xmas|santa|reindeer|snowman|snowflake|advent|nativity|rudolph|noel|mistletoe|bauble|angel|stocking|snow globe/,
  ],
  ['Easter', /easter|\bchick\b|chicks|\bhen house|decorative egg/],
  [
    'Jewellery',
    /necklace|necklac|neckl\b|bracelet|earring|\bring\b(?!.*binder)|brooch|bangle|diamante|anklet|pendant|\bcharm\b|hair ?(?:clip|grip|slide|comb|band)|jewel(?!led)|\bbling\b|lariat|tiara|\bpearl\b|amethyst|key ?ring|key-ring|phone charm|mobile phone|hair\b/,
  ],
  [
    'Bags & Purses',
    /\bbags?\b(?!.*(?:gift|marbles))|shopper|handbag|purse|wallet|satchel|luggage|backpack|rucksack|umbrella|parasol|passport|suit ?case|card holder|glasses case|rain ?hat|poncho|scarf|shawl|slipper|\bsocks?\b|gloves?|apron|\bhat\b/,
  ],
  [
    'Gift Wrap',
    /\bwrap\b|gift bag|gift tape|gift tag|ribbons?|tissue paper|\btags?\b|gift box|wrapping|bows?\b|parcel tape|\btape\b(?! measure)/,
  ],
  [
    'Stationery & Cards',
    /\bcards?\b|notebook|notepad|note ?book|envelope|pencils?|\bpens?\b|stationery|sketch|diary|journal|eraser|rubber|ruler|sticker|calendar|letter ?set|writing|memo|\bbook\b|books|postage stamp|\bstamps?\b|calculator|clipboard|organiser|planner|magnets?|wall ?chart|paper ?weight|album|file\b|folder/,
  ],
  [
    'Toys & Games',
    /\btoys?\b|jigsaw|puzzle|\bgames?\b|dominoes|playing cards|babushka|doll|dolly|marbles|skipping|soldier|spinning|yo.?yo|balloons?|teddy|puppet|kite|play ?house|feltcraft|colouring|crayons?|draughts|ludo|snakes|naughts|dinosaur|bouncy|robot|rocking|\bball\b|soft toy|rattle|circus|bingo|tattoos|whistle|magic|pirate|knight|princess|fairy tale|mirror ball|ninja|boombox|stress ball|ipod|usb|tricks?|elephant|\bowls?\b|monkey|gamages|girls? party|boys? party/,
  ],
  [
    'Party',
    /party|bunting|garland|birthday|streamer|paper plate|paper cups|napkins?|\bstraws?\b|confetti|wedding|cocktail parasol|paper chain|invit/,
  ],
  [
    'Candles & Lights',
    /candles?|t-?light|tea ?light|lantern|\blights?\b|\blamp|incense|oil burner|chandelier|nightlight|night light|candelabra|candlestick|fragrance|scented|potpourri|torch|\bled\b|lampshade|snuffer/,
  ],
  [
    'Baking',
    /cake|baking|cookie|biscuit|rolling pin|cutters?|muffin|cupcake|pastry|icing|recipe|measuring|mixing|jam making|\bjam\b|jelly mould|ice lolly|lolly|sieve|whisk|spatula|scales?|preserv|jam jar/,
  ],
  ['Home Textiles', /cushion/],
  [
    'Kitchen & Dining',
    /mugs?|cups?\b|plates?\b|bowls?|teapot|tea ?pot|jug|cutlery|spoons?|forks?|knives|glass(?:es)?\b(?=.*(?:drink|tumbler|wine|beer|goblet))|tumbler|goblet|saucer|\btea\b|coffee|kitchen|lunch ?box|bottle|placemats?|coasters?|tray|\bdish|toast|\bpan\b|bread|butter|\bmilk\b|\begg\b|egg ?cup|napkin|table ?cloth|table ?runner|\boven\b|cosy|salt|pepper|pantry|pot ?holder|colander|enamel|food|snack|flask|tiffin|lunch|platter|cake ?stand|dinner|decanter|champagne|sugar|cruet|ice ?cream|corkscrew|opener|chopsticks|apothecary|picnic|bistro|fruit|cabinet ?jar|ladle|trivet|tea ?towel|mould|strainer|rack|microwave|cannister|canister/,
  ],
  [
    'Storage & Boxes',
    /\bbox(?:es)?\b|\btins?\b|storage|basket|drawers?|chest|trunk|crate|jars?\b|\bbin\b|holdall|hamper|bucket|caddy|cabinet|shel(?:f|ves)|money ?(?:bank|box)|piggy|hangers?|hooks?|coat rack|peg/,
  ],
  [
    'Home Textiles',
    /cushion|doormat|\brug\b|curtain|throw|blanket|quilt|bedding|towels?|filler pad|door ?stop|draught|hot water bottle|hand ?warmer|tissues|bean ?bag|pillow|fabric|patch(?:es)?\b|sewing|knitting|crochet|buttons?|\blace\b|felt\b|wool|needle|cotton|thread|quilting|ironing|peg bag/,
  ],
  [
    'Clocks & Frames',
    /clock|frames?\b|photo|picture|mirror|wall art|poster|print\b|canvas|blackboard|chalk ?board|chalkboard|notice ?board|memo ?board|\bboard\b|timer|watch/,
  ],
  [
    'Signs',
    /\bsign\b|plaque|\bletters?\b|door ?sign|metal sign|number tile|\bnumber\b|slate|block letters|word\b|alphabet|initial/,
  ],
  [
    'Garden',
    /garden|planter|plant|watering|bird ?(?:house|feeder|table|bath)|birdhouse|flower ?pot|\bpots?\b|herb|wind ?(?:chime|mill|spinner)|windmill|trellis|seed|gnome|trowel|kneeling|greenhouse|outdoor|deckchair|fly swat|bird|insect|bee\b|solar|wicker|thermometer/,
  ],
  [
    'Bath & Beauty',
    /bath|soap|sponge|\bbalm|\blips?\b|lotion|hand ?cream|talc|toiletries|wash|cosmetic|make ?up|beauty|manicure|shower|sleep mask|eye ?mask|plasters|first aid|\bnails?\b|powder ?puff|\bcomb\b|brush/,
  ],
  [
    'Decorations',
    /decorations?|hanging|heart|wreath|vase|ornament|flowers?|feather|butterfly|butterflies|mobile|beads?|bell\b|star\b|dove|figurine|statue|door ?knob|knobs?|drawer ?knob|trinket|crystal|glass|bouquet|rose\b|tree\b|chandelier|cherub|finial|tile\b|stand\b|tassel|zinc|wire|pompom|doiley|doily|branch|leaf|leaves|spray|charm|string|skull|mosaic|shell|wood|metal|ceramic|silver|antique|retro|vintage/,
  ],
];

/** What no rule fits. */
export const OTHER_GIFTS = 'Other Gifts';

export function giftShelfOf(description: string): string {
  const text = description.toLowerCase();
  return shelves.find(([, fits]) => fits.test(text))?.[0] ?? OTHER_GIFTS;
}
