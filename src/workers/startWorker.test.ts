import { startWorker } from './startWorker';

const scope = globalThis as { Worker?: unknown };

afterEach(() => {
  delete scope.Worker;
});

it('L81 starts no worker without a source, or where there are none', () => {
  expect(startWorker('postMessage(1)')).toBeUndefined();
  scope.Worker = class {};
  expect(startWorker('')).toBeUndefined();
});

it('L81 starts none where a policy refuses', () => {
  scope.Worker = class {
    public constructor() {
      throw new Error('SecurityError');
    }
  };
  expect(startWorker('postMessage(1)')).toBeUndefined();
});

it('starts a worker from an address of its source, and gives the address back', () => {
  const addresses: string[] = [];
  const revoke = jest.spyOn(URL, 'revokeObjectURL');
  scope.Worker = class {
    public constructor(address: string) {
      addresses.push(address);
    }
  };
  expect(startWorker('postMessage(1)')).toBeDefined();
  expect(addresses[0]).toMatch(/^blob:/);
  expect(revoke).toHaveBeenCalledWith(addresses[0]);
  revoke.mockRestore();
});
