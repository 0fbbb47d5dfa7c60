import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteIdentity } from '../../domain/dataset/dataset.ts';
import type { Member } from './readMember.ts';

/** What a portal is built from. */
export interface PortalInput {
  readonly site: SiteIdentity;
  readonly members: readonly Member[];
}

/** Writes the checked input of a portal for Astro's process. */
export function passPortal(file: string, input: PortalInput): void {
  writeFileSync(file, JSON.stringify(input));
}

/** The input that `passPortal` wrote into the file that `PORTAL_INPUT` names; throws where there is none. */
export function passedPortal(env: Readonly<Record<string, string | undefined>>): PortalInput {
  return JSON.parse(readFileSync(env['PORTAL_INPUT'] ?? '', 'utf8')) as PortalInput;
}

/** A search file of a member, e.g. `lookup`. */
export const memberFile = ({ folder }: Member, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'search', `${name}.json`), 'utf8'));
