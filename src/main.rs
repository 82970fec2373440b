//! The browser application.

fn main() {
    console_error_panic_hook::set_once();
    joint_procurement::app::start();
}
