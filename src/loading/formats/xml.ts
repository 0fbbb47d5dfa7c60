import { SaxesParser } from 'saxes';

/** An element of an XML text as it is opened: its name and attributes as written, and its line from 1. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** What is met in an XML text, in order; text that is only white space is left out. */
export interface XmlEvents {
  readonly tag?: (tag: XmlTag) => void;
  readonly text?: (text: string, within: string, line: number) => void;
  readonly instruction?: (written: string, line: number) => void;
  readonly doctype?: (written: string, line: number) => void;
}

/** Where an XML text breaks the rules of XML, in the words of the parser. */
export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

/** A text with more faults than this is no XML by mistake: it is not read on, which would take long. */
const MOST_FAULTS = 100;

/** Thrown inside the parser to stop it. */
class TooManyFaults extends Error {}

/** Reads an XML text strictly; gives the first place that is not well-formed, null for a sound text. */
export function readXml(xml: string, events: XmlEvents = {}): XmlFault | null {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: string[] = [];
  let fault: XmlFault | null = null;
  let faults = 0;
  const told = (text: string) => {
    if (text.trim() !== '') events.text?.(text, open.at(-1) ?? '', parser.line);
  };
  parser.on('error', ({ message }) => {
    fault ??= { line: parser.line, message: message.replace(/^\d+:\d+: /u, '') };
    faults += 1;
    if (faults > MOST_FAULTS) throw new TooManyFaults();
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    const written = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    events.tag?.({ name, attributes: Object.fromEntries(written) as Record<string, string>, line: parser.line });
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', told);
  parser.on('cdata', told);
  parser.on('processinginstruction', ({ target }) => events.instruction?.(`<?${target}?>`, parser.line));
  parser.on('doctype', (written) => events.doctype?.(written, parser.line));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (!(error instanceof TooManyFaults)) throw error;
  }
  return fault;
}
