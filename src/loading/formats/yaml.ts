import { Document, LineCounter, parseDocument, visit } from 'yaml';

/** A YAML text as read: its value, and the line from 1 that a value of it stands on; null where there is none. */
export interface Yaml {
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** Why a YAML text can't be read, in words for the editor; `line` counts from 1 and is null where it is unknown. */
export interface YamlFault {
  readonly message: string;
  readonly line: number | null;
}

const fault = (message: string, line: number | null = null): YamlFault => ({ message, line });

const TOO_DEEP = '括号或缩进套得太深';

/** Reads a YAML text. Texts that would unfold into more than memory holds, or nest too deeply, are faults as well. */
export function readYaml(text: string): Yaml | YamlFault {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter });
    const [error] = document.errors;
    if (error?.message.includes('call stack')) return fault(TOO_DEEP);
    if (error !== undefined) return fault(error.message.split('\n')[0] ?? '', error.linePos?.[0].line ?? null);
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const lineOf = (path: readonly PropertyKey[]) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
        const start = node?.range?.[0];
        if (start !== undefined) return lineCounter.linePos(start).line;
      }
      return null;
    };
    return { value, lineOf };
  } catch (error) {
    if (error instanceof RangeError) return fault(TOO_DEEP);
    if (error instanceof ReferenceError) return fault('别名（* 和 &）展开以后太大，或指向没有的地方');
    throw error;
  }
}

/** How numbers and dates begin, which readers of YAML don't all tell from texts in the same way. */
const LIKE_NUMBER = /^[\d+.-]/u;

/** A value as YAML, one key a line; texts that begin as numbers and dates do stand in quotes. */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && LIKE_NUMBER.test(scalar.value)) scalar.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ singleQuote: true, lineWidth: 0 });
}
