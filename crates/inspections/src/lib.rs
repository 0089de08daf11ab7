//! inspections
