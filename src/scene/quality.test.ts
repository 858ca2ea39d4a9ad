import { createGovernor, describeQuality, glowOf, isSoftware, QUALITY_STEPS, SOFTWARE_STEP } from './quality';

const run = (governor: ReturnType<typeof createGovernor>, interval: number, frames: number) => {
  for (let frame = 0; frame < frames; frame++) {
    governor.frame(interval);
  }
  return governor.step();
};

describe('quality', () => {
  it('keeps the glow of few particles for longer than that of many', () => {
    for (const quality of QUALITY_STEPS) {
      expect(glowOf(quality, 0)).toBe(quality.glowOfFew);
      expect(glowOf(quality, 800)).toBe(quality.glowOfFew);
      expect(glowOf(quality, 1_200)).toBeCloseTo((quality.glow + quality.glowOfFew) / 2);
      expect(glowOf(quality, 50_000)).toBe(quality.glow);
      expect(quality.glowOfFew).toBeGreaterThanOrEqual(quality.glow);
    }
    expect(glowOf(QUALITY_STEPS[SOFTWARE_STEP], 600)).toBeGreaterThan(0.5);
  });

  it('steps down while frames are slow, to the last step and no further', () => {
    const governor = createGovernor(0, () => 0);
    expect(run(governor, 1 / 10, 24)).toBe(1);
    expect(run(governor, 1 / 10, 24 * 50)).toBe(QUALITY_STEPS.length - 1);
  });

  it('stays where frames are neither slow nor fast', () => {
    expect(
      run(
        createGovernor(2, () => 0),
        1 / 30,
        5_000
      )
    ).toBe(2);
  });

  it('steps up after frames have been fast for long, and waits longer when that did not last', () => {
    const governor = createGovernor(1, () => 0);
    expect(run(governor, 1 / 60, 60 * 5)).toBe(1);
    expect(run(governor, 1 / 60, 60 * 7)).toBe(0);
    expect(run(governor, 1 / 10, 24)).toBe(1);
    expect(run(governor, 1 / 60, 60 * 15)).toBe(1);
    expect(run(governor, 1 / 60, 60 * 10)).toBe(0);
  });

  it('does not take a frame rate limit for slowness', () => {
    expect(
      run(
        createGovernor(0, () => 10),
        1 / 10,
        500
      )
    ).toBe(0);
    expect(
      run(
        createGovernor(1, () => 10),
        1 / 10,
        500
      )
    ).toBe(0);
  });

  it('judges very slow frames by a few, and no pauses', () => {
    expect(
      run(
        createGovernor(0, () => 0),
        1,
        4
      )
    ).toBe(1);
    expect(
      run(
        createGovernor(0, () => 0),
        60,
        100
      )
    ).toBe(0);
    expect(
      run(
        createGovernor(0, () => 0),
        0,
        100
      )
    ).toBe(0);
  });

  it('every step draws less than the one before', () => {
    QUALITY_STEPS.slice(1).forEach((step, index) => {
      const before = QUALITY_STEPS[index];
      expect(step.particles).toBeLessThanOrEqual(before.particles);
      expect(step.pixelRatio).toBeLessThanOrEqual(before.pixelRatio);
      expect(step.glow).toBeLessThanOrEqual(before.glow);
      expect(step).not.toEqual(before);
    });
  });

  it('says in words what a step draws less', () => {
    expect(describeQuality(0, 5_000)).toBe('0 of 5: full');
    expect(describeQuality(1, 5_000)).toBe('1 of 5: resolution up to 1.5×, 60% of glow');
    expect(describeQuality(2, 5_000)).toBe('2 of 5: 60% of particles, resolution up to 1×, 35% of glow');
    expect(describeQuality(2, 300)).toBe('2 of 5: resolution up to 1×, 70% of glow');
    expect(describeQuality(5, 5_000)).toBe('5 of 5: 6% of particles, resolution up to 0.75×, no glow');
  });

  it('knows renderers without a GPU', () => {
    expect(isSoftware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)')).toBe(true);
    expect(isSoftware('llvmpipe (LLVM 15.0.6, 256 bits)')).toBe(true);
    expect(isSoftware('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)')).toBe(false);
  });
});
