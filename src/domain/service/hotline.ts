/** A hotline of hotlines.csv; `crisis` marks those for emergencies. */
export interface Hotline {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly crisis: boolean;
  readonly source: string;
  readonly verifiedOn: string;
}
