import { layoutInputOf, makeGraph } from '../../tests/support/graphs';
import { computeLayout, quickPlacement } from '../core/layout';
import type { LayoutName, LayoutResult } from '../core/model/layout';
import { createLayoutClient, isSuperseded, type WorkerPort } from './layoutClient';
import { answerLayout, answerQuickly, type LayoutAnswer, type LayoutRequest } from './layoutMessages';

const INPUT = layoutInputOf(makeGraph('S', 1));
const LARGE = layoutInputOf(makeGraph([1_000, 3_000], 1));
const WIDE = { aspect: 16 / 9 };

/** A worker whose answers the test gives. */
function workerDouble() {
  const asked: LayoutRequest[] = [];
  let terminated = 0;
  const port: WorkerPort = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (request: LayoutRequest) => asked.push(structuredClone(request)),
    terminate: () => terminated++,
  };
  const emit = (answer: LayoutAnswer) =>
    port.onmessage?.call(port as Worker, { data: structuredClone(answer) } as MessageEvent);
  return {
    port,
    asked,
    terminations: () => terminated,
    emit,
    answer: (index: number) => emit(answerLayout(asked[index])),
    fail: () => port.onerror?.call(port as Worker, {} as ErrorEvent),
  };
}

/** A result whose arrays compare equal whatever realm they were cloned in. */
function plain({ positions, bounds }: LayoutResult) {
  return { positions: Array.from(positions), bounds: [...bounds] };
}

/** What a promise came to. */
function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => value,
    (error: unknown) => (isSuperseded(error) ? 'superseded' : error)
  );
}

describe('createLayoutClient', () => {
  it.each(['layered', 'ring', 'force', 'grid', 'grouped'] as const)(
    'L80 answers as the main thread does: %s',
    async (name) => {
      const worker = workerDouble();
      const answer = createLayoutClient(() => worker.port).layout(name, INPUT, WIDE);
      worker.answer(0);
      expect(plain(await answer)).toEqual(plain(computeLayout(name, INPUT, WIDE)));
    }
  );

  it('L80 hands places over to the worker', async () => {
    const worker = workerDouble();
    const pinned = new Map([[INPUT.ids[2], [70, 80] as const]]);
    const answer = createLayoutClient(() => worker.port).layout('layered', INPUT, { ...WIDE, pinned });
    worker.answer(0);
    expect([...(await answer).positions.subarray(4, 6)]).toEqual([70, 80]);
  });

  it('L81 computes on the main thread where the build has no worker', async () => {
    expect(await createLayoutClient().layout('grid', INPUT, WIDE)).toEqual(computeLayout('grid', INPUT, WIDE));
  });

  it('L81 computes on the main thread when the worker breaks, then and afterwards', async () => {
    const worker = workerDouble();
    const client = createLayoutClient(() => worker.port);
    const first = client.layout('grid', INPUT, WIDE);
    worker.fail();
    expect(await first).toEqual(computeLayout('grid', INPUT, WIDE));
    expect(await client.layout('ring', INPUT, WIDE)).toEqual(computeLayout('ring', INPUT, WIDE));
    expect(worker.asked).toHaveLength(1);
    expect(worker.terminations()).toBe(1);
  });

  it('L81 computes on the main thread when posting is refused', async () => {
    const worker = workerDouble();
    const port = {
      ...worker.port,
      postMessage: () => {
        throw new Error('DataCloneError');
      },
    };
    expect(await createLayoutClient(() => port).layout('grid', INPUT, WIDE)).toEqual(
      computeLayout('grid', INPUT, WIDE)
    );
  });

  it('L81 computes on the main thread what fails in the worker', async () => {
    const worker = workerDouble();
    const client = createLayoutClient(() => worker.port);
    const answer = client.layout('grid', INPUT, WIDE);
    worker.emit({ number: worker.asked[0].number, problem: 'out of memory' });
    expect(await answer).toEqual(computeLayout('grid', INPUT, WIDE));
    const next = client.layout('ring', INPUT, WIDE);
    worker.answer(1);
    expect(plain(await next)).toEqual(plain(computeLayout('ring', INPUT, WIDE)));
  });

  it('L82 answers only the last question, and computes no replaced one', async () => {
    const worker = workerDouble();
    const client = createLayoutClient(() => worker.port);
    const names: readonly LayoutName[] = ['layered', 'ring', 'grid'];
    const answers = names.map((name) => outcome(client.layout(name, INPUT, WIDE)));
    worker.answer(0);
    expect(worker.asked.map(({ name }) => name)).toEqual(['layered', 'grid']);
    worker.answer(1);
    expect(await Promise.all(answers.slice(0, 2))).toEqual(['superseded', 'superseded']);
    expect(plain((await answers[2]) as LayoutResult)).toEqual(plain(computeLayout('grid', INPUT, WIDE)));
  });

  it('L84 hands on the quick placement of a large graph before its layout, and none that comes too late', async () => {
    const worker = workerDouble();
    const client = createLayoutClient(() => worker.port);
    const quick: LayoutResult[] = [];
    const replaced = outcome(client.layout('grid', LARGE, WIDE, (placement) => quick.push(placement)));
    const early = answerQuickly(worker.asked[0]) as LayoutAnswer;
    const wanted = client.layout('layered', LARGE, WIDE, (placement) => quick.push(placement));
    worker.emit(early);
    expect(quick).toEqual([]);
    worker.answer(0);
    worker.emit(answerQuickly(worker.asked[1]) as LayoutAnswer);
    expect(quick.map(plain)).toEqual([plain(quickPlacement('layered', LARGE, WIDE))]);
    worker.answer(1);
    expect(plain(await wanted)).toEqual(plain(computeLayout('layered', LARGE, WIDE)));
    expect(await replaced).toBe('superseded');
  });

  it('L84 makes no quick placement of a small graph, where none is asked for, or of broken input', () => {
    const question = { number: 1, name: 'layered', input: LARGE, options: WIDE, quick: true } as const;
    expect(answerQuickly(question)).toMatchObject({ number: 1 });
    expect(answerQuickly({ ...question, input: INPUT })).toBeUndefined();
    expect(answerQuickly({ ...question, quick: false })).toBeUndefined();
    expect(answerQuickly({ ...question, input: { ...LARGE, source: undefined as never } })).toBeUndefined();
  });

  it('L82 L83 supersedes what waits when it is disposed, and what is asked afterwards', async () => {
    const worker = workerDouble();
    const client = createLayoutClient(() => worker.port);
    const waiting = outcome(client.layout('grid', INPUT, WIDE));
    client.dispose();
    client.dispose();
    expect(worker.terminations()).toBe(1);
    expect(await waiting).toBe('superseded');
    expect(await outcome(client.layout('grid', INPUT, WIDE))).toBe('superseded');
    worker.answer(0);
  });

  it('L81 rejects what fails on the main thread too', async () => {
    const broken = { ...INPUT, ids: undefined } as unknown as typeof INPUT;
    expect(await outcome(createLayoutClient().layout('grid', broken, WIDE))).toBeInstanceOf(TypeError);
    expect(answerLayout({ number: 4, name: 'grid', input: broken, options: WIDE, quick: false })).toEqual({
      number: 4,
      problem: expect.any(String),
    });
  });
});
