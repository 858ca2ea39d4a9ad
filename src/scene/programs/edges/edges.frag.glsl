in float vAcross;
in float vHalf;
in float vAlong;
in float vPart;
flat in vec3 vColour;
flat in float vStrength;
flat in int vActivity;
flat in float vGlow;
flat in float vLength;
flat in float vEnd;
flat in float vBetween;

out vec4 colour;

void main() {
  float across = abs(vAcross);
  float body = 1.0 - smoothstep(vHalf - 0.5, vHalf + 0.5, across);
  // Thinner at the source than at the target: direction without motion.
  float lean = mix(0.55, 1.0, vPart);
  float core = 1.0 - smoothstep(0.2, 1.1, across);
  float wide = smoothstep(1.0, 3.0, vHalf);
  float strength = mix(0.8, 0.34 + 0.3 * core, wide) * lean;
  if (vActivity == 1) {
    strength = 0.4;
  }
  if (vActivity == 2) {
    strength = 0.7 * smoothstep(0.35, 0.45, abs(fract(vAlong / 9.0) - 0.5) * 2.0);
  }
  float glow = vGlow > 0.0 ? pow(max(0.0, 1.0 - across / (vHalf + vGlow)), 2.0) * 0.28 : 0.0;
  float away = min(vPart, 1.0 - vPart) * vLength;
  float seen = mix(1.0 - smoothstep(0.3 * vEnd, vEnd, away), 1.0, vBetween);
  float alpha = clamp(max(body * strength, glow) * vStrength * seen, 0.0, 1.0);
  colour = vec4(vColour * alpha, alpha);
}
