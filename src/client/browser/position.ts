import type { MapFile } from '../../domain/map/mapFile.ts';
import { nearestStations, type NearStation } from '../../domain/map/nearby.ts';
import type { Point } from '../../domain/place/region.ts';

/** The reason why the nearest stations can't be told; its message is shown to the reader unchanged. */
class PositionFault extends Error {
  override readonly name = 'PositionFault';
}

/** Messages by the code of GeolocationPositionError: not permitted, not available, timed out. */
const FAULTS: Readonly<Record<number, string>> = {
  1: '没有得到定位许可。可以写居委会或街道的名字来找。',
  2: '现在定不了位。可以写居委会或街道的名字来找。',
  3: '定位太久没有结果。可以再按一次，或写街道的名字来找。',
};

function position(): Promise<Point> {
  if (!('geolocation' in navigator)) {
    return Promise.reject(new PositionFault('这个浏览器不能定位。可以写居委会或街道的名字来找。'));
  }
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      ({ code }) => reject(new PositionFault(FAULTS[code] ?? '现在定不了位。可以写居委会或街道的名字来找。')),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

async function mapFile(url: string): Promise<MapFile> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) throw new PositionFault('站点的位置没有取到。请再按一次，或写街道的名字来找。');
  return (await response.json()) as MapFile;
}

/**
 * Asks for the position of the visitor, who has pressed a button for it, and returns all stations, the nearest first, or
 * the sentence to say instead where they can't be told. The position never leaves the device (docs/norms.md §7).
 */
export async function nearMe(mapUrl: string): Promise<readonly NearStation[] | string> {
  try {
    const here = await position();
    const near = nearestStations(await mapFile(mapUrl), here);
    return near ?? '您现在不在本市。可以写居委会或街道的名字来找。';
  } catch (error) {
    if (error instanceof PositionFault) return error.message;
    throw error;
  }
}
