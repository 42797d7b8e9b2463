-- When a life of a producer began, by the log's clock, in microseconds UTC: how many begin within an hour is bounded.
ALTER TABLE sources ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
-- The lives of a producer in their order.
CREATE INDEX sources_by_name ON sources (name, source);
