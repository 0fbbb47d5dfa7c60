import { normalisedText } from '../../domain/policy/clauses.ts';
import { sha256 } from '../formats/digest.ts';

/** SHA-256 of a text without its white space: the lock of an original wording (docs/norms.md §4). */
export function lockOf(body: string): string {
  return sha256(normalisedText(body));
}
