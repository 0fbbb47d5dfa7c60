import { encode } from 'uqr';
import type { QrCode } from '../views/site.ts';

/**
 * All codes have the same mask. Which one a code has is a matter of looks, trying all eight takes eight times as long,
 * and every reader reads each (ISO/IEC 18004, 7.8).
 */
const MASK = 2;

/** A QR code as SVG path data; `size` is the side of its square in modules, with the quiet zone. */
export function qrPath(text: string): QrCode {
  const { data, size } = encode(text, { border: 4, ecc: 'M', maskPattern: MASK });
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
