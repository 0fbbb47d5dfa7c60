/** Milliseconds to wait for a picture at most: a page in the background gets none. */
const LATEST = 50;

/** Acts once, when the picture with the changes made so far is there. */
export function afterPicture(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LATEST);
}
