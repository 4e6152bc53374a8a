export interface LabelSuggestion {
  readonly pattern: string;
  readonly kind: 'price' | 'weight';
  readonly decimals: number;
}

const price = (pattern: string, decimals = 2): LabelSuggestion => ({ pattern, kind: 'price', decimals });
const weight = (pattern: string, decimals = 3): LabelSuggestion => ({ pattern, kind: 'weight', decimals });

const NORDIC = [
  price('20IIIIIIPPPPX'),
  price('21IIIIIIPPPPX', 1),
  price('22IIIIIIPPPPX', 0),
  weight('23IIIIIIWWWWX'),
  weight('24IIIIIIWWWWX', 2),
  weight('25IIIIIIWWWWX', 1),
];

/** Widespread layouts (R30). What a prefix means is agreed in a country or set in the scale, so each is only offered. */
const BY_COUNTRY: Readonly<Record<string, readonly LabelSuggestion[]>> = {
  GB: [price('20IIIRRCPPPPX'), price('28IIIRRCPPPPX')],
  US: [price('02IIIIICPPPPX')],
  CA: [price('02IIIIICPPPPX')],
  JP: [price('02IIIIICPPPPX', 0)],
  SE: NORDIC,
  NO: NORDIC,
  FI: NORDIC,
};

const GENERAL = [price('20IIIIICPPPPX'), price('22IIIIIPPPPPX'), weight('21IIIIIWWWWWX')];

/** Labels a shop in this country may start from, the likeliest first; never none. */
export function labelSuggestions(country: string): readonly LabelSuggestion[] {
  return BY_COUNTRY[country] ?? GENERAL;
}
