import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '../../domain/time/dates.ts';
import { readDataset } from '../dataset.ts';
import { isBlocking } from '../faults/fault.ts';
import { DataFaultsError } from '../faults/lines.ts';
import { contentFiles, fileReader, type Folders } from '../folders.ts';
import { hiddenNamesIn } from '../hiddenNames.ts';
import type { Site } from '../inbox/check/gate.ts';
import { CASE_PICTURES, readContent } from '../texts/documents.ts';
import { listsOf, studioConfig, type Repository, type StudioConfig } from './config.ts';

/** What the studio needs of the folders: both are read anew each time, because files change while it runs. */
export interface StudioInputs {
  readonly config: () => StudioConfig;
  readonly site: () => Site;
}

/** Reads the folders for the studio. Throws DataFaultsError, now or later, where the tables can't be read. */
export function studioInputs(
  { data, content }: Folders,
  today: () => IsoDate,
  repository: Repository | null,
): StudioInputs {
  const read = fileReader(data);
  const files = contentFiles(content);
  const known = () => {
    const { dataset, faults } = readDataset(read);
    if (dataset === null) throw new DataFaultsError(faults.filter(isBlocking));
    return dataset;
  };
  const pictures = () => {
    const folder = join(content, CASE_PICTURES);
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  };
  return {
    config: () => studioConfig(listsOf(known(), readContent(files).documents, pictures()), repository),
    site: () => ({ files, dataset: known(), hidden: hiddenNamesIn(read), today: today() }),
  };
}
