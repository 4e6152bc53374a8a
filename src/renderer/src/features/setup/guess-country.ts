export interface Surroundings {
  /** IANA, as the browser reports it. */
  timeZone: string;
  /** BCP 47, most wanted first. */
  languages: readonly string[];
}

interface Place {
  country: string;
  timeZones: readonly string[];
}

/** The country this device seems to stand in: its time zone says more than its languages, which break ties. */
export function guessCountry(places: readonly Place[], { timeZone, languages }: Surroundings): string | null {
  const here = canonical(timeZone);
  const zoned = places.filter(({ timeZones }) => timeZones.some((zone) => canonical(zone) === here));
  const spoken = languages.flatMap((language) => regionOf(language) ?? []);
  const known = (country: string) => places.some((place) => place.country === country);
  const both = spoken.find((country) => zoned.some((place) => place.country === country));
  const firstZoned = zoned.find(({ timeZones }) => canonical(timeZones[0] ?? '') === here) ?? zoned[0];
  return both ?? firstZoned?.country ?? spoken.find(known) ?? places[0]?.country ?? null;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}

/** Asia/Calcutta and Asia/Kolkata are one zone; the browser picks either name. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
