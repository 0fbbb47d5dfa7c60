import type { ScaleBar } from '../domain/map/scaleBar.ts';
import type { StationType } from '../domain/station/station.ts';

/** A name in a picture: its middle, and its angle in degrees clockwise. */
export interface PictureName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** The picture of the whole city: SVG paths and names, in units of the picture. */
export interface CityPicture {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly rivers: string;
  readonly lakes: string;
  readonly exact: string;
  readonly approximate: string;
  readonly waters: readonly PictureName[];
  readonly labels: readonly PictureName[];
  readonly scale: ScaleBar;
  readonly exactCount: number;
  readonly approximateCount: number;
}

/** The small map of what lies around a station: SVG paths and names, in units of the picture. */
export interface SurroundingsPicture {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly rivers: string;
  readonly lakes: string;
  readonly around: readonly {
    readonly x: number;
    readonly y: number;
    readonly type: StationType;
  }[];
  /** Other stations as dots, where the picture is too wide for their markers. */
  readonly dots: string;
  /** How many other stations the picture shows. */
  readonly count: number;
  readonly waters: readonly PictureName[];
  readonly labels: readonly PictureName[];
  /** An arrow at the edge that points to the nearest river or lake beyond it; null where one is in the picture. */
  readonly pointer: {
    readonly words: string;
    readonly x: number;
    readonly y: number;
    readonly angle: number;
    readonly textX: number;
    readonly textY: number;
  } | null;
  /** Circles of a round distance around a station whose place is known. */
  readonly rings: readonly { readonly radius: number; readonly words: string }[];
  /** The scale where there are no circles. */
  readonly scale: ScaleBar | null;
  readonly exact: boolean;
}
