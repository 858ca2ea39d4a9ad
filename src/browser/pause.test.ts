import { MAIN_THREAD, pause } from './pause';

const scope = globalThis as { MessageChannel?: unknown };
const { MessageChannel: own } = scope;

afterEach(() => {
  scope.MessageChannel = own;
});

it('calls back later, through a channel that it closes', () => {
  const closed: string[] = [];
  const posted: Array<() => void> = [];
  scope.MessageChannel = class {
    public port1 = { onmessage: () => undefined, close: () => closed.push('port1') };
    public port2 = { postMessage: () => posted.push(() => this.port1.onmessage()) };
  };
  const resume = jest.fn();
  pause(resume);
  expect(resume).not.toHaveBeenCalled();
  posted[0]();
  expect(resume).toHaveBeenCalledTimes(1);
  expect(closed).toEqual(['port1']);
});

it('calls back later where there are no channels', async () => {
  delete scope.MessageChannel;
  let called = false;
  const resumed = new Promise<void>((resolve) => {
    pause(() => {
      called = true;
      resolve();
    });
  });
  expect(called).toBe(false);
  await resumed;
});

it('has a clock that goes forward', () => {
  const before = MAIN_THREAD.now();
  expect(MAIN_THREAD.now()).toBeGreaterThanOrEqual(before);
});
