//! Figures by published definitions, counted from events alone.
