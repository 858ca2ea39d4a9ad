import { createFrameLoop } from './loop';

function fixture(moves: () => boolean = () => true) {
  const drawn: number[] = [];
  let waiting: ((now: number) => void) | undefined;
  let handle = 0;
  const loop = createFrameLoop(
    (seconds) => {
      drawn.push(seconds);
      return moves();
    },
    {
      request: (frame) => {
        waiting = frame;
        handle++;
        return handle;
      },
      cancel: (cancelled) => {
        waiting = cancelled === handle ? undefined : waiting;
      },
    }
  );
  const tick = (now: number) => {
    const frame = waiting;
    waiting = undefined;
    frame?.(now);
  };
  return { loop, drawn, tick, asked: () => waiting !== undefined };
}

describe('frame loop', () => {
  it('draws while something moves, then rests until it is woken', () => {
    let moving = true;
    const { loop, drawn, tick, asked } = fixture(() => moving);
    loop.wake();
    tick(1000);
    moving = false;
    tick(1016);
    expect(drawn).toEqual([1, 1.016]);
    expect(asked()).toBe(false);
    loop.wake();
    tick(5000);
    expect(drawn).toEqual([1, 1.016, 5]);
  });

  it('asks for no frame while nobody sees it, and goes on without a jump', () => {
    const { loop, drawn, tick, asked } = fixture();
    loop.wake();
    tick(1000);
    loop.setVisible(false);
    expect(asked()).toBe(false);
    loop.wake();
    expect(asked()).toBe(false);
    loop.setVisible(true);
    tick(61_000);
    tick(61_016);
    expect(drawn).toEqual([1, 1, 1.016]);
  });

  it('keeps to a limit of frames a second', () => {
    const { loop, drawn, tick } = fixture();
    loop.setLimit(30);
    loop.wake();
    for (let frame = 0; frame < 60; frame++) {
      tick(frame * (1000 / 60));
    }
    expect(drawn).toHaveLength(30);
  });

  it('asks for nothing once stopped', () => {
    const { loop, tick, drawn, asked } = fixture();
    loop.wake();
    loop.stop();
    loop.wake();
    tick(10);
    expect([drawn.length, asked()]).toEqual([0, false]);
  });
});
