import JSZip from 'jszip';

/** The date of every entry, always the same, so that the same input gives the same bytes. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

/** A ZIP of these files, sorted by name; the same bytes each time for the same content. */
export async function packFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const name of Object.keys(files).sort()) {
    zip.file(name, files[name] ?? '', { date: EPOCH, createFolders: false });
  }
  return new Uint8Array(
    await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE', compressionOptions: { level: 6 } }),
  );
}
