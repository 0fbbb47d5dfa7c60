import { hoursText } from './hours/format.ts';
import { isStale, type Freshness } from './freshness.ts';
import type { Station } from './station.ts';
import { statusSentence } from './statusSentence.ts';

/** What a message about a station needs to know beside the station itself. */
export interface ShareFacts {
  readonly freshness: Freshness;
  readonly isSample: boolean;
  /** The city's general hotline. */
  readonly hotline: string;
  readonly url: string;
}

/**
 * A station as a message to one's family, in plain text: name, phone, address, hours, address of the page. Information
 * that nobody has verified lately is said to be so, with the hotline first (docs/norms.md §8). A station that isn't open
 * says so and names no hours. For stations that are not closed for good.
 */
export function shareText(
  station: Pick<
    Station,
    'name' | 'phones' | 'address' | 'hours' | 'hoursNote' | 'status' | 'statusFrom' | 'statusUntil'
  >,
  { freshness, isSample, hotline, url }: ShareFacts,
): string {
  const phones = station.phones.map(({ display }) => display).join('、');
  const hours = hoursText(station);
  const status = statusSentence(station, null);
  return [
    isSample ? `${station.name}（示例数据，号码不能拨打）` : station.name,
    ...(status === '' ? [] : [status]),
    ...(isStale(freshness) || phones === '' ? [`先打${hotline}问，站里的信息待核实`] : []),
    ...(phones === '' ? [] : [`电话：${phones}`]),
    ...(station.address === '' ? [] : [`地址：${station.address}`]),
    hours === '' || status !== '' ? '去之前先打电话' : `开放时间：${hours}`,
    url,
  ].join('\n');
}
