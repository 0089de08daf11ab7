//! Referral cases: grounds, previews, hand-overs to the agencies that protect, and their answers.
