import { encode } from 'uqr';
import type { QrCode } from '../views/site.ts';

/** A QR code as SVG path data; `size` is the side of its square in modules, with the quiet zone. */
export function qrPath(text: string): QrCode {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
