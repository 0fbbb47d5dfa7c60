/** Environment variables that change the built site. */
export const ENV = [
  'SITE_URL',
  'SITE_BASE',
  'SITE_TODAY',
  'SITE_OFFLINE',
  'DATA_DIR',
  'CONTENT_DIR',
  'TIANDITU_KEY',
  'TILE_URL',
  'LOOKUP_PARTS_ABOVE',
] as const;
