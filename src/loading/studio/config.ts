import type { Dataset } from '../../domain/dataset/dataset.ts';
import { LARGEST_PICTURE, LONGEST_SIDE } from '../../domain/case/package.ts';
import type { Documents } from '../texts/documents.ts';
import { caseFields, type Choice, type EditorField, type Lists } from './fields.ts';

/** Where the repository of a team lies, for those who don't work in a folder of their own. */
export interface Repository {
  readonly kind: 'gitea' | 'gitlab' | 'github';
  /** `owner/name`. */
  readonly repo: string;
  readonly branch: string;
  /** The address of the server, `https://git.example.org`; empty for github.com and gitlab.com. */
  readonly address: string;
  /** The number that the server gave this application, for signing in; empty where people sign in with a token. */
  readonly application: string;
}

/** The part of the configuration of Sveltia CMS that is written here. */
export interface StudioConfig {
  readonly load_config_file: false;
  readonly backend: Readonly<Record<string, unknown>>;
  readonly app_title: string;
  readonly logo: { readonly src: string };
  readonly media_folder: string;
  readonly public_folder: string;
  readonly media_libraries: unknown;
  readonly collections: readonly {
    readonly name: string;
    readonly folder: string;
    readonly format: string;
    readonly fields: readonly EditorField[];
    readonly [option: string]: unknown;
  }[];
}

const none = (label: string): Choice => ({ label, value: null });

/** What the lists of the editor offer: rows of the tables, policies, and the pictures that the site has. */
export function listsOf(
  { fields, topics, services, stations }: Dataset,
  { policies }: Documents,
  pictures: readonly string[],
): Lists {
  const named = (rows: readonly { readonly name: string; readonly slug: string }[]): Choice[] =>
    rows.map(({ name, slug }) => ({ label: name, value: slug }));
  return {
    field: [none('综合'), ...named(fields)],
    topic: named(topics),
    services: services.map(({ id, name }) => ({ label: name, value: id })),
    station: [none('不写'), ...stations.map(({ id, name }) => ({ label: name, value: id }))],
    policy: [none('没有'), ...policies.map(({ slug, head }) => ({ label: head.short_title, value: slug }))],
    'pictures.file': pictures.map((file) => ({ label: file, value: file })),
  };
}

/** A stand-in for a repository: the editor wants one even where people only work in a folder. */
const IN_A_FOLDER = { name: 'gitea', repo: '本机/社工站指南', auth_methods: ['token'] };

function backendOf({ kind, repo, branch, address, application }: Repository): Readonly<Record<string, unknown>> {
  const pkce = application === '' ? { auth_methods: ['token'] } : { app_id: application, auth_type: 'pkce' };
  const api = { gitea: '/api/v1', gitlab: '/api/v4', github: '/api/v3' }[kind];
  return {
    name: kind,
    repo,
    branch,
    ...(address === '' ? {} : { base_url: address, api_root: `${address}${api}` }),
    ...(kind === 'github' ? { auth_methods: ['token'] } : pkce),
  };
}

/** The configuration of the editor. `repository` is null where people only work in a folder of this computer. */
export function studioConfig(lists: Lists, repository: Repository | null): StudioConfig {
  return {
    load_config_file: false,
    backend: repository === null ? IN_A_FOLDER : backendOf(repository),
    app_title: '案例编辑器',
    logo: { src: '/favicon.svg' },
    media_folder: 'content/cases/pictures',
    public_folder: '/pictures',
    // Whatever is uploaded is drawn anew, as large as the desk makes it: nothing of the original file is left.
    media_libraries: {
      default: {
        config: {
          max_file_size: LARGEST_PICTURE,
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: 85, width: LONGEST_SIDE, height: LONGEST_SIDE },
          },
        },
      },
    },
    collections: [
      {
        name: 'cases',
        label: '案例',
        folder: 'content/cases',
        format: 'case',
        create: true,
        // An address stays: a case is withdrawn, not deleted.
        delete: false,
        summary: '{{title}}',
        slug: {
          editable: ['create'],
          hint: '网址的一部分，定了不再改：小写英文字母、数字和连字符',
          pattern: ['^[a-z0-9]+(?:-[a-z0-9]+)*$', '只用小写英文字母、数字和连字符，如back-to-the-classroom'],
        },
        editor: { preview: false },
        fields: caseFields(lists),
      },
    ],
  };
}
