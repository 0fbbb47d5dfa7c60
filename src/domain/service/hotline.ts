export interface Hotline {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly crisis: boolean;
  readonly source: string;
  readonly verifiedOn: string;
}
