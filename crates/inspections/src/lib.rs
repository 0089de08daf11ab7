//! Visits: asked for, planned among routine ones, recorded; findings, measures, reports.

mod entity;
mod model;
