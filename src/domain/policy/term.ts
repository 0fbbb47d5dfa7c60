export interface Term {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  readonly source: string;
}
