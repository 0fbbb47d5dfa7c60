import { Search } from './search.ts';

/** The search of this site. A portal is built with that of its members in this place (`astro.config.mjs`). */
export { Search as SiteSearch };
