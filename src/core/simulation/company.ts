import type { NodeKind } from '../model/history';

/** Regions by the letter that the table of services uses, and how much of the world's traffic enters there. */
export const REGIONS = Object.freeze([
  Object.freeze({ letter: 'E', name: 'eu-west', utcOffset: 1, entryRate: 240 }),
  Object.freeze({ letter: 'U', name: 'us-east', utcOffset: -5, entryRate: 310 }),
  Object.freeze({ letter: 'A', name: 'ap-south', utcOffset: 5.5, entryRate: 130 }),
]);

/** Where requests come from that no service sends. */
export const INTERNET = 'internet';

/** The service that the internet calls. */
export const ENTRY = 'edge-gateway';

/** One row of the company: a service in each of its regions. */
export interface CompanyRow {
  readonly namespace: string;
  readonly name: string;
  readonly kind: NodeKind;
  /** Letters of `REGIONS`; empty for a third party outside of the company. */
  readonly regions: string;
  /** Median latency of a request to it, milliseconds. */
  readonly latency: number;
  /** Calls made for each request received, by the callee's name. */
  readonly calls: Readonly<Record<string, number>>;
}

function row(
  place: string,
  kind: NodeKind,
  regions: string,
  latency: number,
  calls: Readonly<Record<string, number>> = {}
): CompanyRow {
  const [namespace, name] = place.split('/');
  return Object.freeze({ namespace, name, kind, regions, latency, calls: Object.freeze(calls) });
}

/** The company, in the order in which a smaller one is cut from it: what comes first is the path of an order. */
export const COMPANY: readonly CompanyRow[] = Object.freeze([
  row('edge/edge-gateway', 'gateway', 'EUA', 70, {
    storefront: 0.55,
    login: 0.12,
    search: 0.2,
    catalog: 0.15,
    'feature-flags': 0.3,
  }),
  row('shop/storefront', 'service', 'EUA', 55, {
    catalog: 0.6,
    cart: 0.3,
    recommendations: 0.5,
    orders: 0.06,
    'sessions-cache': 1,
    'feature-flags': 0.4,
  }),
  row('shop/orders', 'service', 'EU', 40, {
    'orders-db': 2.2,
    'events-queue': 1,
    accounts: 0.4,
    'parcel-tracker': 0.15,
  }),
  row('data/orders-db', 'database', 'EU', 6),
  row('shop/cart', 'service', 'EUA', 18, { 'sessions-cache': 1.3, pricing: 0.7, inventory: 0.25, checkout: 0.12 }),
  row('shop/checkout', 'service', 'EU', 60, { orders: 0.9, payments: 0.85, inventory: 0.9, accounts: 0.6 }),
  row('payments/payments', 'service', 'EU', 45, {
    'fraud-check': 1,
    'card-processor': 0.95,
    ledger: 1,
    'events-queue': 0.9,
  }),
  row('payments/card-processor', 'external', '', 180),
  row('shop/catalog', 'service', 'EUA', 22, { 'catalog-cache': 1.8, 'catalog-db': 0.25, pricing: 0.4 }),
  row('data/catalog-cache', 'cache', 'EUA', 1),
  row('data/catalog-db', 'database', 'EU', 5),
  row('search/search', 'service', 'EUA', 28, { 'search-db': 1.5, catalog: 0.3, 'feature-flags': 0.2 }),
  row('search/search-db', 'database', 'EU', 12),
  row('identity/login', 'service', 'EUA', 25, {
    accounts: 0.9,
    'sessions-cache': 1.4,
    'feature-flags': 0.1,
    notifications: 0.02,
  }),
  row('identity/accounts', 'service', 'EU', 15, { 'accounts-db': 1.3 }),
  row('identity/accounts-db', 'database', 'EU', 4),
  row('identity/sessions-cache', 'cache', 'EUA', 0.8),
  row('shop/recommendations', 'service', 'EU', 35, { 'features-cache': 2, catalog: 0.3, 'warehouse-db': 0.02 }),
  row('search/features-cache', 'cache', 'EU', 1.1),
  row('shop/pricing', 'service', 'EU', 9, { 'catalog-cache': 0.8, inventory: 0.05 }),
  row('shop/inventory', 'service', 'EU', 14, { 'inventory-db': 1.4, pricing: 0.02, 'events-queue': 0.3 }),
  row('data/inventory-db', 'database', 'EU', 4),
  row('payments/fraud-check', 'service', 'EU', 30, { 'features-cache': 1.2, 'risk-scores': 0.5 }),
  row('payments/risk-scores', 'external', '', 95),
  row('payments/ledger', 'service', 'E', 12, { 'ledger-db': 1.6 }),
  row('payments/ledger-db', 'database', 'E', 5),
  row('data/events-queue', 'queue', 'EU', 3),
  row('data/stream-loader', 'service', 'E', 20, { 'warehouse-db': 0.4, 'events-queue': 1 }),
  row('data/warehouse-db', 'database', 'E', 140),
  row('platform/order-mailer', 'service', 'E', 12, { 'events-queue': 1, notifications: 0.8, accounts: 0.2 }),
  row('platform/notifications', 'service', 'E', 20, { 'mail-relay': 0.9 }),
  row('platform/mail-relay', 'external', '', 150),
  row('platform/parcel-tracker', 'external', '', 210),
  row('platform/feature-flags', 'service', 'EUA', 2.5),
]);

/** Services that work without being called: requests per second in each of their regions. */
export const SELF_DRIVEN: Readonly<Record<string, number>> = Object.freeze({ 'stream-loader': 30, 'order-mailer': 9 });

/** Names of generated services are made of these. */
export const GENERATED_NAMESPACES: readonly string[] = Object.freeze(
  'edge shop payments identity search data platform media billing logistics'.split(' ')
);
export const GENERATED_ROLES: ReadonlyArray<readonly [string, NodeKind, number]> = Object.freeze([
  ['api', 'service', 25],
  ['worker', 'service', 60],
  ['store-db', 'database', 5],
  ['cache', 'cache', 1],
  ['stream-queue', 'queue', 3],
  ['view', 'service', 40],
  ['sync', 'service', 30],
  ['rules', 'service', 12],
]);
