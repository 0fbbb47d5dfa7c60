import type { Dataset } from '../../domain/dataset/dataset.ts';
import type { Publication } from '../../domain/case/publication.ts';

/** A text of content/ with the front matter that the packing reads. */
interface Text<Head> {
  readonly slug: string;
  readonly head: Head;
  readonly body: string;
}

/** What the search files are made from: the rows of the dataset and the front matter of the texts. */
export interface SearchSource {
  readonly dataset: Dataset;
  readonly content: {
    readonly policies: readonly Text<{
      readonly title: string;
      readonly short_title: string;
      readonly doc_number: string;
      readonly aliases: readonly string[];
      /** Everyday questions, by the id of the clause that answers them. */
      readonly asked: Readonly<Record<string, readonly string[]>>;
    }>[];
    readonly interpretations: readonly Text<{
      readonly title: string;
      readonly question: string;
      readonly policy: string;
      readonly clauses: readonly string[];
      readonly explains: readonly { readonly clause: string; readonly question: string }[];
      readonly aliases: readonly string[];
    }>[];
    readonly cases: readonly Text<
      Publication & {
        readonly title: string;
        readonly summary: string;
        readonly field: string | null;
        readonly sample: boolean;
        readonly aliases: readonly string[];
      }
    >[];
    readonly pages: readonly Text<{
      readonly title: string;
      readonly keywords: readonly string[];
      readonly description: string;
    }>[];
  };
}
