import { LARGEST_PICTURE, LONGEST_SIDE } from '../../domain/case/package.ts';
import { DeskFault } from './fault.ts';

/** A stretch of a picture in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A picture as it stands: its pixels, and where they will be made unrecognisable. */
export interface Pixels {
  readonly canvas: HTMLCanvasElement;
  readonly boxes: readonly Box[];
}

/** An empty canvas, white like paper, with what draws on it. */
function sheet(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d');
  if (context === null) throw new DeskFault('这个浏览器不能画图。换一个新一点的浏览器。');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

const isHeic = (file: Blob, name: string): boolean => /hei[cf]/iu.test(file.type) || /\.hei[cf]$/iu.test(name);

/**
 * The pixels of a picture, upright and at most 2000 px long. Nothing else of its file is kept, so that place, time and
 * camera don't get any further. Rejects with a DeskFault where it is too large or can't be read.
 */
export async function decoded(file: Blob, name: string): Promise<HTMLCanvasElement> {
  if (file.size > LARGEST_PICTURE) {
    const size = Math.ceil(file.size / 1024 / 1024);
    throw new DeskFault(`“${name}”有${size} MB，超过15 MB。在手机或电脑上存成小一点的，再放进来。`);
  }
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) {
    throw new DeskFault(
      isHeic(file, name)
        ? `这个浏览器打不开“${name}”（HEIC）。用电脑的“照片”打开它，另存为JPEG再放进来；或者在手机的相机设置里，把格式选成“兼容性最佳”再拍。`
        : `“${name}”打不开：不是照片，或者文件坏了。`,
    );
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const { canvas, context } = sheet(bitmap.width * scale, bitmap.height * scale);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

/** The part of a picture inside a box. Boxes move along; those outside are gone. */
export function cropped({ canvas, boxes }: Pixels, { x, y, w, h }: Box): Pixels {
  const part = sheet(w, h);
  part.context.drawImage(canvas, x, y, w, h, 0, 0, part.canvas.width, part.canvas.height);
  return {
    canvas: part.canvas,
    boxes: boxes
      .map((box) => ({ ...box, x: box.x - x, y: box.y - y }))
      .filter((box) => box.x < w && box.y < h && box.x + box.w > 0 && box.y + box.h > 0),
  };
}

/** A picture turned to the right by a quarter. */
export function turned({ canvas, boxes }: Pixels): Pixels {
  const { canvas: after, context } = sheet(canvas.height, canvas.width);
  context.translate(after.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(canvas, 0, 0);
  return {
    canvas: after,
    boxes: boxes.map(({ x, y, w, h }) => ({ x: canvas.height - y - h, y: x, w: h, h: w })),
  };
}

/** Makes a stretch unrecognisable: a few large squares, each of one colour. */
function pixelate(context: CanvasRenderingContext2D, { x, y, w, h }: Box): void {
  const square = Math.max(8, Math.min(w, h) / 5);
  const columns = Math.max(1, Math.round(w / square));
  const rows = Math.max(1, Math.round(h / square));
  const small = sheet(columns, rows);
  // Halving again and again averages every pixel, which one step to a few squares would not.
  let from: CanvasImageSource = context.canvas;
  let [fx, fy, fw, fh] = [x, y, w, h];
  while (fw > columns * 2 && fh > rows * 2) {
    const half = sheet(fw / 2, fh / 2);
    half.context.drawImage(from, fx, fy, fw, fh, 0, 0, half.canvas.width, half.canvas.height);
    [from, fx, fy, fw, fh] = [half.canvas, 0, 0, half.canvas.width, half.canvas.height];
  }
  small.context.drawImage(from, fx, fy, fw, fh, 0, 0, columns, rows);
  context.imageSmoothingEnabled = false;
  context.drawImage(small.canvas, 0, 0, columns, rows, x, y, w, h);
  context.imageSmoothingEnabled = true;
}

const inside = ({ x, y, w, h }: Box, { width, height }: HTMLCanvasElement): Box => {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return { x: left, y: top, w: Math.min(width, x + w) - left, h: Math.min(height, y + h) - top };
};

/** Draws a picture with its mosaic onto a canvas. */
export function draw({ canvas, boxes }: Pixels, onto: HTMLCanvasElement): void {
  onto.width = canvas.width;
  onto.height = canvas.height;
  const context = onto.getContext('2d', { willReadFrequently: false });
  if (context === null) return;
  context.drawImage(canvas, 0, 0);
  for (const box of boxes.map((one) => inside(one, canvas))) if (box.w > 0 && box.h > 0) pixelate(context, box);
}

/** A picture with its mosaic baked in, at most so long. */
function baked(pixels: Pixels, longest: number): HTMLCanvasElement {
  const whole = document.createElement('canvas');
  draw(pixels, whole);
  const scale = Math.min(1, longest / Math.max(whole.width, whole.height));
  if (scale === 1) return whole;
  const { canvas, context } = sheet(whole.width * scale, whole.height * scale);
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A small picture for the strip of all. */
export function thumbnail(pixels: Pixels): HTMLCanvasElement {
  const canvas = baked(pixels, 320);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** A picture as the bytes of a new JPEG, with its mosaic baked in and without any metadata. */
export async function jpegOf(pixels: Pixels): Promise<Blob> {
  const canvas = baked(pixels, LONGEST_SIDE);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  if (blob === null) throw new DeskFault('图片存不成。关掉别的网页再试一次。');
  return blob;
}

/** A picture as a data URI, small enough to be looked at and printed. */
export const dataUri = (pixels: Pixels): string => baked(pixels, 1000).toDataURL('image/jpeg', 0.85);
