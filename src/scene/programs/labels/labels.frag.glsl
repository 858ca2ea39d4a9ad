uniform sampler2D uAtlas;

in vec2 vTexel;
flat in vec3 vColour;
flat in float vAlpha;
flat in float vSharp;
flat in float vHalo;

out vec4 colour;

void main() {
  // Texels from the outline, of the 8 that the atlas encodes; greater within.
  float away = (texture(uAtlas, vTexel).r - 0.75) * 8.0;
  float soft = 0.55 / max(vSharp, 0.05);
  float body = smoothstep(-soft, soft, away);
  float halo = smoothstep(-4.2, -1.2, away) * 0.85 * vHalo;
  vec3 ground = uPalette[BACKGROUND];
  float alpha = max(body, halo) * vAlpha;
  colour = vec4(mix(ground, vColour, body) * alpha, alpha);
}
