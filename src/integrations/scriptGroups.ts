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
      'src/client/search/onTouch',
      'src/domain/site/leaving',
      'src/domain/station/(?:station|tile)',
    ),
  },
  {
    // The small elements of most pages about stations and policies, and the day that they reckon with.
    name: 'marks',
    test: modules(
      'src/client/browser/clock',
      'src/client/frame/copy-button',
      'src/client/station/(?:share-button|station-plate|verified-mark)',
    ),
  },
  {
    // Whether a station is open now.
    name: 'open',
    test: modules('src/client/station/open-state', 'src/domain/station/(?:openState|hours/\\w+)'),
  },
];
