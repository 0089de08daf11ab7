//! Papers: plain structs in, PDF and QR codes out.
