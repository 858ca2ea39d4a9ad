out vec2 vAt;
flat out float vPixels;
flat out float vAlpha;
flat out float vDim;
flat out vec3 vShares;
flat out float vLoaded;
flat out int vKind;
flat out int vState;
flat out int vActivity;
flat out int vMarks;
flat out float vOutside;

const float REACH = 1.8;

void main() {
  uint row = uint(gl_InstanceID);
  Place place = placeOf(row);
  vec4 values = nodeTexel(row, 2);
  vec4 look = nodeTexel(row, 3);
  vec4 emphasis = emphasisTexel(uNodeEmphasis, row);
  vAlpha = place.alpha * uOpacity;
  vDim = mix(emphasis.r, emphasis.g, uEmphasis);
  vShares = values.xyz;
  vLoaded = values.w;
  vKind = int(look.x);
  vState = int(look.y);
  vActivity = int(look.z);
  vOutside = look.w;
  vMarks = int(emphasis.b * 255.0 + 0.5);
  if (vAlpha < 0.004) {
    gl_Position = NOWHERE;
    return;
  }
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  if (vState == WARNING || vState == DANGER) {
    place.radius = max(place.radius, 3.6 / uScale);
  }
  vPixels = place.radius * uScale * uPixelRatio;
  float reach = vState == WARNING || vState == DANGER || vMarks > 0 ? REACH : 1.12 + 1.5 / vPixels;
  vAt = corner * reach;
  gl_Position = toClip(place.at + vAt * place.radius);
}
