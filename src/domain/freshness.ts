/** 新: verified within 180 days · 电: within 365, call first · 旧: older · 无: never (product.md, Freshness). */
export type Freshness = '新' | '电' | '旧' | '无';
