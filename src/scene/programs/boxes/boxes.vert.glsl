// left, top, right, bottom in world units.
in vec4 aBounds;
// State, and opacity before and after.
in vec3 aLook;

out vec2 vAt;
flat out vec2 vHalf;
flat out int vState;
flat out float vAlpha;
flat out float vCorner;

void main() {
  vec2 middle = (aBounds.xy + aBounds.zw) * 0.5;
  vHalf = (aBounds.zw - aBounds.xy) * 0.5 * uScale;
  vState = int(aLook.x);
  vAlpha = mix(aLook.y, aLook.z, uEase) * uOpacity;
  vCorner = min(min(vHalf.x, vHalf.y), 0.9 * uScale);
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  vAt = corner * (vHalf + 2.0);
  gl_Position = toClip(middle + vAt / uScale);
}
