import { parentPort, workerData } from 'node:worker_threads';
import { fileFault, isBlocking, type Fault } from '../loading/faults/fault.ts';
import { fileReader } from '../loading/folders.ts';
import { LIMITS, type InputFile } from '../loading/import/read/limits.ts';
import { reportHtml, reportName } from '../loading/import/report/page.ts';
import { runImport } from '../loading/import/runImport.ts';
import type { ImportOptions } from '../loading/import/outcome.ts';
import { summaryText } from '../loading/import/report/summary.ts';

/** The input of the worker: files, data and options of an import. */
export interface ImportJob {
  readonly files: readonly InputFile[];
  readonly data: string;
  readonly options: ImportOptions;
  readonly dryRun: boolean;
}

/** Sent by the worker when a stage begins. */
export interface ImportStage {
  readonly stage: string;
}

/** The result of the worker, which writes nothing itself: the new table, the reports and the words for the terminal. */
export interface ImportResult {
  readonly summary: string;
  readonly faults: readonly Fault[];
  readonly ok: boolean;
  /** The new tables that are to be written, by file; none where nothing changes or nothing may be written. */
  readonly tables: Readonly<Record<string, string>>;
  /** Reports to be written; `of` is the index of the file that a report is about. */
  readonly reports: readonly { readonly of: number; readonly name: string; readonly content: Uint8Array | string }[];
}

/** Does the whole import except for writing files. Called in the worker by the command. `stage` is told what is done. */
export async function work(
  { files, data, options, dryRun }: ImportJob,
  stage: (name: string) => void = () => undefined,
): Promise<ImportResult> {
  const outcome = await runImport(files, fileReader(data), options, LIMITS, stage);
  stage('写检查结果');
  const { faults, merge, extents, table, places } = outcome;
  const reports: { of: number; name: string; content: Uint8Array | string }[] = [];
  const worth =
    faults.length > 0 ||
    extents !== null ||
    (merge !== null && merge.added.length + merge.updated.length + merge.retired.length > 0);
  const tables = {
    ...(table === null ? {} : { 'stations.csv': table }),
    ...(places === null ? {} : { 'places.csv': places }),
  };
  for (const { file, reading } of worth ? outcome.files : []) {
    const of = files.indexOf(file);
    reports.push({
      of,
      name: reportName(file.name, 'html'),
      content: reportHtml(
        file.name,
        {
          ...outcome,
          faults: faults.filter((fault) => fault.file === file.name || !files.some(({ name }) => name === fault.file)),
        },
        dryRun,
      ),
    });
    if (faults.some((fault) => fault.file === file.name)) {
      const { reportWorkbook } = await import('../loading/import/report/workbook.ts');
      reports.push({ of, name: reportName(file.name, 'xlsx'), content: await reportWorkbook(file, reading, faults) });
    }
  }
  return {
    summary: summaryText(outcome, dryRun),
    faults,
    ok: Object.keys(tables).length > 0 || !faults.some(isBlocking),
    tables,
    reports,
  };
}

if (parentPort !== null) {
  const job = workerData as ImportJob;
  const port = parentPort;
  work(job, (stage) => port.postMessage({ stage } satisfies ImportStage)).then(
    (result) => port.postMessage(result),
    (error: unknown) => {
      const names = job.files.map(({ name }) => name).join('、');
      const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
      const fault = fileFault(
        names,
        `程序没有处理好：${said ?? ''}`,
        '换成 .xlsx 或 CSV UTF-8 再试；还不行，把文件和这句话交给维护者',
      );
      port.postMessage({ summary: '', faults: [fault], ok: false, tables: {}, reports: [] } satisfies ImportResult);
    },
  );
}
