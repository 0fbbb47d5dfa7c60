/** The scale of the PNG, for sharp print and dense screens. */
const SCALE = 2;

/** Loads the picture at an address; resolves when it can be drawn. */
async function loaded(href: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = href;
  await image.decode();
  return image;
}

/** Renders an SVG file of this site as PNG, with the fonts of this device. */
async function png(href: string): Promise<Blob> {
  const image = await loaded(href);
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob === null ? failed(new DOMException('no picture')) : done(blob)), 'image/png');
  });
}

/**
 * <chart-picture data-href>: makes a PNG from the SVG file of a chart and offers it as a download. Hidden without
 * JavaScript.
 */
class ChartPicture extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const button = this.querySelector('button');
    const { href } = this.dataset;
    if (button === null || href === undefined) throw new Error('<chart-picture> needs a <button> and data-href');
    this.#abort = new AbortController();
    const label = button.textContent ?? '';
    const save = async () => {
      try {
        const address = URL.createObjectURL(await png(href));
        const link = document.createElement('a');
        link.href = address;
        link.download = href.replace(/^.*\//u, '').replace(/svg$/u, 'png');
        link.click();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        button.textContent = '没有做成，请下载SVG';
        setTimeout(() => (button.textContent = label), 3000);
      }
    };
    button.addEventListener('click', () => void save(), { signal: this.#abort.signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

customElements.define('chart-picture', ChartPicture);
