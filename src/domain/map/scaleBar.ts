/** A scale bar: its length in units of the picture, and the distance it stands for in words. */
export interface ScaleBar {
  readonly length: number;
  readonly metres: number;
  readonly words: string;
}

/** A round distance in words: 500米, 2公里. */
export const roundDistance = (metres: number): string => (metres < 1000 ? `${metres}米` : `${metres / 1000}公里`);

/** The longest bar of a round distance (1, 2 or 5 times a power of ten) that is no longer than `most` units. */
export function scaleBar(metresPerUnit: number, most: number): ScaleBar {
  const reach = metresPerUnit * most;
  const power = 10 ** Math.floor(Math.log10(reach));
  const metres = power * ([5, 2, 1].find((times) => times * power <= reach) ?? 1);
  return { length: metres / metresPerUnit, metres, words: roundDistance(metres) };
}
