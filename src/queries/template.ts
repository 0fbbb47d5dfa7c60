import { stationTemplate } from '../loading/handouts/template.ts';
import { derived } from './dataset.ts';

/** The workbook that clerks fill in, with this dataset's 领域 to choose from. */
export const getStationTemplate = derived(({ fields }) => stationTemplate(fields.map(({ name }) => name)));
