// Row, 0 for a node or 1 for an edge, what it tells (a state in trouble, or 4 for a pin), and the part of an edge's way.
in vec4 aBadge;

out vec2 vAt;
flat out int vTells;
flat out float vAlpha;
flat out float vPixels;

const int PINNED = 4;

void main() {
  uint row = uint(aBadge.x);
  vTells = int(aBadge.z);
  vec2 world;
  float size;
  float alpha;
  if (aBadge.y < 0.5) {
    Place place = placeOf(row);
    vec4 emphasis = emphasisTexel(uNodeEmphasis, row);
    alpha = place.alpha * mix(emphasis.r, emphasis.g, uEmphasis);
    world = place.at + vec2(vTells == PINNED ? -0.76 : 0.76, -0.76) * place.radius;
    size = clamp(place.radius * uScale * 0.42, 4.5, 13.0);
    alpha *= smoothstep(4.0, 7.0, place.radius * uScale);
  } else {
    vec4 emphasis = emphasisTexel(uEdgeEmphasis, row);
    uvec4 look = edgeTexel(row, 2);
    alpha = mix(emphasis.r, emphasis.g, uEmphasis) * mix(uintBitsToFloat(look.z), uintBitsToFloat(look.w), uEase);
    Curve curve = curveOf(edgeTexel(row, 0));
    world = alongCurve(curve, aBadge.w).xy;
    size = clamp(uScale * 0.34, 4.0, 11.0);
    float room = (curve.loop > 0.0 ? curve.loop * 4.0 : length(curve.c - curve.a) - 2.0) * uScale;
    alpha *= smoothstep(24.0, 40.0, room) * smoothstep(5.0, 9.0, uScale) * passing(curve, 1.0);
  }
  vAlpha = alpha * uOpacity;
  if (vAlpha < 0.01) {
    gl_Position = NOWHERE;
    return;
  }
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  vAt = corner * 1.2;
  vPixels = size * uPixelRatio;
  vec4 clip = toClip(world);
  gl_Position = vec4(clip.xy + vec2(vAt.x, -vAt.y) * size * uPixel, 0.0, 1.0);
}
