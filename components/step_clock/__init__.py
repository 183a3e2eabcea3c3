"""The presenter's clock, ticking in the browser."""
