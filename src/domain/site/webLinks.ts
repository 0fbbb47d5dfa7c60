const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}\uFFFD]/gu;
const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * Whether a link leads to a page, a mail or a telephone, or to a place of this site. Browsers pass over white space and
 * control characters in a scheme, and so do we; `javascript:`, `data:` and all unknown schemes give false.
 */
export function isHarmlessLink(address: string): boolean {
  const scheme = SCHEME.exec(decoded(address).replace(INVISIBLE, ''))?.[1];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase());
}

/** Whether an address leads to a web page: http or https with a host, without spaces or a password. */
export function isWebAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    /^https?:\/\/[^\s\p{Cc}"'<>\\]+$/iu.test(address) &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === ''
  );
}
