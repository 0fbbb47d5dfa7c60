/** A hotline of hotlines.csv; `crisis` marks those for emergencies. */
export interface Hotline {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly crisis: boolean;
  readonly source: string;
  readonly verifiedOn: string;
  /** What it is and when to call it, in English; empty where the English pages don't list it. */
  readonly english: string;
}

/**
 * The national emergency numbers in the order in which they stand before every other one, wherever several hotlines are
 * shown: somebody is being hurt, somebody is ill or injured, fire and gas, somebody can bear it no longer.
 */
export const CRISIS_ORDER = ['110', '120', '119', '12356'] as const;

/** The numbers that stand first where life or a child may be in danger. */
const LIFE: readonly string[] = CRISIS_ORDER.slice(0, 2);

const rank = (number: string): number => {
  const at = CRISIS_ORDER.findIndex((first) => first === number);
  return at < 0 ? CRISIS_ORDER.length : at;
};

/** Puts numbers into the order in which they are shown: emergencies by `CRISIS_ORDER`, the others as they were. */
export const byUrgency = (numbers: readonly string[]): string[] => [...numbers].sort((a, b) => rank(a) - rank(b));

/** Puts hotlines into the order in which they are shown, like `byUrgency`. */
export const hotlinesByUrgency = <T extends Pick<Hotline, 'number'>>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => rank(a.number) - rank(b.number));

/**
 * The emergency hotlines to show first on a page about a trouble: 110 and 120 and then those among `numbers`; empty where
 * the trouble is none of life or of a child. `atRisk` says that it may be one, whatever numbers are known.
 */
export function urgentLines(numbers: ReadonlySet<string>, atRisk: boolean, hotlines: readonly Hotline[]): Hotline[] {
  const emergencies = hotlinesByUrgency(hotlines.filter(({ crisis }) => crisis));
  if (!atRisk && !emergencies.some(({ number }) => numbers.has(number))) return [];
  return emergencies.filter(({ number }) => LIFE.includes(number) || numbers.has(number));
}

/** What a hotline is for, in the few words that stand beside its number. */
export const briefPurpose = ({ purpose }: Pick<Hotline, 'purpose'>): string => purpose.split('；')[0] ?? '';
