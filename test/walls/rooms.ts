import { liesIn, type Import } from './sources.ts';

/** Whether a room may contain an import that leads to the place `to`. */
export type Rule = (entry: Import, to: string) => boolean;

const rooms =
  (...names: readonly string[]): Rule =>
  (_, to) =>
    names.some((name) => liesIn(to, name));
const domain = (...names: readonly string[]): Rule => rooms(...names.map((name) => `domain/${name}`));
const search = (...names: readonly string[]): Rule => rooms(...names.map((name) => `search/${name}`));
const loading = (...names: readonly string[]): Rule => rooms(...names.map((name) => `loading/${name}`));
const but =
  (rule: Rule, ...names: readonly string[]): Rule =>
  (entry, to) =>
    rule(entry, to) && !names.some((name) => liesIn(to, name));
const packages =
  (...names: readonly string[]): Rule =>
  (_, to) =>
    names.some((name) => to === `npm:${name}`);
const npm: Rule = (_, to) => to.startsWith('npm:') && to !== 'npm:papaparse';
const npmToo: Rule = (_, to) => to.startsWith('npm:');
const node: Rule = (_, to) => to === 'node:';
const astroTypes: Rule = ({ typeOnly }, to) => to === 'npm:astro' && typeOnly;
const astroZod: Rule = ({ target }) => target === 'astro/zod';
const onlyTypesOf =
  (...names: readonly string[]): Rule =>
  ({ typeOnly }, to) =>
    typeOnly && names.some((name) => liesIn(to, name));
const clientScript: Rule = ({ inScript }, to) => inScript && liesIn(to, 'client');
const clientRaw: Rule = ({ target }, to) => liesIn(to, 'client') && target.endsWith('?raw');
const tokensRaw: Rule = ({ target }) => target.endsWith('/styles/tokens/palettes.css?raw');
const astroContent: Rule = (_, to) => to === 'astro:content';

/** Where clerks' own words are read; pages and browsers only meet what came of them. */
const anyDomain = but(rooms('domain'), 'domain/tidy');
/** The search without its packing, which is for builds alone. */
const anySearch = but(rooms('search'), 'search/pack');

/**
 * Who may import whom. A file obeys the longest of these names that its place lies in, and may always import from
 * that same room.
 */
export const WALLS: Readonly<Record<string, readonly Rule[]>> = {
  'domain/time': [],
  'domain/language': [],
  'domain/place': [],
  'domain/rules': [domain('privacy')],
  'domain/privacy': [],
  'domain/policy': [domain('time')],
  'domain/case': [domain('time', 'privacy', 'language')],
  'domain/site': [domain('time')],
  'domain/service': [domain('policy')],
  'domain/station': [domain('time', 'language', 'place', 'service')],
  'domain/dataset': [domain('place', 'policy', 'service', 'station', 'time')],
  'domain/figures': [but(anyDomain, 'domain/openData', 'domain/map')],
  'domain/openData': [but(anyDomain, 'domain/figures', 'domain/map')],
  'domain/map': [but(anyDomain, 'domain/figures', 'domain/openData')],
  'domain/tidy': [but(anyDomain, 'domain/figures', 'domain/openData', 'domain/map')],
  views: [onlyTypesOf('domain')],
  'search/types': [onlyTypesOf('domain/station', 'domain/language', 'domain/place')],
  'search/text': [search('types'), domain('station', 'language')],
  'search/files': [search('types', 'text'), domain('station', 'language', 'site', 'place')],
  'search/match': [search('types', 'text'), domain('station', 'language')],
  'search/fullText': [search('types', 'text'), domain('station', 'language')],
  'search/answers': [search('types', 'text', 'match'), domain('station', 'language', 'site')],
  'search/places': [search('types', 'text', 'files', 'match', 'answers'), domain('language', 'place')],
  search: [anySearch, domain('station', 'language', 'site')],
  'search/members': [search('types', 'text', 'files', 'match', 'answers'), domain('site')],
  'search/pack': [search('files', 'types', 'text', 'members'), anyDomain, packages('pinyin-pro', 'opencc-js')],
  client: [but(anyDomain, 'domain/rules', 'domain/figures'), anySearch, packages('leaflet', 'supercluster')],
  'client/caseDesk': [
    rooms('client/browser'),
    but(anyDomain, 'domain/rules', 'domain/figures'),
    packages('mammoth', 'fflate', 'yaml', '@noble/hashes'),
  ],
  'client/offline': [rooms('client/browser'), domain('openData', 'site'), packages('workbox-precaching')],
  'client/pack': [],
  'client/studio': [rooms('domain/case'), packages('@sveltia/cms', 'yaml')],
  schemas: [anyDomain, astroZod],
  'loading/faults': [rooms('domain')],
  'loading/adapters': [rooms('domain'), packages('pinyin-pro', 'gcoord', 'chinese-days')],
  'loading/formats': [rooms('domain'), npmToo, node],
  'loading/tables': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), npmToo, node],
  'loading/texts': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), packages('astro')],
  'loading/attachments': [rooms('domain', 'schemas'), loading('faults', 'adapters', 'formats'), npm, node],
  'loading/pictures': [rooms('domain'), loading('formats', 'texts', 'folders'), packages('sharp'), node],
  'loading/cards': [loading('formats', 'folders'), packages('satori', 'sharp'), node],
  'loading/rules': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats/xml', 'formats/decode'),
    packages('astro', 'satteri'),
  ],
  'loading/handouts': [
    rooms('domain'),
    but(rooms('loading'), 'loading/import', 'loading/inbox', 'loading/register', 'loading/sample'),
  ],
  'loading/register': [
    rooms('domain'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules'),
    npmToo,
    node,
  ],
  'loading/sample': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules'),
    packages('papaparse'),
  ],
  'loading/import': [
    rooms('domain', 'schemas'),
    loading('tables', 'texts', 'faults', 'adapters', 'formats', 'rules', 'handouts/reportPage', 'dataset'),
    npmToo,
    node,
  ],
  'loading/inbox': [
    rooms('domain', 'schemas'),
    loading(
      'texts',
      'faults',
      'formats',
      'pictures',
      'rules',
      'handouts/reportPage',
      'dataset',
      'folders',
      'hiddenNames',
    ),
    packages('astro', 'mammoth', 'linkedom', 'pinyin-pro'),
    node,
  ],
  'loading/studio': [
    rooms('domain', 'schemas'),
    loading(
      'texts',
      'faults',
      'formats',
      'inbox/check/gate',
      'inbox/write/caseFile',
      'dataset',
      'folders',
      'hiddenNames',
    ),
    astroZod,
    node,
  ],
  'loading/members': [rooms('domain', 'schemas'), loading('tables', 'faults', 'formats'), node],
  loading: [rooms('loading', 'schemas', 'domain'), npm, node],
  built: [rooms('loading'), anyDomain, npm, node],
  integrations: [rooms('loading'), anyDomain, npm, node],
  charts: [anyDomain, packages('@observablehq/plot', 'linkedom'), tokensRaw],
  queries: [
    rooms('loading', 'charts', 'views', 'search/pack'),
    anyDomain,
    onlyTypesOf('schemas'),
    astroContent,
    astroTypes,
    npm,
  ],
  components: [rooms('views', 'styles'), anyDomain, clientScript, astroTypes],
  layouts: [rooms('components', 'views', 'styles'), anyDomain, clientScript, clientRaw, astroTypes],
  pages: [rooms('layouts', 'components', 'queries', 'views', 'styles'), anyDomain, clientScript, astroTypes],
  portal: [
    rooms('layouts', 'components', 'styles', 'views', 'search/pack'),
    loading('members/passedPortal'),
    anyDomain,
    onlyTypesOf('search/files'),
    clientScript,
    astroTypes,
  ],
  cli: [rooms('built', 'loading', 'schemas', 'domain', 'integrations'), npm, node],
  'content.config': [rooms('schemas'), astroContent, packages('astro')],
};

/** The wall that a place obeys: the longest name that it lies in; undefined for a stranger. */
export const roomOf = (place: string) =>
  Object.keys(WALLS)
    .filter((room) => liesIn(place, room))
    .sort((a, b) => b.length - a.length)[0];
