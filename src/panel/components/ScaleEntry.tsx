import React from 'react';
import type { Extent } from '../model/scales';

interface Props {
  /** What the ends of the scale look like. */
  readonly from: React.ReactNode;
  readonly to: React.ReactNode;
  readonly extent: Extent;
  readonly format: (value: number) => string;
  /** The metric, in a word. */
  readonly title: string;
  readonly label: string;
  readonly className: string;
}

/** One scale of the legend: how its ends look, and the numbers that they stand for; one number where all are the same. */
export function ScaleEntry({ from, to, extent: [least, most], format, title, label, className }: Props) {
  const [low, high] = [format(least), format(most)];
  return (
    <span className={className} title={label}>
      {title}
      {low !== high && (
        <>
          {from}
          {low}
          <span aria-hidden>–</span>
        </>
      )}
      {to}
      {high}
    </span>
  );
}

const DOTS = { few: [9], many: [3, 7, 11, 15] } as const;

/** A stretch of an edge with few or many particles. */
export function DensityMark({ amount, colour }: { readonly amount: keyof typeof DOTS; readonly colour: string }) {
  return (
    <svg width={18} height={9} viewBox="0 0 18 9" aria-hidden style={{ flex: 'none' }}>
      <path d="M0 4.5 H18" stroke={colour} strokeOpacity={0.35} />
      {DOTS[amount].map((x) => (
        <circle key={x} cx={x} cy={4.5} r={1.8} fill={colour} />
      ))}
    </svg>
  );
}

const CHEVRONS = { slow: [7], fast: [3, 7, 11] } as const;

/** One chevron for slow, several for fast. */
export function SpeedMark({ speed, colour }: { readonly speed: keyof typeof CHEVRONS; readonly colour: string }) {
  return (
    <svg width={16} height={9} viewBox="0 0 16 9" aria-hidden style={{ flex: 'none' }}>
      {CHEVRONS[speed].map((x) => (
        <path key={x} d={`M${x - 2} 1.5 L${x + 1} 4.5 L${x - 2} 7.5`} stroke={colour} fill="none" strokeWidth={1.4} />
      ))}
    </svg>
  );
}
