/** Calls `callback` once, when the element comes near the viewport; at once where the browser cannot observe that. */
export function whenNear(element: Element, signal: AbortSignal, callback: () => Promise<void>): void {
  if (!('IntersectionObserver' in window)) {
    void callback();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void callback();
    },
    { rootMargin: '400px' },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
