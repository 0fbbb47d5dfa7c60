import { stationTemplate } from '../loading/handouts/template.ts';
import { derived } from './dataset.ts';

/** The workbook that clerks fill in, as /help/station-template.xlsx, with the 领域 of this dataset to choose from. */
export const getStationTemplate = derived(({ fields }) => stationTemplate(fields.map(({ name }) => name)));
