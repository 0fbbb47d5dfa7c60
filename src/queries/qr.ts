import { encode } from 'uqr';
import type { QrCode } from '../views/site.ts';

/**
 * All codes have the same mask. Which one a code has is a matter of looks, trying all eight takes eight times as long,
 * and every reader reads each (ISO/IEC 18004, 7.8).
 */
const MASK = 2;
/** The width of the quiet zone in modules (ISO/IEC 18004). */
const QUIET = 4;

/** One line of a code as rectangles, one for each run of dark modules. */
function runs(line: readonly boolean[], y: number): string {
  let path = '';
  const top = y + QUIET;
  for (let x = 0; x < line.length; x += 1) {
    if (!line[x]) continue;
    const from = x;
    while (line[x + 1]) x += 1;
    const width = x + 1 - from;
    path += `M${from + QUIET} ${top}h${width}v1h-${width}z`;
  }
  return path;
}

/** A QR code as SVG path data; `size` is the side of its square in modules, with the quiet zone. */
export function qrPath(text: string): QrCode {
  const { data, size } = encode(text, { border: 0, ecc: 'M', maskPattern: MASK });
  return { size: size + 2 * QUIET, path: data.map(runs).join('') };
}
