import { answerLayout, answerQuickly, type LayoutAnswer, type LayoutRequest } from './layoutMessages';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<LayoutRequest>) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

const post = (answer: LayoutAnswer) => {
  const places = 'quick' in answer ? [answer.quick] : 'result' in answer ? [answer.result] : [];
  scope.postMessage(
    answer,
    places.map(({ positions }) => positions.buffer)
  );
};

scope.addEventListener('message', ({ data }) => {
  const quick = answerQuickly(data);
  if (quick !== undefined) {
    post(quick);
  }
  post(answerLayout(data));
});
