import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES, type TableName } from '../../domain/dataset/columns.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { DataFaultsError } from '../faults/lines.ts';
import { fileReader, type Folders } from '../folders.ts';
import { makeBackdrop, boxAround } from '../register/makeBackdrop.ts';
import { makeRegister, registerFiles, type MadeRegister } from '../register/makeRegister.ts';
import { RegisterError, type Stage } from '../register/packages.ts';
import type { Box } from '../register/coastline.ts';
import { sampleFiles } from '../sample/sampleFiles.ts';

/** Tables that begin as those of the city this program comes with, to be gone through row by row. */
export const GONE_THROUGH = ['fields', 'topics', 'services', 'needs', 'hotlines', 'documents', 'glossary'] as const;
/** Tables that begin empty. */
const EMPTY: readonly TableName[] = ['stations', 'organizations', 'targets', 'readings', 'redirects'];
/** Texts that begin as those of the city this program comes with; cases belong to where they happened. */
const TEXTS = ['policies', 'interpretations', 'pages', 'help'] as const;

/** What a new city is made of. */
export interface CityOptions {
  readonly code: string;
  /** A name that the register can't give, as for a 市辖区; empty takes that of the register. */
  readonly name: string;
  readonly sample: boolean;
  readonly waters: boolean;
  readonly box: Box | null;
  /** A `node_modules` that holds the packages of register and coastline; undefined fetches them. */
  readonly from: string | undefined;
  readonly today: IsoDate;
  /** Told what is done; it may take a minute in all. */
  readonly stage: Stage;
}

/** A city whose folders were written. */
export interface NewCity extends MadeRegister {
  readonly stations: number;
}

/** site.yaml of the new city: what is known is filled in, everything else is left to be filled in. */
function siteYaml(template: string, city: string): string {
  const known: Readonly<Record<string, string>> = {
    city,
    site_name: `${city}社工站指南`,
    interpretation_unit: "''",
  };
  return template.replace(/^(\w+): .*$/gmu, (line, key: string) =>
    key in known ? `${key}: ${known[key] ?? ''}` : line,
  );
}

interface PackageFile {
  readonly resources: readonly { readonly path: string }[];
}

/** datapackage.json of the new city: a sample, until somebody says otherwise. */
function packageJson(template: string, { code, sample, today }: CityOptions, city: string): string {
  const made = JSON.parse(template) as PackageFile;
  const unfilled = { source: '还没有填', licence: '还没有定', date: today };
  const resources = made.resources.map((resource) =>
    /^(?:stations|organizations|places)\.csv$/u.test(resource.path)
      ? { ...resource, ...(sample ? { date: today } : unfilled) }
      : resource,
  );
  const own = { name: `shegongzhan-${code}`, title: `${city}社工站数据（示例）`, kind: 'sample', as_at: today };
  return `${JSON.stringify({ ...made, ...own, resources }, null, 2)}\n`;
}

/**
 * Writes data and texts of a new city into two folders that don't exist yet. `template` are those of the city that
 * this program comes with. Throws RegisterError, DataFaultsError or an error of the disk; then what was written is to
 * be removed.
 */
export function writeCity(template: Folders, { data, content }: Folders, options: CityOptions): NewCity {
  const { register, city: found } = makeRegister(
    options.code,
    options.from,
    { districts: [], towns: [] },
    options.stage,
  );
  const city = options.name === '' ? found : options.name;
  if (city === '')
    throw new RegisterError(`名录没有写 ${options.code} 叫什么。怎么改：加上 --name 和城市名，如 --name 北京。`);
  const box = options.box ?? boxAround([...register.towns, ...register.districts]);
  if (box === null)
    throw new RegisterError('没有一个街镇有代表点，不知道地图画哪里。怎么改：加上 --box 西,南,东,北，写经纬度。');
  const { json } = makeBackdrop(box, options.waters ? [] : null, options.from, options.stage);
  const from = (file: string) => readFileSync(join(template.data, file), 'utf8');
  const head = (table: TableName) => `${TABLES[table].map(({ name }) => name as string).join(',')}\n`;
  const files: Readonly<Record<string, string>> = {
    ...registerFiles(register),
    ...Object.fromEntries(EMPTY.map((table) => [`${table}.csv`, head(table)])),
    ...Object.fromEntries(GONE_THROUGH.map((table) => [`${table}.csv`, from(`${table}.csv`)])),
    'coastline.json': json,
    'site.yaml': siteYaml(from('site.yaml'), city),
    'datapackage.json': packageJson(from('datapackage.json'), options, city),
  };
  mkdirSync(data, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(data, file), text);
  mkdirSync(join(content, 'cases'), { recursive: true });
  for (const folder of TEXTS)
    if (existsSync(join(template.content, folder)))
      cpSync(join(template.content, folder), join(content, folder), { recursive: true });
  if (!options.sample) return { register, city, stations: 0 };
  options.stage('造示例');
  const sample = sampleFiles(fileReader(data));
  if (sample.files === null) throw new DataFaultsError(sample.faults);
  for (const [file, text] of Object.entries(sample.files)) writeFileSync(join(data, file), text);
  return { register, city, stations: sample.counts.stations };
}
