/** A script for these modules together: each file costs a request, and what stands in one packs better. */
interface ScriptGroup {
  readonly name: string;
  readonly test: RegExp;
}

const modules = (...paths: readonly string[]) => new RegExp(`(?:${paths.join('|')})\\.[jt]s$`, 'u');

/** What the bundler writes into one script each, beside what it finds itself. */
export const scriptGroups: readonly ScriptGroup[] = [
  {
    // What every page starts, and the small helpers of nearly all scripts.
    name: 'page',
    test: modules(
      'vite/preload-helper',
      'src/client/browser/(?:elements|composing|storage)',
      'src/client/frame/(?:view-switch|print-open|readAloud|leaving)',
      'src/client/offline/keeping',
      'src/client/search/onTouch',
      'src/domain/site/leaving',
      'src/domain/station/(?:station|tile)',
    ),
  },
  {
    // The buttons of most pages about stations and policies, which know nothing of the day.
    name: 'buttons',
    test: modules('src/client/frame/copy-button', 'src/client/station/share-button'),
  },
  {
    // The day that pages reckon with: filters and the map need it too, whether or not what follows comes.
    name: 'day',
    test: modules('src/client/browser/clock', 'src/domain/station/freshness', 'src/domain/time/dates'),
  },
  {
    // Whether a station is open now, and how old its facts are.
    name: 'open',
    test: modules(
      'src/client/station/(?:open-state|station-plate|verified-mark)',
      'src/domain/station/(?:openState|hours/\\w+)',
    ),
  },
];
