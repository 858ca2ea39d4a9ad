uniform sampler2D uAtlas;

in vec2 vTexel;
flat in vec3 vColour;
flat in float vAlpha;
flat in float vSharp;
in vec2 vAt;
flat in vec2 vHalf;

out vec4 colour;

// A plate fades out over so many CSS pixels: lines go out of sight before the text, and no box is seen.
const float FEATHER = 5.0;

void main() {
  if (vHalf.x > 0.0) {
    vec2 away = abs(vAt) - vHalf + FEATHER;
    float edge = length(max(away, 0.0)) / FEATHER;
    float ground_ = (1.0 - smoothstep(0.0, 1.0, edge)) * vAlpha;
    colour = vec4(uPalette[BACKGROUND] * ground_, ground_);
    return;
  }
  // Texels from the outline, of the 8 that the atlas encodes; greater within.
  float away = (texture(uAtlas, vTexel).r - 0.75) * 8.0;
  float soft = 0.55 / max(vSharp, 0.05);
  float body = smoothstep(-soft, soft, away);
  float halo = smoothstep(-4.2, -1.2, away) * 0.85;
  vec3 ground = uPalette[BACKGROUND];
  float alpha = max(body, halo) * vAlpha;
  colour = vec4(mix(ground, vColour, body) * alpha, alpha);
}
