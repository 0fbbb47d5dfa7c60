/** So many options are laid out in one go; a slow phone draws no more between two keys. */
const AT_ONCE = 4;

/** Longest wait for a frame: a page in the background draws none. */
const LATEST = 50;

const nextFrame = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LATEST);
  });

/**
 * Makes `list` hold these groups of options, a few options a frame; a group that is there already stays as it is.
 * Answers whether it came to its end while it was wanted.
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
      await nextFrame();
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
