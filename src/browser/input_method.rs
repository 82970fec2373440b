use web_sys::KeyboardEvent;

/// Tells if a key belongs to a conversion of an input method, or confirms one.
///
/// Safari ends the conversion before it tells the Enter that confirms it. Only the old code says so then.
pub fn composing(event: &KeyboardEvent) -> bool {
    const OF_INPUT_METHOD: u32 = 229;
    event.is_composing() || event.key_code() == OF_INPUT_METHOD
}
