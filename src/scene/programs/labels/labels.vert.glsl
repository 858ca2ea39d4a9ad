// Anchor by its third number: of a node (row, radii below, 0, radii right of its middle), of an edge (row, part of the
// way), or a place in the world.
in vec4 aAnchor;
// left, top, width, height in CSS pixels from the anchor.
in vec4 aBox;
// The same in the atlas, in texels.
in vec4 aTexels;
// Opacity before and after, colour, CSS pixels a texel; none for a plate, the ground under a text.
in vec4 aStyle;

uniform vec2 uAtlasSize;

out vec2 vTexel;
flat out vec3 vColour;
flat out float vAlpha;
flat out float vSharp;
// Of a plate: where in it, and half of its size, in CSS pixels; no size for a glyph.
out vec2 vAt;
flat out vec2 vHalf;

uniform float uLabelEase;

void main() {
  float alpha = mix(aStyle.x, aStyle.y, uLabelEase) * uOpacity;
  vec2 world = aAnchor.xy;
  int kind = int(aAnchor.z);
  vec2 push = vec2(0.0);
  if (kind == 0) {
    uint row = uint(aAnchor.x);
    Place place = placeOf(row);
    vec4 emphasis = emphasisTexel(uNodeEmphasis, row);
    alpha *= place.alpha * mix(emphasis.r, emphasis.g, uEmphasis);
    world = place.at;
    push = aAnchor.wy * place.radius * uScale;
  } else if (kind == 1) {
    uint row = uint(aAnchor.x);
    vec4 emphasis = emphasisTexel(uEdgeEmphasis, row);
    alpha *= mix(emphasis.r, emphasis.g, uEmphasis);
    world = alongCurve(curveOf(edgeTexel(row, 0)), aAnchor.y).xy;
  }
  if (alpha < 0.01) {
    gl_Position = NOWHERE;
    return;
  }
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  vTexel = (aTexels.xy + corner * aTexels.zw) / uAtlasSize;
  vColour = uPalette[int(aStyle.z)];
  vAlpha = alpha;
  vSharp = aStyle.w * uPixelRatio;
  vec4 clip = toClip(world);
  // The anchor of a text on whole device pixels: crisp at rest, and every glyph by the same.
  vec2 screen = clip.xy / uPixel + vec2(push.x, -push.y);
  screen = floor(screen * uPixelRatio + 0.5) / uPixelRatio;
  vec2 at = aBox.xy + corner * aBox.zw;
  vHalf = aStyle.w > 0.0 ? vec2(0.0) : aBox.zw * 0.5;
  vAt = (corner * 2.0 - 1.0) * vHalf;
  gl_Position = vec4((screen + vec2(at.x, -at.y)) * uPixel, 0.0, 1.0);
}
