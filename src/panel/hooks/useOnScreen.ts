import { useEffect, useState, type RefObject } from 'react';

/** Milliseconds off screen after which a map gives its WebGL context back: browsers keep about sixteen. */
const GIVE_BACK_AFTER = 2000;

export interface OnScreen {
  /** Somebody can see the element now: it is scrolled into view, and its tab is not hidden. */
  readonly visible: boolean;
  /** False once the element has been out of view for a while; true as soon as it is back. */
  readonly near: boolean;
}

/** Whether an element is worth drawing, and worth a WebGL context. */
export function useOnScreen(element: RefObject<HTMLElement | null>): OnScreen {
  // Not before the browser says so: many maps below the fold would take each other's contexts at once.
  const [inView, setInView] = useState(cannotObserve);
  const [near, setNear] = useState(cannotObserve);
  const [tabShown, setTabShown] = useState(() => !document.hidden);

  useEffect(() => {
    const target = element.current;
    if (target === null || cannotObserve()) {
      return undefined;
    }
    let timer: number | undefined;
    const observer = new IntersectionObserver((entries) => {
      const { isIntersecting } = entries[entries.length - 1];
      window.clearTimeout(timer);
      setInView(isIntersecting);
      if (isIntersecting) {
        setNear(true);
      } else {
        timer = window.setTimeout(() => setNear(false), GIVE_BACK_AFTER);
      }
    });
    observer.observe(target);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);

  useEffect(() => {
    const follow = () => setTabShown(!document.hidden);
    document.addEventListener('visibilitychange', follow);
    return () => document.removeEventListener('visibilitychange', follow);
  }, []);
  return { visible: inView && tabShown, near };
}

function cannotObserve(): boolean {
  return typeof IntersectionObserver === 'undefined';
}
