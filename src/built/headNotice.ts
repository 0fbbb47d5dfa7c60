/** HTML that stands first in the main part of a page that doesn't come from a server; `words` may hold links. */
export const headNotice = (words: string): string =>
  `<div class="wrap notice-top"><p class="notice" lang="zh-CN" role="status">${words}</p></div>`;
