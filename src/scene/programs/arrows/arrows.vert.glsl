uniform float uAlways;

out vec2 vAt;
flat out vec3 vColour;
flat out float vAlpha;
flat out float vPixels;

void main() {
  uint row = uint(gl_InstanceID);
  uvec4 topology = edgeTexel(row, 0);
  uvec4 look = edgeTexel(row, 2);
  vec4 emphasis = emphasisTexel(uEdgeEmphasis, row);
  float alpha = mix(uintBitsToFloat(look.z), uintBitsToFloat(look.w), uEase);
  alpha *= mix(emphasis.r, emphasis.g, uEmphasis) * uOpacity;
  alpha *= max(smoothstep(9.0, 14.0, uScale), max(uAlways, float(isMarked(emphasis))));
  if (alpha < 0.01) {
    gl_Position = NOWHERE;
    return;
  }
  Curve curve = curveOf(topology);
  vec4 tip = alongCurve(curve, 1.0);
  float width = mix(uintBitsToFloat(look.x), uintBitsToFloat(look.y), uEase);
  float size = clamp((0.24 + width * 0.5) * uScale, 3.5, 13.0);
  vec4 near = alongCurve(curve, max(0.5, 1.0 - 0.5 * size / uScale / max(length(curve.c - curve.a), 0.1)));
  vec2 direction = normalize(tip.xy - near.xy + near.zw * 1e-4 + 1e-7);
  uint state = (topology.w >> 3) & 3u;
  uint activity = (topology.w >> 5) & 3u;
  vColour = edgeColour(state);
  vAlpha = alpha * (activity == 0u ? 0.9 : 0.4);
  vPixels = size * uPixelRatio;
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  vAt = corner;
  vec2 world = tip.xy + (direction * (corner.x - 1.0) + vec2(-direction.y, direction.x) * corner.y * 0.8) * size / uScale;
  gl_Position = toClip(world);
}
