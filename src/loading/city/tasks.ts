import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '../../domain/time/dates.ts';
import { isBlocking } from '../faults/fault.ts';
import { contentFiles, type Folders } from '../folders.ts';
import { inspect } from '../input.ts';
import { missingIdentity } from '../releaseGate.ts';
import { readRows } from '../register/tables.ts';
import { GONE_THROUGH } from './newCity.ts';

/** One step on the way to the official site of a city. */
export interface Task {
  readonly title: string;
  /** What is still missing and what to do; null where nothing is. */
  readonly missing: string | null;
}

const SHOWN = 20;
/** A list of names, cut where it is long. */
const names = (all: readonly string[]) =>
  `${all.slice(0, SHOWN).join('、')}${all.length > SHOWN ? `……共 ${all.length} 个` : ''}`;
const unless = (missing: readonly string[], words: (list: string) => string) =>
  missing.length === 0 ? null : words(names(missing));

/** Files of a folder that are still those of the city that this program comes with. */
const unchanged = (template: string, own: string, files: readonly string[]) =>
  files.filter(
    (file) =>
      existsSync(join(template, file)) &&
      existsSync(join(own, file)) &&
      readFileSync(join(template, file)).equals(readFileSync(join(own, file))),
  );

/**
 * What a city still lacks, in the order in which it is best done. `template` are the folders of the city that this
 * program comes with.
 */
export function cityTasks(template: Folders, city: Folders, today: IsoDate): readonly Task[] {
  const { reading, faults } = inspect(city, today);
  const { meta, site, tables } = reading;
  const towns = readRows(city.data, 'towns');
  const bare = towns.filter(({ lon }) => lon === '').map(({ name }) => name);
  const unserved = towns.filter(({ kind, served_by: by }) => kind === '其他' && by === '').map(({ name }) => name);
  const copied = (folder: string) =>
    unchanged(template.content, city.content, contentFiles(city.content).list(folder)).map((file) =>
      file.slice(folder.length + 1),
    );
  const stations = tables.stations.rows.map(({ value }) => value);
  const stationed = new Set(stations.map(({ townCode }) => townCode));
  const without = towns.filter(({ code, kind }) => kind !== '其他' && !stationed.has(code)).map(({ name }) => name);
  const blocking = faults.filter(isBlocking).length;
  return [
    {
      title: '街镇的代表点（towns.csv）',
      missing: unless(
        bare,
        (list) => `${list}没有点，地图上不画，查得到。填 lon、lat（WGS84），point_source 写 约略。`,
      ),
    },
    {
      title: '开发区、农场归谁（towns.csv）',
      missing: unless(unserved, (list) => `${list}：served_by 填负责它的街镇代码，不知道就先留空。`),
    },
    {
      title: '谁在发布（site.yaml）',
      missing:
        site === null
          ? 'site.yaml 读不了，先看 npm run check。'
          : unless(missingIdentity(site), (list) => `还空着：${list}。`),
    },
    {
      title: '当地的政策文件（content/policies）',
      missing: unless(copied('policies'), (list) => `${list} 还是样例城市的。换成当地的文件，npm run check 会给出锁。`),
    },
    {
      title: '解读（content/interpretations）',
      missing: unless(copied('interpretations'), (list) => `${list} 还是样例城市的。照当地的文件重写，用不着的删掉。`),
    },
    {
      title: '期限和目标（targets.csv）',
      missing: tables.targets.rows.length === 0 ? '一行也没有。照当地文件里的期限写，引原文，指到那一条。' : null,
    },
    {
      title: '领域、服务、热线和别的表',
      missing: unless(
        unchanged(
          template.data,
          city.data,
          GONE_THROUGH.map((table) => `${table}.csv`),
        ),
        (list) => `${list} 还和样例城市的一样。逐行看过，改成当地的：依据、主管部门、号码、说法。`,
      ),
    },
    {
      title: '说明页（content/pages）',
      missing: unless(copied('pages'), (list) => `${list} 还是样例城市的。逐页改过。`),
    },
    {
      title: '站点（stations.csv）',
      missing:
        stations.length === 0
          ? '一个站也没有。用 npm run import 导入各区报来的表；只想看样子，用 npm run sample。'
          : meta?.kind === 'sample'
            ? `现在的 ${stations.length} 个站是示例，换成真的。`
            : unless(without, (list) => `${list}没有站。真的没有就不用管。`),
    },
    {
      title: '检查（npm run check）',
      missing: blocking === 0 ? null : `还有 ${blocking} 处必须改，运行 npm run check 看在哪里。`,
    },
    {
      title: '改成正式（datapackage.json）',
      missing:
        meta?.kind === 'official'
          ? null
          : '上面的都做好了，把 kind 改成 official，title 去掉“示例”，as_at 写数据的日期。',
    },
  ];
}

/** The tasks as lines for the operator, those that are done in few words. */
export const taskLines = (tasks: readonly Task[]): readonly string[] =>
  tasks.map(({ title, missing }, at) =>
    missing === null ? `  ${at + 1}. ［好了］${title}` : `  ${at + 1}. ［还差］${title}\n     ${missing}`,
  );
