import { readXml } from '../loading/formats/xml.ts';
import { read, type BuiltSite } from './builtSite.ts';

/** One line for each feed, sitemap or picture of the site that is not well-formed XML, with the place. */
export function xmlFaults(site: BuiltSite): string[] {
  return site.listed.flatMap(({ path }) => {
    if (!/\.(?:xml|svg|xhtml|atom|rss|kml|gpx)$/iu.test(path)) return [];
    const fault = readXml(read(site, path));
    return fault === null ? [] : [`/${path} 第 ${fault.line} 行：不是完好的 XML（${fault.message}）`];
  });
}
