//! Whole numbers, as templates hold them.

/// A whole number as templates hold it: by value or by reference.
pub trait Figure {
    /// The number; what does not fit is the largest that does.
    fn figure(&self) -> i64;
}

macro_rules! figures {
    ($($number:ty)*) => {$(
        impl Figure for $number {
            fn figure(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

figures!(i64 i32 u64 u32 u16 u8 usize);

impl<T: Figure + ?Sized> Figure for &T {
    fn figure(&self) -> i64 {
        (**self).figure()
    }
}
