import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsUnder, shapeRegister } from '../../../src/loading/register/divisions.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/register');
/** The text of a file of the register's fixtures. */
export const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
/** The register of a province or city, by the digits its codes begin with. */
export const shaped = (code: string) =>
  shapeRegister({
    areas: rowsUnder(code, fixture('areas.csv')),
    streets: rowsUnder(code, fixture('streets.csv')),
    villages: rowsUnder(code, fixture('villages.csv')),
  });
