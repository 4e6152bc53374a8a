/** Why stock was corrected, as the source's own words say it; the first rule that fits wins. */
const reasons: readonly (readonly [reason: string, fits: RegExp])[] = [
  ['damaged', /dama?g|dagam|crush|smash|broken|crack|wet|rust|mould|faulty|thrown|throw away|smudge|unsale/i],
  ['found', /found|counted|return/i],
  ['lost', /lost|missing|mia|can't find|\?missing/i],
  ['ownUse', /sample|display|showroom|given away|mailout/i],
  ['count', /check|stock check|count/i],
];

export function writeOffReason(description: string): string {
  return reasons.find(([, fits]) => fits.test(description))?.[0] ?? 'correction';
}
