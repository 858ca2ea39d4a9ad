import { computeLayout } from '../core/layout';
import type { LayoutInput, LayoutName, LayoutOptions, LayoutResult } from '../core/model/layout';
import type { LayoutAnswer, LayoutRequest } from './layoutMessages';
import { startWorker } from './startWorker';
import layoutWorkerSource from './layout.worker.inline';

/** What a client needs of a worker. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** Computes layouts away from the main thread where that is possible. */
export interface LayoutClient {
  /**
   * The layout of an input. Only the last question is worth an answer: when a newer one is asked before this one is
   * answered, or the client is disposed, the promise rejects with an error for which `isSuperseded` holds. It rejects
   * with another error only when the layout fails on the main thread too.
   *
   * @param onQuick gets a rough placement first where the layout takes long, at most once, and never after the promise
   *   is settled. The main thread, which could show nothing in between, makes none.
   */
  layout(
    name: LayoutName,
    input: LayoutInput,
    options: LayoutOptions,
    onQuick?: (placement: LayoutResult) => void
  ): Promise<LayoutResult>;
  /** Ends the worker. Safe to call twice; questions asked afterwards are superseded at once. */
  dispose(): void;
}

/** Name of the error of a question that is not worth an answer any more. */
const SUPERSEDED = 'LayoutSuperseded';

/** Whether a layout was not computed since a newer one was asked for or its client was disposed: nothing to show. */
export function isSuperseded(error: unknown): boolean {
  return error instanceof Error && error.name === SUPERSEDED;
}

function superseded(): Error {
  const error = new Error('This layout is not needed any more: a newer one was asked for, or its panel is gone.');
  error.name = SUPERSEDED;
  return error;
}

interface Question extends LayoutRequest {
  readonly onQuick?: (placement: LayoutResult) => void;
  readonly resolve: (result: LayoutResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A client with a worker of its own, or the main thread where there is no worker: none in the browser, none in the
 * build, refused by a content security policy, or broken. The result is the same.
 */
export function createLayoutClient(
  openWorker: () => WorkerPort | undefined = () => startWorker(layoutWorkerSource)
): LayoutClient {
  let worker: WorkerPort | undefined;
  let opened = false;
  let disposed = false;
  let asked = 0;
  let waiting: Question | undefined;
  let running: number | undefined;

  const settle = (act: (question: Question) => void) => {
    const question = waiting;
    waiting = undefined;
    if (question) {
      act(question);
    }
  };

  const onMainThread = () =>
    settle(({ name, input, options, resolve, reject }) => {
      try {
        resolve(computeLayout(name, input, options));
      } catch (error) {
        reject(error);
      }
    });

  const abandonWorker = () => {
    worker?.terminate();
    worker = undefined;
    running = undefined;
    onMainThread();
  };

  /** One question at a time: those that are superseded while the worker is busy are never computed. */
  const send = () => {
    if (!waiting || running !== undefined || !worker) {
      return;
    }
    const { number, name, input, options, quick } = waiting;
    running = number;
    try {
      worker.postMessage({ number, name, input, options, quick } satisfies LayoutRequest);
    } catch {
      abandonWorker();
    }
  };

  const receive = (answer: LayoutAnswer) => {
    if ('quick' in answer) {
      if (waiting?.number === answer.number) {
        waiting.onQuick?.(answer.quick);
      }
      return;
    }
    running = undefined;
    if (waiting?.number !== answer.number) {
      send();
    } else if ('result' in answer) {
      settle((question) => question.resolve(answer.result));
    } else {
      onMainThread();
    }
  };

  const open = () => {
    opened = true;
    worker = openWorker();
    if (worker) {
      worker.onmessage = (event: MessageEvent<LayoutAnswer>) => receive(event.data);
      worker.onerror = abandonWorker;
      worker.onmessageerror = abandonWorker;
    }
  };

  return {
    layout(name, input, options, onQuick) {
      settle((question) => question.reject(superseded()));
      if (disposed) {
        return Promise.reject(superseded());
      }
      return new Promise((resolve, reject) => {
        waiting = { number: ++asked, name, input, options, quick: onQuick !== undefined, onQuick, resolve, reject };
        if (!opened) {
          open();
        }
        if (worker) {
          send();
        } else {
          onMainThread();
        }
      });
    },
    dispose() {
      disposed = true;
      worker?.terminate();
      worker = undefined;
      settle((question) => question.reject(superseded()));
    },
  };
}
