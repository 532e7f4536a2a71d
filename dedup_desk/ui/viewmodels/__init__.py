"""What the screens show and do; QObjects that need no window."""
