//! Employers and worksites, found again across scripts.
