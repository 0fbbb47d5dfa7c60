/** Pages where nobody should arrive from a search: for staff, for frames, to print, of answers, and those about a state. */
const APART = /^\/embed\/|^\/help\/|\/(?:poster|print|search|leave|offline)\/$|^\/404\.html$/u;

/** Whether a page, by its address below the base, stands in the sitemap; the others tell robots not to keep them. */
export const isIndexed = (path: string): boolean => !APART.test(path);
