// Signed distances of the icons by kind, within a circle of radius about 0.5; y downwards.

float box(vec2 at, vec2 half_, float corner) {
  vec2 q = abs(at) - half_ + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float segment(vec2 at, vec2 from, vec2 to) {
  vec2 p = at - from;
  vec2 way = to - from;
  return length(p - way * clamp(dot(p, way) / dot(way, way), 0.0, 1.0));
}

float hexagon(vec2 at, float radius) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  vec2 p = abs(at.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * radius, k.z * radius), radius);
  return length(p) * sign(p.y);
}

const float LINE = 0.055;

float serviceIcon(vec2 at) {
  return abs(hexagon(at, 0.34)) - LINE;
}

float gatewayIcon(vec2 at) {
  float one = min(segment(at, vec2(-0.32, -0.3), vec2(-0.02, 0.0)), segment(at, vec2(-0.02, 0.0), vec2(-0.32, 0.3)));
  vec2 next = at - vec2(0.32, 0.0);
  float two = min(segment(next, vec2(-0.32, -0.3), vec2(-0.02, 0.0)), segment(next, vec2(-0.02, 0.0), vec2(-0.32, 0.3)));
  return min(one, two) - LINE * 1.2;
}

float ellipse(vec2 at, vec2 radii) {
  float k = length(at / radii);
  return (k - 1.0) * min(radii.x, radii.y);
}

float databaseIcon(vec2 at) {
  vec2 radii = vec2(0.34, 0.14);
  float lid = abs(ellipse(at - vec2(0.0, -0.24), radii)) - LINE;
  float sides = max(abs(abs(at.x) - 0.34) - LINE, abs(at.y - 0.01) - 0.25);
  float low = max(abs(ellipse(at - vec2(0.0, 0.26), radii)) - LINE, 0.26 - at.y);
  float waist = max(abs(ellipse(at - vec2(0.0, 0.02), radii)) - LINE, 0.02 - at.y);
  return min(min(lid, sides), min(low, waist));
}

float cacheIcon(vec2 at) {
  float upper = segment(at, vec2(0.1, -0.4), vec2(-0.18, 0.06));
  float middle = segment(at, vec2(-0.18, 0.06), vec2(0.18, -0.06));
  float lower = segment(at, vec2(0.18, -0.06), vec2(-0.1, 0.4));
  return min(min(upper, middle), lower) - LINE;
}

float queueIcon(vec2 at) {
  float one = abs(box(at - vec2(-0.3, 0.0), vec2(0.1, 0.24), 0.04)) - LINE * 0.9;
  float two = abs(box(at, vec2(0.1, 0.24), 0.04)) - LINE * 0.9;
  float three = abs(box(at - vec2(0.3, 0.0), vec2(0.1, 0.24), 0.04)) - LINE * 0.9;
  return min(min(one, two), three);
}

float externalIcon(vec2 at) {
  float globe = abs(length(at) - 0.36) - LINE;
  float meridian = abs(ellipse(at, vec2(0.16, 0.36))) - LINE * 0.8;
  float equator = max(abs(at.y) - LINE * 0.8, abs(at.x) - 0.36);
  return min(min(globe, meridian), equator);
}

float userIcon(vec2 at) {
  float head = abs(length(at - vec2(0.0, -0.17)) - 0.16) - LINE;
  float body = max(abs(length(at - vec2(0.0, 0.42)) - 0.34) - LINE, at.y - 0.34);
  return min(head, body);
}

// Codes of src/scene/nodeRows.ts.
float icon(int kind, vec2 at) {
  if (kind == 1) return gatewayIcon(at);
  if (kind == 2) return databaseIcon(at);
  if (kind == 3) return cacheIcon(at);
  if (kind == 4) return queueIcon(at);
  if (kind == 5) return externalIcon(at);
  if (kind == 6) return userIcon(at);
  return serviceIcon(at);
}
