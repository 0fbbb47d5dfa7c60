import type { Source } from '../dataset/dataset.ts';

type Json = Readonly<Record<string, unknown>>;

/** Licences with an identifier of the Open Definition, and how people write them. */
const KNOWN: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:知识共享署名 ?4\.0（)?CC BY 4\.0）?$/u, 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  [/^CC0 1\.0$/u, 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  [/^ODbL 1\.0$/u, 'ODC-ODbL-1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
];

/** A licence as the descriptor states it; without a known identifier it links to the page that explains it. */
function licenceOf(words: string, page: string): Json {
  const [, name, path] = KNOWN.find(([pattern]) => pattern.test(words)) ?? [];
  return name === undefined ? { path: page, title: words } : { name, path, title: words };
}

/** A file of the data package. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: string;
  readonly mediatype: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The source of its rows; null where the sources of the whole package apply. */
  readonly source: Source | null;
  /** The Table Schema of a CSV file; null for other files. */
  readonly schema: Json | null;
}

interface Package {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly asAt: string;
  readonly homepage: string;
  readonly publisher: string;
  readonly licence: string;
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
}

function resourceOf(resource: Resource, homepage: string): Json {
  const { name, path, title, description, format, mediatype, bytes, sha256, source, schema } = resource;
  return {
    profile: schema === null ? 'data-resource' : 'tabular-data-resource',
    name,
    path,
    title,
    description,
    format,
    mediatype,
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(source === null
      ? {}
      : {
          sources: [{ title: source.source }],
          licenses: [licenceOf(source.licence, homepage)],
          as_at: source.date,
        }),
    ...(schema === null
      ? {}
      : { dialect: { delimiter: ',', doubleQuote: true, header: true, lineTerminator: '\r\n' }, schema }),
  };
}

/** The descriptor of a Frictionless Data Package (specs.frictionlessdata.io/data-package, v1). */
export function dataPackage({ name, title, description, asAt, homepage, publisher, ...rest }: Package): Json {
  return {
    profile: 'data-package',
    name,
    title,
    description,
    version: asAt,
    as_at: asAt,
    homepage,
    licenses: [licenceOf(rest.licence, homepage)],
    contributors: [{ title: publisher, role: 'publisher' }],
    sources: [...new Set(rest.sources.map(({ source }) => source))].map((source) => ({ title: source })),
    resources: rest.resources.map((resource) => resourceOf(resource, homepage)),
  };
}
