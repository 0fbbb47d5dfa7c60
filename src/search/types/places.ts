import type { DoorUnit, NumberRun, PlaceKind } from '../../domain/place/place.ts';

/** A run of numbers in a place, with the 居村委 that it belongs to and where that is said. */
export interface PlaceRun extends NumberRun {
  readonly unit: DoorUnit | null;
  /** The numbered part that the run lies in, as `555弄`; empty where it lies in the place itself. */
  readonly inside: string;
  /** The 9-digit code of the 街镇 that the 居村委 lies in. */
  readonly town: string;
  /** The full name of the 居村委. */
  readonly committee: string;
  readonly source: string;
  readonly asAt: string | null;
}

/** A road, an estate or a hamlet of one name with all its runs, in whatever part of the city these lie. */
export interface PlaceRecord {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly runs: readonly PlaceRun[];
}

/** A numbered part of an address: 700弄 or 3号. */
export interface DoorStep {
  readonly number: number;
  /** The units that the number may have; empty where none was written, so that it may have any. */
  readonly units: readonly DoorUnit[];
}
