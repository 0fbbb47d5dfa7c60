import { SHAPE_BOX, shapeOf } from '../../domain/map/marker.ts';
import type { StationType } from '../../domain/station/station.ts';
import { el } from '../browser/elements.ts';

const SVG = 'http://www.w3.org/2000/svg';

interface Marked {
  readonly type: StationType;
  readonly mark: string;
  readonly exact: boolean;
}

/** Draws the marker of a station as pages have it (`Marker.astro`): a shape with a letter, which screen readers pass over. */
export function markerBody({ type, mark, exact }: Marked): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', SHAPE_BOX);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapeOf(type, exact));
  svg.append(path);
  const body = el('span', exact ? 'marker' : 'marker marker-dashed', '', [svg, el('span', '', mark)]);
  body.setAttribute('aria-hidden', 'true');
  return body;
}
