import { createFrameReplay } from './frameReplay';

type Call = readonly [string, ...unknown[]];

/** A context that keeps what it is told; programs have a uniform `uTime`. */
class Context {
  readonly CURRENT_PROGRAM = 'CURRENT_PROGRAM';
  told: Call[] = [];
  program: unknown = null;
  getParameter() {
    return this.program;
  }
  getUniformLocation(program: unknown, name: string) {
    return `${String(program)}.${name}`;
  }
  useProgram(program: unknown) {
    this.program = program;
    this.told.push(['useProgram', program]);
  }
  uniform1f(...values: unknown[]) {
    this.told.push(['uniform1f', ...values]);
  }
  drawArrays(...values: unknown[]) {
    this.told.push(['drawArrays', ...values]);
  }
  bufferData(...values: unknown[]) {
    this.told.push(['bufferData', ...values]);
  }
}

function setUp(frame: (context: Context, time: number) => void) {
  const context = new Context();
  let time = 0;
  let drawn = 0;
  const replay = createFrameReplay(context as unknown as WebGL2RenderingContext, [
    { name: 'uTime', tell: 'uniform1f', read: () => time },
  ]);
  const how = () => {
    drawn++;
    frame(context, time);
  };
  /** What the context is told in a frame at this time, and whether the frame was drawn rather than sent again. */
  const tell = (kind: 'same' | 'other', at: number) => {
    time = at;
    const before = drawn;
    context.told = [];
    replay[kind](how);
    return { told: context.told, isDrawn: drawn > before };
  };
  return { tell, forget: replay.forget };
}

const ONE: (context: Context, time: number) => void = (context, time) => {
  context.useProgram('P');
  context.uniform1f('own location', time);
  context.drawArrays(0, 0, 3);
};

describe('frameReplay', () => {
  it('sends a frame again with the time of now, once two on end were alike', () => {
    const { tell } = setUp(ONE);
    expect(tell('other', 0).isDrawn).toBe(true);
    expect(tell('same', 1).isDrawn).toBe(true);
    expect(tell('same', 2).isDrawn).toBe(true);
    expect(tell('same', 3)).toEqual({
      isDrawn: false,
      told: [
        ['useProgram', 'P'],
        ['uniform1f', 'P.uTime', 3],
        ['drawArrays', 0, 0, 3],
      ],
    });
    // A program keeps its uniforms.
    expect(tell('same', 3).told).toEqual([
      ['useProgram', 'P'],
      ['drawArrays', 0, 0, 3],
    ]);
  });

  it('gives back the time that was told last before a frame that differs, and learns anew after it', () => {
    const { tell } = setUp(ONE);
    [0, 1].forEach((time) => tell('same', time));
    tell('same', 2);
    const { told, isDrawn } = tell('other', 3);
    expect(isDrawn).toBe(true);
    expect(told.slice(0, 3)).toEqual([
      ['useProgram', 'P'],
      ['uniform1f', 'P.uTime', 1],
      ['useProgram', 'P'],
    ]);
    expect([4, 5, 6].map((time) => tell('same', time).isDrawn)).toEqual([true, true, false]);
  });

  it('tells a context that came back nothing of the one that was lost', () => {
    const { tell, forget } = setUp(ONE);
    [0, 1, 2].forEach((time) => tell('same', time));
    forget();
    expect(tell('other', 3).told).toHaveLength(3);
  });

  it.each<[string, (context: Context, time: number) => void]>([
    [
      'upload',
      (context) => {
        context.bufferData(1, 2, 3);
        context.drawArrays(0, 0, 3);
      },
    ],
    ['differ in what they draw', (context, time) => context.drawArrays(0, 0, time)],
    [
      'draw with one program twice, with other uniforms',
      (context, time) => {
        ONE(context, time);
        ONE(context, time + 1);
      },
    ],
  ])('sends no frames again that %s', (_, frame) => {
    const { tell } = setUp(frame);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].every((time) => tell('same', time).isDrawn)).toBe(true);
  });
});
