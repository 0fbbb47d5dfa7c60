import type { DatasetMeta } from './dataset.ts';

/** Whether a dataset is made up, so that nothing of it may pass for a fact. */
export const isSampleData = ({ kind }: Pick<DatasetMeta, 'kind'>): boolean => kind === 'sample';

/** The mark of a figure of the sample, beside the figure itself; nothing in an official site. */
export const sampleMark = (isSample: boolean): string => (isSample ? '（示例）' : '');

/** Why a sample names no gap: its places are real and its stations are not. */
export const SAMPLE_GAPS = '街镇的名字是真的，站点是编的，所以示例只列个数，不列名字。';

/** What is said of a 街镇 for which the sample makes up no 综合 station. */
export const SAMPLE_NO_STATION = '示例里没有编综合站，不是实际情况';
