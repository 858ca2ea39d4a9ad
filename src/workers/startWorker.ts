/**
 * A worker from its source, or none: where the source is empty, there are no workers, or a policy refuses. A policy may
 * also refuse later, through the worker's `onerror`.
 */
export function startWorker(source: string): Worker | undefined {
  if (source === '' || typeof Worker === 'undefined' || typeof URL.createObjectURL !== 'function') {
    return undefined;
  }
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
