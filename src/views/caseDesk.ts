import type { Field, Service, Topic } from '../domain/service/service.ts';

/** What the case desk carries with it, so that it asks for nothing while somebody writes. */
export interface DeskData {
  /** Districts, their towns, and the stations there with their ids. */
  readonly districts: readonly (readonly [
    name: string,
    towns: readonly (readonly [name: string, stations: readonly (readonly [id: string, name: string])[]])[],
  ])[];
  /** How the names of 居村 are written, parted by blanks. */
  readonly places: string;
}

/** What a writer may choose from. */
export interface DeskChoices {
  readonly topics: readonly Topic[];
  readonly fields: readonly Field[];
  readonly services: readonly { readonly topic: string; readonly services: readonly Service[] }[];
}
