/** Makes the page like a browser without WebGL 2. Call before anything draws. */
export function disableWebGl(): void {
  const original = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'getContext')?.value as (
    this: HTMLCanvasElement,
    ...values: unknown[]
  ) => unknown;
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    configurable: true,
    value(this: HTMLCanvasElement, type: string, ...rest: unknown[]): unknown {
      return type.startsWith('webgl') ? null : original.call(this, type, ...rest);
    },
  });
}
