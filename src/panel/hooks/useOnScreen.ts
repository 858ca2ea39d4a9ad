import { useEffect, useState, type RefObject } from 'react';

/** Milliseconds off screen after which a map gives its WebGL context back: browsers keep about sixteen. */
const GIVE_BACK_AFTER = 2000;

/** False once an element has been off screen for a while; true as soon as it comes near again. */
export function useOnScreen(element: RefObject<HTMLElement | null>): boolean {
  const [onScreen, setOnScreen] = useState(true);
  useEffect(() => {
    const target = element.current;
    if (target === null || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    let timer: number | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        window.clearTimeout(timer);
        if (entries[entries.length - 1].isIntersecting) {
          setOnScreen(true);
        } else {
          timer = window.setTimeout(() => setOnScreen(false), GIVE_BACK_AFTER);
        }
      },
      { rootMargin: '100px' }
    );
    observer.observe(target);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return onScreen;
}
