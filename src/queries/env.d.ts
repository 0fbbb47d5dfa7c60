declare namespace App {
  interface Locals {
    /** The slug of the policy that the interpretation on this page explains; `<Cite>` links to its clauses. */
    policy?: string;
    /** The glossary words of this page, by word; `<Term>` shows their definitions. */
    terms?: ReadonlyMap<string, { readonly slug: string; readonly term: string; readonly definition: string }>;
  }
}
