import { readDataset } from '../../../src/loading/dataset.ts';
import { load, type Input } from '../../../src/loading/input.ts';
import { CITY, cityWith } from '../../loading/city.ts';
import { cityPlaces } from '../../loading/sample/cityPlaces.ts';

/** The fixture city with 3,000 places, so that each 居村委 has many. */
export function denseCity(): Input {
  const { dataset } = readDataset(cityWith({ 'places.csv': () => cityPlaces(3000) }));
  if (dataset === null) throw new Error('the city with its places could not be read');
  return { ...load(CITY), dataset };
}
