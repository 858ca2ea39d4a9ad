in vec2 vAt;
flat in vec3 vColour;
flat in float vAlpha;
flat in float vPixels;

out vec4 colour;

void main() {
  // A swept head: its back is cut in towards the tip.
  float head = dot(vec2(vAt.x - 1.0, abs(vAt.y)), vec2(0.4472, 0.8944));
  float back = -(vAt.x + 1.0 - 0.55 * (1.0 - abs(vAt.y)));
  float away = max(head, back);
  float alpha = (1.0 - smoothstep(-0.6, 0.6, away * vPixels)) * vAlpha;
  colour = vec4(vColour * alpha, alpha);
}
