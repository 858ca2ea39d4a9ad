import React from 'react';

interface Props {
  readonly values: ArrayLike<number>;
  /** What the values are compared with, dashed. */
  readonly usual?: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** Bucket that the map shows. */
  readonly mark?: number;
}

/** A small line of one metric over the history. Gaps in the data are gaps in the line. */
export function Sparkline({ values, usual = [], width, height, colour, label, mark }: Props) {
  let top = 0;
  for (let index = 0; index < values.length; index++) {
    top = Math.max(top, values[index] || 0, usual[index] || 0);
  }
  const x = (index: number) => (values.length < 2 ? width / 2 : 1 + (index * (width - 2)) / (values.length - 1));
  const y = (value: number) => height - 2 - (top > 0 ? (value / top) * (height - 4) : 0);
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {usual.length > 0 && (
        <path d={linePath(usual, x, y)} fill="none" stroke={colour} strokeOpacity={0.6} strokeDasharray="3 3" />
      )}
      <path d={linePath(values, x, y)} fill="none" stroke={colour} strokeWidth={1.5} strokeLinejoin="round" />
      {mark !== undefined && Number.isFinite(values[mark]) && (
        <circle cx={x(mark)} cy={y(values[mark])} r={2.5} fill={colour} />
      )}
    </svg>
  );
}

function linePath(values: ArrayLike<number>, x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let drawing = false;
  for (let index = 0; index < values.length; index++) {
    const known = Number.isFinite(values[index]);
    if (known) {
      const at = `${x(index).toFixed(1)} ${y(values[index]).toFixed(1)}`;
      const alone = !drawing && !Number.isFinite(values[index + 1]);
      path += `${drawing ? 'L' : 'M'}${at}${alone ? 'h0.1' : ''}`;
    }
    drawing = known;
  }
  return path;
}
