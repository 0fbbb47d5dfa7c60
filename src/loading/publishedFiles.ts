import { attachmentFaultsIn } from './attachments/attachments.ts';
import { actingFileFaultsIn, type PublishedFolders } from './actingFiles.ts';
import type { Fault } from './faults/fault.ts';

/**
 * Everything that is wrong with files that are published as they are: SVGs that act, and personal data in attachments.
 * `reviewed` are the SHA-256 of files that somebody has read through (site.yaml).
 */
export const publishedFileFaults = async (
  folders: PublishedFolders,
  reviewed: readonly string[] = [],
): Promise<readonly Fault[]> => [
  ...actingFileFaultsIn(folders),
  ...(await attachmentFaultsIn(folders.content, folders.public, reviewed)),
];
