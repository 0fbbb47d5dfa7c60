/** The address of a page below the site's base, e.g. `/zt/sgz/stations/x/`; every link on the site is made here. */
function under(path: string): string {
  const base: string = import.meta.env?.BASE_URL ?? '/';
  return `${base.replace(/\/$/u, '')}${path}`;
}

/** Every route of the site (a contract: other sites link to them). */
export const routes = {
  home: () => under('/'),
  stations: (query = '') => under(`/stations/${query}`),
  station: (id: string) => under(`/stations/${id}/`),
  poster: (id: string) => under(`/stations/${id}/poster/`),
  map: (query = '') => under(`/map/${query}`),
  mapData: () => under('/map/stations.json'),
  district: (code: string) => under(`/districts/${code}/`),
  town: (code: string) => under(`/towns/${code}/`),
  fields: () => under('/fields/'),
  field: (slug: string) => under(`/fields/${slug}/`),
  services: () => under('/services/'),
  service: (id: string) => under(`/services/${id}/`),
  topic: (slug: string) => under(`/services/#${slug}`),
  organizations: () => under('/organizations/'),
  organization: (id: string) => under(`/organizations/${id}/`),
  policies: () => under('/policies/'),
  policy: (slug: string) => under(`/policies/${slug}/`),
  policyPrint: (slug: string) => under(`/policies/${slug}/print/`),
  clause: (slug: string, clause: string) => under(`/policies/${slug}/#${clause}`),
  policyFeed: () => under('/policies/atom.xml'),
  policyRegister: () => under('/policies/#register'),
  glossary: () => under('/glossary/'),
  term: (slug: string) => under(`/glossary/#${slug}`),
  interpretation: (slug: string) => under(`/interpretations/${slug}/`),
  cases: (query = '') => under(`/cases/${query}`),
  case: (slug: string) => under(`/cases/${slug}/`),
  caseFeed: () => under('/cases/atom.xml'),
  progress: () => under('/progress/'),
  figure: (id: string) => under(`/progress/#${id}`),
  gaps: (id: string) => under(`/progress/gaps/#${id}`),
  figureFile: (file: string) => under(`/progress/${file}`),
  press: () => under('/press/'),
  search: (query = '') => under(`/search/${query}`),
  lookup: () => under('/search/lookup.json'),
  words: () => under('/search/words.json'),
  committees: () => under('/search/committees.json'),
  more: () => under('/search/more.json'),
  pagefind: () => under('/pagefind/'),
  data: () => under('/data/'),
  dataColumn: (table: string, column: string) => under(`/data/#${table}.${column}`),
  dataChanges: (anchor = '') => under(`/data/changes/${anchor}`),
  dataChangesFeed: () => under('/data/changes.xml'),
  download: (file: string) => under(`/data/${file}`),
  help: () => under('/help/'),
  rules: () => under('/help/rules/'),
  stationTemplate: () => under('/help/station-template.xlsx'),
  about: () => under('/about/'),
  accessibility: () => under('/accessibility/'),
  privacy: () => under('/privacy/'),
  sitemap: () => under('/sitemap/'),
  english: () => under('/en/'),
  leave: () => under('/leave/'),
} as const;

/** A root-relative address from content (`/progress/#x`) put below the base; other addresses as they are. */
export function fromContent(href: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? under(href) : href;
}
