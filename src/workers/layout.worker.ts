import { answerLayout, type LayoutRequest } from './layoutMessages';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<LayoutRequest>) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', (event) => {
  const answer = answerLayout(event.data);
  scope.postMessage(answer, 'result' in answer ? [answer.result.positions.buffer] : []);
});
