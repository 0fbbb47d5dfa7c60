/** What a small PDF of a test holds; texts are ASCII, or anything written as PDF syntax by hand. */
export interface SmallPdf {
  /** The drawing instructions of each page; `line` writes those of a text. */
  readonly pages: readonly string[];
  /** The document information: values of the Info dictionary. */
  readonly info?: Readonly<Record<string, string>>;
  /** The XMP packet. */
  readonly xmp?: string;
  /** Further entries of a page, of the catalog and of the trailer, e.g. `/Annots [...]`. */
  readonly page?: string;
  readonly catalog?: string;
  readonly trailer?: string;
  /** Further objects; the first has the number 6. */
  readonly objects?: readonly string[];
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A text as a PDF writes it: in brackets, or in UTF-16 where it isn't ASCII. */
export const pdfText = (text: string): string =>
  /^[ -~]*$/u.test(text)
    ? `(${text.replace(/[\\()]/gu, '\\$&')})`
    : `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** An object with bytes of its own. */
export const pdfStream = (entries: string, content: string): string =>
  `<< ${entries} /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;

/** Instructions that write a text at a place of the page, in Helvetica of 12 points. */
export const line = (text: string, x = 72, y = 720): string => `BT /F1 12 Tf ${x} ${y} Td ${pdfText(text)} Tj ET`;

/** A whole PDF, built by hand: header, objects, cross references, trailer. */
export function smallPdf({
  pages,
  info,
  xmp,
  page = '',
  catalog = '',
  trailer = '',
  objects: more = [],
}: SmallPdf): Uint8Array {
  const first = 6 + more.length;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp === undefined ? '' : '/Metadata 5 0 R'} ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
    FONT,
    `<< ${Object.entries(info ?? {})
      .map(([key, value]) => `/${key} ${pdfText(value)}`)
      .join(' ')} >>`,
    xmp === undefined ? 'null' : pdfStream('/Type /Metadata /Subtype /XML', xmp),
    ...more,
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 1 + at * 2} 0 R ` +
        `/Resources << /Font << /F1 3 0 R >> >> ${page} >>`,
      pdfStream('', content),
    ]),
  ];
  const places: number[] = [];
  let text = '%PDF-1.7\n';
  objects.forEach((object, at) => {
    places.push(Buffer.byteLength(text));
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = Buffer.byteLength(text);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
