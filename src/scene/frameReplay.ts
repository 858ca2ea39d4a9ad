import { recordCalls, type GlCall } from './recordCalls';

/** A number that frames differ in: a uniform of this name in whichever programs have it. */
export interface FrameNumber {
  readonly name: string;
  readonly tell: 'uniform1f' | 'uniform1ui';
  readonly read: () => number;
}

/**
 * Draws frames that differ in a few numbers only, without three: what three sent for two frames on end is sent again,
 * with the numbers of now. What three takes the context to be like is true before and after.
 */
export interface FrameReplay {
  /** A frame like the one before but for the numbers: sent again once that is known to be right, else drawn by `draw`. */
  same(draw: () => void): void;
  /** A frame that differs in more. */
  other(draw: () => void): void;
  /** Of a context that is lost nothing holds any more. */
  forget(): void;
}

/** What may be sent again: it sets what the next frame sets too, or draws. Uploads, and whatever is not known, may not. */
const REPEATABLE =
  /^(uniform|useProgram|bind(Texture|VertexArray|Buffer|Framebuffer|Sampler)|activeTexture|draw|enable$|disable$|blend|clear|colorMask|depth|stencil|viewport|scissor|cullFace|frontFace|polygonOffset|lineWidth)/;

/** Frames that are looked at in vain before it is left until something changes. */
const MOST_TRIES = 6;

const isUniform = ({ name }: GlCall) => name.startsWith('uniform');
const isDraw = ({ name }: GlCall) => /^draw(Arrays|Elements|RangeElements)/.test(name);

/** Programs in the order of the calls that concern them, beginning with the one that was in use before. */
function programsOf(calls: readonly GlCall[], before: WebGLProgram | null): ReadonlyArray<WebGLProgram | null> {
  let program = before;
  return calls.map(({ name, values }) => {
    program = name === 'useProgram' ? (values[0] as WebGLProgram | null) : program;
    return program;
  });
}

/** Whether two frames sent the same; uniforms are sent only where they differ from what a program has. */
function alike(one: readonly GlCall[], other: readonly GlCall[]): boolean {
  const [a, b] = [one, other].map((calls) => calls.filter((call) => !isUniform(call)));
  return (
    a.length === b.length &&
    a.every(
      ({ name, values }, index) =>
        name === b[index].name &&
        values.length === b[index].values.length &&
        values.every((value, at) => Object.is(value, b[index].values[at]))
    )
  );
}

/**
 * Whether sending a frame's calls again, but for uniforms, draws it again: a program keeps its uniforms, if it does not
 * draw with several in the same frame.
 */
function isRepeatable(calls: readonly GlCall[], programs: ReadonlyArray<WebGLProgram | null>): boolean {
  const draws = new Map<WebGLProgram | null, number>();
  calls.forEach((call, index) => {
    draws.set(programs[index], (draws.get(programs[index]) ?? 0) + (isDraw(call) ? 1 : 0));
  });
  return calls.every(
    (call, index) => REPEATABLE.test(call.name) && !(isUniform(call) && (draws.get(programs[index]) ?? 0) > 1)
  );
}

interface Told {
  readonly program: WebGLProgram;
  readonly location: WebGLUniformLocation;
  readonly number: FrameNumber;
  /** As three believes it to be. */
  readonly atFirst: number;
  now: number;
}

type Step = GlCall | Told;

export function createFrameReplay(gl: WebGL2RenderingContext, numbers: readonly FrameNumber[]): FrameReplay {
  const context = gl as unknown as Record<string, (...values: readonly unknown[]) => unknown>;
  let before: readonly GlCall[] | undefined;
  let steps: readonly Step[] | undefined;
  let told: readonly Told[] = [];
  let tries = 0;

  const forget = () => {
    before = undefined;
    steps = undefined;
    told = [];
    tries = 0;
  };
  const learn = (calls: readonly GlCall[], programs: ReadonlyArray<WebGLProgram | null>) => {
    const of = new Map<WebGLProgram | null, readonly Told[]>();
    const numbersOf = (program: WebGLProgram | null): readonly Told[] =>
      numbers.flatMap((number) => {
        const location = program && gl.getUniformLocation(program, number.name);
        return location ? [{ program, location, number, atFirst: number.read(), now: number.read() }] : [];
      });
    steps = calls.flatMap((call, index): readonly Step[] => {
      if (isUniform(call)) {
        return [];
      }
      if (!isDraw(call) || of.has(programs[index])) {
        return [call];
      }
      const made = numbersOf(programs[index]);
      of.set(programs[index], made);
      return [...made, call];
    });
    told = [...of.values()].flat();
  };
  /** What is in use when a frame begins is what was when the one before ended. */
  const draw = (how: () => void) => {
    const first = gl.getParameter(gl.CURRENT_PROGRAM) as WebGLProgram | null;
    const calls = recordCalls(gl, how);
    const programs = programsOf(calls, first);
    if (before && alike(before, calls) && isRepeatable(calls, programs)) {
      learn(calls, programs);
    }
    before = calls;
    tries++;
  };
  const send = (all: readonly Step[]) => {
    for (const step of all) {
      if ('values' in step) {
        context[step.name](...step.values);
        continue;
      }
      const value = step.number.read();
      if (value !== step.now) {
        step.now = value;
        context[step.number.tell](step.location, value);
      }
    }
  };
  /** Makes true again what three believes of the numbers: it sends only what differs from that. */
  const giveBack = () => {
    const inUse = told.length > 0 ? gl.getParameter(gl.CURRENT_PROGRAM) : null;
    for (const { program, location, number, atFirst, now } of told) {
      if (now !== atFirst) {
        gl.useProgram(program);
        context[number.tell](location, atFirst);
      }
    }
    if (told.length > 0) {
      gl.useProgram(inUse as WebGLProgram | null);
    }
  };
  return {
    same(how) {
      if (steps) {
        send(steps);
      } else if (tries < MOST_TRIES) {
        draw(how);
      } else {
        how();
      }
    },
    other(how) {
      giveBack();
      forget();
      how();
    },
    forget,
  };
}
