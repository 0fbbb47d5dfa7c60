import type { District, Town } from '../domain/place/region.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { Field } from '../domain/service/service.ts';
import type { StationView } from './station.ts';

/** A station as the English pages list it. */
export interface EnglishStation {
  readonly view: StationView;
  readonly name: string;
  /** Its type, and the field or 居村委 that it is for. */
  readonly kind: string;
}

/** A 街镇 or zone on the English page of its district. */
export interface EnglishTown {
  readonly town: Town;
  readonly name: string;
  readonly stations: readonly EnglishStation[];
  /** The 街镇 whose station serves a zone; null for a 街镇, and where none is registered. */
  readonly servedBy: { readonly town: Town; readonly name: string } | null;
  /** Whether a 综合 station is registered for it, its own or that of the 街镇 that serves it. */
  readonly hasGeneral: boolean;
}

/** A district as English lists show it. */
export interface EnglishDistrict {
  readonly district: District;
  readonly name: string;
  readonly townCount: number;
  readonly stationCount: number;
}

/** The data of the English page of a district. */
export interface EnglishDistrictPage extends EnglishDistrict {
  readonly towns: readonly EnglishTown[];
}

/** The data of the English page of a field. */
export interface EnglishFieldPage {
  readonly field: Field;
  readonly name: string;
  readonly hotline: Hotline | null;
  readonly groups: readonly { readonly district: EnglishDistrict; readonly stations: readonly EnglishStation[] }[];
}
