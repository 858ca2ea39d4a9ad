/** A call to a WebGL context. */
export interface GlCall {
  readonly name: string;
  readonly values: readonly unknown[];
}

/**
 * Does some work and gives all calls that it made to the context meanwhile, in order. The context gets another prototype
 * for that time, which passes on what it is asked for.
 */
export function recordCalls(gl: WebGL2RenderingContext, work: () => void): readonly GlCall[] {
  const calls: GlCall[] = [];
  const prototype = Object.getPrototypeOf(gl) as object;
  const listening = new Proxy(prototype, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name, gl);
      if (typeof found !== 'function') {
        return found;
      }
      return (...values: readonly unknown[]): unknown => {
        calls.push({ name: String(name), values });
        return Reflect.apply(found, gl, values);
      };
    },
  });
  Object.setPrototypeOf(gl, listening);
  try {
    work();
  } finally {
    Object.setPrototypeOf(gl, prototype);
  }
  return calls;
}
