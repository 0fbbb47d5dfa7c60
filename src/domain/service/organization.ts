/** An organisation of organizations.csv, as it may run stations. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly districtCode: string | null;
  readonly phone: string;
  readonly summary: string;
  readonly source: string;
}
