import { escapeMarkup } from '../language/markup.ts';

/** Converts a time `YYYY-MM-DD HH:MM` of UTC+8 to RFC 3339. */
const rfc3339 = (moment: string) => `${moment.replace(' ', 'T')}:00+08:00`;

interface AtomEntry {
  readonly title: string;
  readonly href: string;
  readonly updated: string;
  readonly summary: string;
}

interface AtomFeed {
  readonly title: string;
  readonly author: string;
  /** Absolute addresses of the feed and of the page that it belongs to. */
  readonly self: string;
  readonly page: string;
  /** The date of the feed while it has no entries. */
  readonly since?: string;
  readonly entries: readonly AtomEntry[];
}

/**
 * Writes an Atom feed (RFC 4287). Its date is that of the newest entry, so that the same input gives the same bytes.
 */
export function atomFeed({ title, author, self, page, since = '2000-01-01 00:00', entries }: AtomFeed): string {
  const newest = entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), since);
  const items = entries.map(({ title: name, href, updated, summary }) =>
    [
      '<entry>',
      `<title>${escapeMarkup(name)}</title>`,
      `<link href="${escapeMarkup(href)}"/>`,
      `<id>${escapeMarkup(href)}</id>`,
      `<updated>${rfc3339(updated)}</updated>`,
      `<summary>${escapeMarkup(summary)}</summary>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escapeMarkup(title)}</title>`,
    `<link rel="self" href="${escapeMarkup(self)}"/>`,
    `<link href="${escapeMarkup(page)}"/>`,
    `<id>${escapeMarkup(self)}</id>`,
    `<updated>${rfc3339(newest)}</updated>`,
    `<author><name>${escapeMarkup(author)}</name></author>`,
    ...items,
    '</feed>\n',
  ].join('\n');
}
