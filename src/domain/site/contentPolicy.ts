/**
 * The Content-Security-Policy that stands in the head of every page: files of the site alone, one script in the page, of
 * which `boot` is the SHA-256 in Base64, and pictures of maps from `tileHosts`. A page that carries its style in itself
 * gets the hash of it added (`built/sheets/inlineSheets`).
 */
export const contentPolicy = (boot: string, tileHosts: readonly string[]): string =>
  [
    "default-src 'none'",
    ["img-src 'self' data:", ...tileHosts].join(' '),
    ["connect-src 'self'", ...tileHosts].join(' '),
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // The full text is found by a program in WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${boot}'`,
    "style-src 'self'",
  ].join(';');
