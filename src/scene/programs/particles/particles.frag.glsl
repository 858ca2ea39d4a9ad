uniform float uGlow;


flat in vec3 vColour;
flat in vec2 vDirection;
flat in int vShape;
flat in float vAlpha;
flat in float vCore;

out vec4 colour;

// Signed distance, less than 0 within, of the shape of a class in a unit circle; x along the way.
float shape(vec2 at) {
  if (vShape == 1) {
    return max(-at.x - 0.55, dot(vec2(abs(at.y), at.x), vec2(0.8575, 0.5145)) - 0.5145);
  }
  if (vShape == 2) {
    return (abs(at.x) + abs(at.y) - 1.0) * 0.7071;
  }
  return length(at) - 0.82;
}

void main() {
  vec2 at = gl_PointCoord * 2.0 - 1.0;
  vec2 turned = vec2(dot(at, vDirection), dot(at, vec2(-vDirection.y, vDirection.x))) / vCore;
  float away = shape(turned);
  float soft = fwidth(turned.x) + fwidth(turned.y);
  float body = 1.0 - smoothstep(-soft * 0.6, soft * 0.6, away);
  // The glow trails: a still picture tells the direction too.
  vec2 trail = vec2(turned.x * (turned.x > 0.0 ? 1.5 : 0.8), turned.y * 1.5) * vCore;
  float halo = uGlow > 0.0 ? pow(max(0.0, 1.0 - length(trail)), 2.0) * 0.6 * uGlow : 0.0;
  float bright = body * uDark * 0.22 * (1.0 - smoothstep(-0.7, -0.1, away));
  float alpha = max(body, halo) * vAlpha;
  vec3 light = mix(vColour, vec3(1.0), bright);
  // Premultiplied; less alpha than colour adds light where the theme is dark.
  colour = vec4(light * alpha, alpha * mix(1.0, 0.55, uDark * uGlow));
}
