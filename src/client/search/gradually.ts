import { afterPicture } from '../browser/pictures.ts';

/** The number of options that are added per frame, so that a slow phone stays responsive between two keys. */
const AT_ONCE = 4;

/**
 * Replaces the content of `list` by these groups, a few options per frame; groups that are there already stay. Returns
 * whether it finished while `isWanted` held.
 */
export async function fillGradually(
  list: HTMLElement,
  groups: readonly HTMLElement[],
  isWanted: () => boolean,
): Promise<boolean> {
  let drawn = 0;
  for (const [at, group] of groups.entries()) {
    const there = list.children[at];
    if (there?.isEqualNode(group) === true) continue;
    const size = group.querySelectorAll('[role="option"]').length;
    if (drawn > 0 && drawn + size > AT_ONCE) {
      await new Promise<void>(afterPicture);
      if (!isWanted()) return false;
      drawn = 0;
    }
    if (there === undefined) list.append(group);
    else there.replaceWith(group);
    drawn += size;
  }
  while (list.children.length > groups.length) list.lastElementChild?.remove();
  return true;
}
