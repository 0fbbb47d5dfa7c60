declare namespace App {
  interface Locals {
    /** The policy that the interpretation on this page explains; <Cite> points into it. */
    policy?: string;
    /** The words that this page explains; <Term> shows them in place. */
    terms?: ReadonlyMap<string, { readonly slug: string; readonly term: string; readonly definition: string }>;
  }
}
