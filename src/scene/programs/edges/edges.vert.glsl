uniform float uSegments;

out float vAcross;
out float vHalf;
out float vAlong;
out float vPart;
flat out vec3 vColour;
flat out float vStrength;
flat out int vActivity;
flat out float vGlow;
// Of the whole edge and of an end in CSS pixels, and how much of what is between its ends is seen.
flat out float vLength;
flat out float vEnd;
flat out float vBetween;

void main() {
  uint row = uint(gl_InstanceID);
  uvec4 topology = edgeTexel(row, 0);
  uvec4 look = edgeTexel(row, 2);
  float alpha = mix(uintBitsToFloat(look.z), uintBitsToFloat(look.w), uEase);
  vec4 emphasis = emphasisTexel(uEdgeEmphasis, row);
  alpha *= mix(emphasis.r, emphasis.g, uEmphasis);
  if (alpha < 0.004) {
    gl_Position = NOWHERE;
    return;
  }
  uint flags = topology.w;
  uint before = (flags >> 1) & 3u;
  uint state = (flags >> 3) & 3u;
  vActivity = int((flags >> 5) & 3u);
  bool meant = isMeant(emphasis);
  bool stands = isMarked(emphasis);
  Curve curve = curveOf(topology);
  bool trouble = state == 1u || state == 2u;
  vLength = lengthOf(curve);
  vEnd = endLength(vLength);
  vBetween = trouble || stands || meant ? 1.0 : wholeness(row, curve, vLength);
  float step_ = float(gl_VertexID >> 1);
  float part = step_ / uSegments;
  bool gap = false;
  if (vBetween < 0.004 && vEnd < vLength * 0.5) {
    // All segments but the one in the middle, which has no width, serve the two ends.
    float last = floor((uSegments - 1.0) * 0.5);
    float end = vEnd / vLength;
    part = step_ <= last ? step_ / last * end : 1.0 - (uSegments - step_) / (uSegments - 1.0 - last) * end;
    gap = step_ == last || step_ == last + 1.0;
  }
  float side = float(gl_VertexID & 1) * 2.0 - 1.0;
  vec4 at = alongCurve(curve, part);
  vec2 direction = normalize(at.zw + 1e-6);

  float width = mix(uintBitsToFloat(look.x), uintBitsToFloat(look.y), uEase);
  float half_ = max(width * uScale * 0.5, vActivity == 0 ? (trouble ? 0.9 : 0.6) : 0.5);
  half_ += stands ? 0.5 : 0.0;
  vGlow = trouble && vActivity == 0 ? clamp(uScale * 0.25, 0.0, 7.0) * (state == 2u ? 1.0 : 0.6) : 0.0;
  float reach = gap ? 0.0 : half_ + 1.0 + vGlow;
  vAcross = side * reach;
  vHalf = half_;
  vPart = part;
  vAlong = part * vLength;
  vColour = mix(edgeColour(before), edgeColour(state), uEase);
  float room = trouble || stands ? 1.0 : 1.0 / (1.0 + 2.0 * max(0.0, uCrowding - 0.1));
  room *= stands ? 1.0 : passing(curve, trouble ? 0.8 : 1.0);
  vStrength = alpha * (stands ? 1.6 : 1.0) * room * uOpacity;
  vec2 normal = vec2(-direction.y, direction.x);
  gl_Position = toClip(at.xy + normal * side * reach / uScale);
}
