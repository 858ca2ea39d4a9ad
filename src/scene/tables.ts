import {
  DataTexture,
  FloatType,
  NearestFilter,
  RGBAFormat,
  RGBAIntegerFormat,
  UnsignedByteType,
  UnsignedIntType,
  type IUniform,
} from 'three';

/** Texels a line of a table; `programs/common/view.glsl` reads by the same number. */
const LINE = 2048;

type Cells = Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Rows of texels that shaders read by row number, in one texture that grows with the rows. */
export interface Table<T extends Cells> {
  readonly uniform: IUniform<DataTexture>;
  /** Room for this many rows. Earlier content may be lost: write all rows after it. */
  reserve(rows: number): T;
  /** Uploads what was written, with the next frame: all of it, or one row. */
  changed(row?: number): void;
  dispose(): void;
}

function table<T extends Cells>(
  texelsPerRow: number,
  allocate: (length: number) => T,
  texture: (cells: T, lines: number) => DataTexture
): Table<T> {
  const perLine = LINE / texelsPerRow;
  let lines = 1;
  let cells = allocate(LINE * 4);
  let wholeWaits = true;
  const make = (): DataTexture => {
    const made = texture(cells, lines);
    wholeWaits = true;
    made.onUpdate = () => {
      wholeWaits = false;
    };
    made.minFilter = NearestFilter;
    made.magFilter = NearestFilter;
    made.generateMipmaps = false;
    made.needsUpdate = true;
    return made;
  };
  const uniform = { value: make() };
  return {
    uniform,
    reserve(rows) {
      const needed = Math.max(1, Math.ceil(rows / perLine));
      if (needed > lines || needed * 4 < lines) {
        lines = Math.ceil(needed * 1.25);
        cells = allocate(LINE * 4 * lines);
        uniform.value.dispose();
        uniform.value = make();
      }
      return cells;
    },
    changed(row) {
      const made = uniform.value;
      if (row === undefined) {
        wholeWaits = true;
        made.clearUpdateRanges();
      } else if (!wholeWaits) {
        made.addUpdateRange(row * texelsPerRow * 4, texelsPerRow * 4);
      }
      made.needsUpdate = true;
    },
    dispose() {
      uniform.value.dispose();
    },
  };
}

/** Four texels of four floats a row. */
export function floatTable(): Table<Float32Array<ArrayBuffer>> {
  return table(
    4,
    (length) => new Float32Array(length),
    (cells, lines) => new DataTexture(cells, LINE, lines, RGBAFormat, FloatType)
  );
}

/** Four texels of four unsigned integers a row; floats and packed values go in as their bits. */
export function integerTable(): Table<Uint32Array<ArrayBuffer>> {
  return table(
    4,
    (length) => new Uint32Array(length),
    (cells, lines) => {
      const made = new DataTexture(cells, LINE, lines, RGBAIntegerFormat, UnsignedIntType);
      made.internalFormat = 'RGBA32UI';
      return made;
    }
  );
}

/** One texel of four bytes a row. */
export function byteTable(): Table<Uint8Array<ArrayBuffer>> {
  return table(
    1,
    (length) => new Uint8Array(length),
    (cells, lines) => new DataTexture(cells, LINE, lines, RGBAFormat, UnsignedByteType)
  );
}
